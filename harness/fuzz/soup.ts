import { pick, randomFrom, type Random } from '../../demo/random.ts'
import { LANGUAGES, type Language } from '../facebook/languages.ts'
import type { Stage } from './page.ts'

/** Pages that make no sense, of the same elements, attributes and styles as those that do. */

const HTML = 'http://www.w3.org/1999/xhtml'
const SVG = 'http://www.w3.org/2000/svg'
const MATHML = 'http://www.w3.org/1998/Math/MathML'
const XLINK = 'http://www.w3.org/1999/xlink'

const TAGS = [
  ...['div', 'div', 'div', 'span', 'span', 'span', 'a', 'a', 'h2', 'h3', 'h4', 'h5', 'strong', 'b', 'i', 'p', 'ul', 'li', 'slot', 'template', 'canvas', 'img', 'video', 'form', 'input', 'button', 'details', 'summary', 'table', 'tr', 'td'],
  ...['style', 'noscript', 'dialog', 'wbr', 'br', 'ruby', 'rt', 'bdo', 'bdi', 'fieldset', 'select', 'option', 'textarea', 'x-custom', 'abbr', 'picture', 'object', 'map', 'area', 'title', 'desc', 'use'],
] as const
const SVG_TAGS = ['svg', 'svg', 'g', 'text', 'tspan', 'textPath', 'use', 'title', 'desc', 'foreignObject', 'symbol', 'defs', 'a', 'image', 'switch', 'style', 'clipPath', 'mask'] as const
const MATHML_TAGS = ['math', 'mi', 'mo', 'mtext', 'mrow', 'annotation-xml'] as const

const ROLES = ['article', 'feed', 'link', 'button', 'main', 'listitem', 'none', '', 'link article']
const PARTS = ['profile_name', 'profile_name', 'profile_name', 'like_button', 'like_button', 'story_message', 'meta', 'title', 'cta', 'image', '']
const CLASSES = ['userContentWrapper', 'userContent', 'fwb', '_5pcp', 'uiStreamSponsoredLink', 'post', 'head', 'never', 'second', 'x1', 'y1']
const HREFS = ['#', '', '/', '/ads/about/', '/ads/about?x', '//', 'http://', 'https://[', 'javascript:void 0', '/jane/posts/1', '/permalink.php?story_fbid=1', '/profile.php?id=%E0%A4%A', '/%E0%A4%A', '/people/x/12', 'https://l.facebook.com/l.php?u=%', 'https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2F', 'https://a.example/', '/ford?client_token=1', '/ford?ft[is_sponsored]=1', 'mailto:a@b.example', '?', 'https://www.facebook.com/ford', '/groups/1/user/2', 'data:text/html,x']
const DECLARATIONS = [
  'display:none', 'display:contents', 'display:flex', 'display:inline-flex', 'display:grid', 'display:inline-block', 'display:block', 'display:table-cell', 'display:ruby', 'display:list-item', 'order:3', 'order:-1', 'float:left', 'float:right',
  'position:absolute', 'position:relative', 'position:fixed', 'position:sticky', 'top:3em', 'left:-999em', 'inset:0', 'width:0', 'height:0', 'width:1px', 'width:min-content', 'width:999999px', 'overflow:hidden', 'overflow:clip', 'overflow:scroll',
  'clip-path:inset(50%)', 'clip-path:circle(0)', 'clip-path:polygon(0 0, 100% 0, 50% 100%)', 'clip-path:path("M0 0")', 'clip-path:inset(1px 2px 3px 4px round 5px)', 'clip-path:url(#i1)', 'clip-path:border-box', 'clip:rect(0 0 0 0)', 'clip:rect(auto auto 3px 1px)', 'clip-path:inset(calc(50% - 1px))',
  'opacity:0', 'opacity:.5', 'visibility:hidden', 'visibility:visible', 'visibility:collapse', 'font-size:0', 'font-size:1000px', 'line-height:0', 'text-indent:-99em', 'letter-spacing:-1em', 'white-space:nowrap', 'white-space:pre', 'word-break:break-all',
  'transform:scale(0)', 'transform:rotate(90deg)', 'transform:translateX(-99em)', 'transform:matrix(0,0,0,0,0,0)', 'direction:rtl', 'unicode-bidi:bidi-override', 'writing-mode:vertical-rl', 'color:transparent', 'color:oklch(0.5 0.1 20 / 0)', 'fill:none', 'content-visibility:hidden', 'content-visibility:auto', 'contain:strict', 'column-count:3', 'zoom:0.1', 'text-transform:uppercase', 'all:unset', 'content:"x"',
]
const RULES = [
  '.x1::before{content:attr(data-content)}', '.x1::after{content:"\\"\\41 \\\\" attr(nothing) counter(none) url(x)}', '.y1::before{content:"Spon" / "alt"}', '.y1::after{content:open-quote "sored" close-quote}', '.y1::before{content:none}', '.second::before{content:"Ad";display:block;position:absolute}', '.post::first-letter{font-size:0}', '.head::before{content:""}',
]

