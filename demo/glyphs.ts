import { html, type Html } from './html.ts'
import { hash, randomFrom } from './random.ts'

const DECOYS = 'Sponsordt60f'

/**
 * Letters in shuffled document order, put right by CSS `order`, between decoys that are cut off:
 * the look is the text, the DOM text is not.
 */
export function scrambled(text: string): Html {
  const random = randomFrom(hash(text))
  const letters = Array.from(text, (char, i) => html`<span class="o${i}">${char}</span>`)
  const decoys = Array.from(DECOYS, (char, i) => html`<span class="decoy o${i}">${char}</span>`)
  const mixed = [...letters, ...decoys]
    .map((piece) => ({ piece, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ piece }) => piece)
  return html`<span class="glyphs">${mixed}</span>`
}

/** How many letters the style sheet can put in order. */
export const LONGEST_SCRAMBLE = 24
