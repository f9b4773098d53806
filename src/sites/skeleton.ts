/**
 * One post's structure, for a report about a site that isn't labelled right: which elements it is made of, and nothing that
 * anybody wrote in it. Of text there is only about how long it is, of links only whether they lead out of the site, of roles
 * only those that the standard has, of all other attributes only that they are there.
 */

/** What is read of a node; an element has all of it. */
export interface SkeletonNode {
  readonly nodeType: number
  readonly childNodes: ArrayLike<SkeletonNode>
  readonly nodeValue: string | null
  readonly localName?: string
  readonly attributes?: ArrayLike<{ readonly name: string; readonly value: string }>
  /** An open one. */
  readonly shadowRoot?: SkeletonNode | null
  /** Of a template. */
  readonly content?: SkeletonNode | string
}

const MOST_NODES = 400
const DEEPEST = 60
const LONGEST = 15_000
/** Of one element. */
const MOST_ATTRIBUTES = 24
const LONGEST_NAME = 40

const ELEMENT = 1
const TEXT = 3

/** Elements of HTML and SVG; any other without a hyphen is nobody's, and could be a word. */
const TAGS = new Set(
  `a abbr address area article aside audio b base bdi bdo blockquote body br button canvas caption center cite code col colgroup data datalist dd del details dfn dialog div dl dt em embed fieldset figcaption figure font footer form
  h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link main map mark menu meta meter nav noscript object ol optgroup option output p param picture pre progress q rp rt ruby s samp script search
  section select slot small source span strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track u ul var video wbr
  animate circle clipPath defs desc ellipse feBlend feColorMatrix feComposite feFlood feGaussianBlur feMerge feMergeNode feOffset filter foreignObject g image line linearGradient marker mask metadata path pattern polygon polyline
  radialGradient rect set stop switch symbol text textPath tspan use view`.split(/\s+/),
)

/** Roles of ARIA 1.2. */
const ROLES = new Set(
  `alert alertdialog application article banner blockquote button caption cell checkbox code columnheader combobox complementary contentinfo definition deletion dialog directory document emphasis feed figure form generic grid gridcell group
  heading img insertion link list listbox listitem log main marquee math menu menubar menuitem menuitemcheckbox menuitemradio meter navigation none note option paragraph presentation progressbar radio radiogroup region row rowgroup
  rowheader scrollbar search searchbox separator slider spinbutton status strong subscript superscript switch tab table tablist tabpanel term textbox time timer toolbar tooltip tree treegrid treeitem`.split(/\s+/),
)

/** Lengths of text are told as the next of these. */
const LENGTHS = [1, 3, 10, 30, 100, 300, 1_000]

/** @param address of the page */
export function skeletonOf(post: SkeletonNode, address: string): string {
  const lines: string[] = []
  const cut = new Set<string>()
  const host = ownHost(address)
  let nodes = 0
  let length = 0

  /** @returns whether there was room for it */
  const add = (depth: number, line: string): boolean => {
    const indented = `${'  '.repeat(depth)}${line}`
    if (nodes >= MOST_NODES) cut.add(`more than ${MOST_NODES} nodes`)
    else if (length + indented.length >= LONGEST) cut.add(`longer than ${LONGEST} characters`)
    else {
      nodes++
      length += indented.length + 1
      lines.push(indented)
      return true
    }
    return false
  }

  const addChildren = (parent: SkeletonNode, depth: number) => {
    if (parent.childNodes.length > 0 && depth > DEEPEST) return void cut.add(`deeper than ${DEEPEST}`)
    for (const node of Array.from(parent.childNodes)) if (!addNode(node, depth)) return
  }

  const addNode = (node: SkeletonNode, depth: number): boolean => {
    if (node.nodeType === TEXT) {
      const text = (node.nodeValue ?? '').trim()
      return text === '' || add(depth, `text×${roughly(text.length)}`)
    }
    if (node.nodeType !== ELEMENT) return true
    if (!add(depth, elementLine(node, host, address))) return false
    for (const [mark, root] of [['#shadow-root', node.shadowRoot], ['#template', node.content]] as const) {
      if (typeof root === 'object' && root !== null && add(depth + 1, mark)) addChildren(root, depth + 2)
    }
    addChildren(node, depth + 1)
    return true
  }

  addNode(post, 0)
  return [...lines, ...(cut.size > 0 ? [`cut: ${[...cut].join(', ')}`] : [])].join('\n')
}

function elementLine({ localName = '', attributes = [] }: SkeletonNode, host: string, address: string): string {
  const all = Array.from(attributes)
  const parts = all.slice(0, MOST_ATTRIBUTES).map(({ name, value }) => {
    if (name === 'class') return `class×${Math.min(value.split(/\s+/).filter(Boolean).length, 20)}`
    if (name === 'role') return `role=${ROLES.has(value) ? value : '?'}`
    if (name === 'href') return `href=${direction(value, host, address)}`
    return writtenName(name)
  })
  return [TAGS.has(localName) ? localName : localName.includes('-') ? writtenName(localName) : '?', ...parts, ...(all.length > MOST_ATTRIBUTES ? ['…'] : [])].join(' ')
}

/** A name that a site's developers gave; digits in it may be somebody's number. */
function writtenName(name: string): string {
  const written = name.slice(0, LONGEST_NAME).replace(/[^a-z:._@-]/gi, (character) => (/\d/.test(character) ? '0' : '?'))
  return name.length > LONGEST_NAME ? `${written}…` : written
}

function direction(href: string, host: string, address: string): 'inside' | 'outside' | 'none' {
  const target = href.trim()
  if (target === '' || target.startsWith('#') || !URL.canParse(target, address)) return 'none'
  const { protocol, hostname } = new URL(target, address)
  if (!/^https?:$/.test(protocol)) return 'none'
  return hostname === host || hostname.endsWith(`.${host}`) ? 'inside' : 'outside'
}

/** Without the part before the site's name that says which of its pages these are. */
function ownHost(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname.replace(/^(www|m|mobile|old|new)\./, '') : ''
}

function roughly(length: number): string {
  const most = LENGTHS.find((one) => length <= one)
  return most === undefined ? `${LENGTHS.at(-1)}+` : String(most)
}
