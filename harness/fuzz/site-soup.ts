import { pick, type Random } from '../../demo/random.ts'

/** Pages that make no sense, of the very elements, attributes and texts of a site's own posts. */

const ODD = ['', ' ', '\u202E\u2066abc', '\uD83D', '\u0301'.repeat(200), '👩‍👩‍👧‍👦', '\u0000', 'x'.repeat(10_000), '3h', '\n\n']
const ODD_HREFS = ['#', '', '/', '//', 'http://', 'https://[', 'javascript:void 0', '/%E0%A4%A', `/${'%'.repeat(50_000)}`, 'mailto:a@b.example', '?', 'https://a.example/', 'data:text/html,x', '/a/b/c/d', '/@', '/in/', '/company/']

interface Pot {
  random: Random
  elements: readonly Element[]
  texts: readonly string[]
  left: number
}

function someElement({ random, elements }: Pot): Element {
  const like = pick(random, elements)
  const made = like.cloneNode(false) as Element
  // Pictures would be asked for.
  made.removeAttribute('src')
  if (random() < 0.15) for (const { name, value } of [...pick(random, elements).attributes]) if (name !== 'src') made.setAttribute(name, value)
  if (random() < 0.05 && made.attributes.length > 0) made.removeAttribute(made.attributes[0]?.name ?? '')
  if (made.hasAttribute('href') && random() < 0.3) made.setAttribute('href', pick(random, ODD_HREFS))
  if (random() < 0.04) made.setAttribute('style', pick(random, ['display:none', 'display:contents', 'position:absolute;left:-99em', 'opacity:0', 'transform:scale(0)', 'all:unset', 'contain:strict']))
  return made
}

function fill(parent: Node, pot: Pot, depth: number): void {
  const { random } = pot
  for (let left = 1 + Math.floor(random() * 4); left > 0 && pot.left > 0; left--) {
    pot.left--
    if (random() < 0.3) {
      parent.appendChild(document.createTextNode(random() < 0.1 ? pick(random, ODD) : pick(random, pot.texts)))
      continue
    }
    const element = someElement(pot)
    parent.appendChild(element)
    if (depth < 30) fill(element, pot, depth + 1)
    if (random() < 0.03 && /^(div|span|p|section|article|h[1-6])$|-/.test(element.localName)) {
      try {
        fill(element.attachShadow({ mode: random() < 0.8 ? 'open' : 'closed' }), pot, depth + 1)
      } catch {
        // Some have one already.
      }
    }
    if (element instanceof HTMLTemplateElement) element.content.append(...element.childNodes)
  }
}

/** Makes a soup of what posts are made of. */
export function soupOf(posts: ParentNode, random: Random): Element {
  const elements = [...posts.querySelectorAll('*:not(script, style, svg, svg *)')]
  const texts = [...posts.querySelectorAll('*')].flatMap((element) => (element.childElementCount === 0 && element.textContent ? [element.textContent] : []))
  const soup = document.createElement('div')
  const pot: Pot = { random, elements, texts: texts.length > 0 ? texts : [''], left: 300 }
  for (let piles = 2 + Math.floor(random() * 4); piles > 0; piles--) fill(soup, pot, 0)
  if (random() < 0.1) {
    let inner: Element = soup
    for (let depth = 0; depth < 300; depth++) inner = inner.appendChild(someElement(pot))
    fill(inner, pot, 0)
  }
  return soup
}