interface Pot {
  random: Random
  language: Language
  uses: number
  left: number
}

const idIn = (random: Random) => `i${Math.floor(random() * 12)}`

function someText({ random, language }: Pot): string {
  const word = pick(random, [...language.labels, 'Sponsored', 'Ad'])
  return pick(random, [
    word, word, pick(random, language.times), pick(random, language.wordTimes), language.suggested ?? '', language.partnership ?? '', language.paidFor?.before ?? '', pick(random, Array.from(word)), 'S', 'p', 'o', ' ', '', ' · ', '3', '\u2060', '\u00A0', '\n\n',
    '\uD83D', '\uDE00\u0301\u0301', '\u202E\u2066abc', '\u0000\uFFFF', '\u0301'.repeat(200), '👩‍👩‍👧‍👦', `${word} `.repeat(30), random() < 0.05 ? 'x'.repeat(10_000) : 'x', random() < 0.03 ? `${word} `.repeat(1_000) : word,
  ])
}

function addAttributes(element: Element, pot: Pot): void {
  const { random } = pot
  const text = () => someText(pot)
  const ids = () => Array.from({ length: 1 + Math.floor(random() * 4) }, () => idIn(random)).join(pick(random, [' ', '  ', '\t']))
  const make: Record<string, () => string> = {
    id: () => idIn(random),
    role: () => pick(random, ROLES),
    'data-ad-rendering-role': () => pick(random, PARTS),
    'data-ad-preview': () => 'message',
    'data-pagelet': () => `FeedUnit_${Math.floor(random() * 3)}`,
    'aria-posinset': () => pick(random, ['1', '', 'x']),
    'aria-labelledby': () => pick(random, [ids(), element.id || idIn(random), 'nobody', '', ' '.repeat(5_000), `${idIn(random)} `.repeat(3_000)]),
    'aria-label': () => (random() < 0.05 ? 'L'.repeat(100_000) : text()),
    alt: text,
    title: text,
    'data-content': () => (random() < 0.05 ? text().repeat(5_000) : text()),
    class: () => `${pick(random, CLASSES)} ${pick(random, CLASSES)}`,
    style: () => Array.from({ length: 1 + Math.floor(random() * 4) }, () => pick(random, DECLARATIONS)).join(';'),
    href: () => (random() < 0.03 ? `/${'%'.repeat(100_000)}` : random() < 0.02 ? `https://a.example/?${'a=b&'.repeat(20_000)}` : pick(random, HREFS)),
    dir: () => pick(random, ['rtl', 'ltr', 'auto', 'x']),
    hidden: () => pick(random, ['', 'until-found']),
    slot: () => pick(random, ['a', 'b', '']),
    name: () => pick(random, ['a', 'b']),
    x: () => pick(random, ['0', '1em', 'NaN', '-5', '1e9', '']),
    open: () => '',
    src: () => '/t45.1600-4/x.jpg',
    attributionsrc: () => '/privacy_sandbox/?eid=1',
  }
  const names = Object.keys(make)
  for (let left = Math.floor(random() * 5); left > 0; left--) {
    const name = pick(random, names)
    // Pictures would be asked for.
    if (name !== 'src' || element.localName === 'img') element.setAttribute(name, make[name]?.() ?? '')
  }
}

function addUse(element: Element, pot: Pot): void {
  // Browsers copy what is used, and copies of copies grow without bounds.
  if (element.localName !== 'use' || pot.uses++ > 8) return
  const target = `#${pick(pot.random, [idIn(pot.random), element.id, '', 'nobody'])}`
  if (pot.random() < 0.5) element.setAttribute('href', target)
  else element.setAttributeNS(XLINK, 'xlink:href', target)
}

function someElement(pot: Pot, inside: string): Element {
  const { random } = pot
  const space = random() < 0.9 ? (inside === HTML ? (random() < 0.12 ? SVG : random() < 0.03 ? MATHML : HTML) : inside) : HTML
  return document.createElementNS(space, pick(random, space === SVG ? SVG_TAGS : space === MATHML ? MATHML_TAGS : TAGS))
}

