import { baseOf } from './in-language.ts'
import { normaliseLabel } from './text.ts'
import type { Around, Labels, WordKind, Words } from './types.ts'

/** Other codes that pages use for a language. */
export const LANGUAGE_ALIASES: Readonly<Record<string, string>> = { no: 'nb', fil: 'tl', iw: 'he', in: 'id' }

/**
 * A site's words ready to compare, by language. English is in all of them, since it is seen in
 * every language; under `''` are all words, for pages that don't say their language.
 */
export function compileWords(labels: Labels): Record<string, Words> {
  const english = labels['en'] ?? {}
  const compiled = Object.entries(labels).map(([language, own]) => [language, merge([english, own, labels[baseOf(language)] ?? {}])])
  const byLanguage = Object.fromEntries([...compiled, ['', merge(Object.values(labels))]]) as Record<string, Words>
  for (const [alias, language] of Object.entries(LANGUAGE_ALIASES)) {
    const words = byLanguage[language]
    if (words) byLanguage[alias] ??= words
  }
  return byLanguage
}

function merge(parts: readonly Labels[string][]): Words {
  const all = (kind: WordKind) => [...new Set(parts.flatMap((part) => part[kind] ?? []))]
  const plain = (kind: WordKind) => all(kind).map(normaliseLabel)
  // Parted first: an ellipsis is three dots once normalised.
  const around = (kind: WordKind) => all(kind).map((pattern) => pattern.split('…').map(normaliseLabel) as unknown as Around)
  return {
    sponsored: plain('sponsored'),
    promotedBy: around('promotedBy'),
    paidFor: around('paidFor'),
    partnership: plain('partnership'),
    suggested: plain('suggested'),
    time: plain('time'),
    advertiserLink: around('advertiserLink'),
  }
}