const HOSTS = 'div, span, h2, h3, h4, h5, p, x-custom'

function fill(parent: Node, pot: Pot, depth: number): void {
  const { random } = pot
  for (let left = Math.floor(random() * 5) + (depth < 3 ? 2 : 0); left > 0 && pot.left > 0; left--) {
    pot.left--
    const kind = random()
    if (kind < 0.25) parent.appendChild(document.createTextNode(someText(pot)))
    else if (kind < 0.28) parent.appendChild(document.createComment(someText(pot)))
    else {
      const element = someElement(pot, (parent as Element).namespaceURI ?? HTML)
      addAttributes(element, pot)
      addUse(element, pot)
      parent.appendChild(element)
      if (depth < 40 && random() < 0.9) fill(element, pot, depth + 1)
      if (random() < 0.04 && element.matches(HOSTS)) fill(element.attachShadow({ mode: random() < 0.8 ? 'open' : 'closed' }), pot, depth + 1)
      if (element instanceof HTMLTemplateElement) element.content.append(...element.childNodes)
    }
  }
}

/** What a post needs to be found at all, so that the rest is read. */
function postLike(pot: Pot): Element {
  const { random } = pot
  const box = document.createElement('div')
  const [mark, value] = pick(random, [['aria-posinset', '1'], ['role', 'article'], ['class', 'userContentWrapper'], ['data-x', '']] as const)
  box.setAttribute(mark, value)
  const name = document.createElement(pick(random, ['h2', 'h3', 'h4', 'span']))
  if (random() < 0.8) name.setAttribute('data-ad-rendering-role', 'profile_name')
  const link = document.createElement('a')
  link.href = pick(random, HREFS)
  link.append(someText(pot))
  name.append(link)
  const line = document.createElement(pick(random, ['div', 'span', 'a']))
  fill(line, pot, 1)
  box.append(name, line)
  fill(box, pot, 2)
  return box
}

/** Very many boxes in one another, with a post outside, inside or both. */
function nestDeeply(around: Element, pot: Pot): void {
  const depth = pick(pot.random, [60, 200, 400, pot.random() < 0.2 ? 1_500 : 100])
  let box: Element = document.createElement(pick(pot.random, ['div', 'span']))
  const outer = box
  for (let level = 0; level < depth; level++) {
    const next = document.createElement(box.localName)
    if (pot.random() < 0.02) addAttributes(next, pot)
    box.append(next)
    box = next
  }
  box.append(postLike(pot))
  around.append(outer)
}

/** Each of some pictures is made of the next one, many times over. None is drawn, which would keep the browser itself busy. */
function useBomb(around: Element, pot: Pot): void {
  const width = 16
  const svg = document.createElementNS(SVG, 'svg')
  for (let level = 0; level < 4; level++) {
    const group = document.createElementNS(SVG, 'g')
    group.id = `bomb${level}`
    for (let at = 0; at < width; at++) {
      const use = document.createElementNS(SVG, level === 3 ? 'text' : 'use')
      if (level === 3) use.append(pick(pot.random, ['S', 'p', '3']))
      else use.setAttribute('href', `#bomb${level + 1}`)
      group.append(use)
    }
    svg.append(group)
  }
  svg.setAttribute('style', 'display:none')
  around.append(svg)
  const post = postLike(pot)
  const link = document.createElement('a')
  link.innerHTML = '<svg style="display:none"><use href="#bomb0"></use></svg><span aria-labelledby="bomb0"></span>'
  post.firstElementChild?.after(link)
  around.append(post)
}

export function buildSoup(stage: Stage, seed: number): void {
  const random = randomFrom(seed)
  const pot: Pot = { random, language: pick(random, LANGUAGES), uses: 0, left: 400 }
  const soup = document.createElement('div')
  for (let posts = 1 + Math.floor(random() * 4); posts > 0; posts--) soup.append(postLike(pot))
  pot.left = 150
  fill(soup, pot, 0)
  if (random() < 0.1) nestDeeply(soup, pot)
  if (random() < 0.03) useBomb(soup, pot)
  const css = RULES.filter(() => random() < 0.6).join('\n')
  stage.show({ css, html: soup, elsewhere: document.createTextNode(''), language: { code: random() < 0.9 ? pot.language.code : pick(random, ['', 'xx', 'x'.repeat(2_000)]), dir: pick(random, ['ltr', 'rtl', 'auto']) } })
}
