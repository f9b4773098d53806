import { site } from '../../src/sites/facebook.ts'
import type { Evidence, SiteData } from '../../src/sites/types.ts'
import { randomFrom } from '../../demo/random.ts'
import { dataOf } from '../adapters.ts'
import { buildPage, Stage, type FuzzPage } from './page.ts'
import { buildSoup } from './soup.ts'

/** Runs inside a page: makes pages from seeds, has the adapter read them, and compares. */

export type Kind = 'ads' | 'organic' | 'soup'

export interface Failure {
  seed: number
  kind: Kind
  what: string
  /** The page as it was read, cut short. */
  html: string
}

export interface Counts {
  pages: Record<Kind, number>
  posts: number
  failed: number
  failures: Failure[]
  /** The longest that a page took to read, in milliseconds. */
  longest: number
}

const FAILURES_CAP = 20
const HTML_CAP = 6_000
/** A page must not take longer to read; many times what it takes. */
const PATIENCE = 2_000

const stage = new Stage()

export function kindOf(seed: number): Kind {
  return seed % 10 < 4 ? 'ads' : seed % 10 < 8 ? 'organic' : 'soup'
}

/** Tries the pages of all seeds from one on. */
export function fuzz(from: number, count: number): Counts {
  const counts: Counts = { pages: { ads: 0, organic: 0, soup: 0 }, posts: 0, failed: 0, failures: [], longest: 0 }
  for (let seed = from; seed < from + count; seed++) {
    const kind = kindOf(seed)
    const { wrong, posts, took } = tryPage(seed, kind)
    counts.pages[kind]++
    counts.posts += posts
    counts.longest = Math.max(counts.longest, took)
    counts.failed += wrong.length
    for (const what of wrong) if (counts.failures.length < FAILURES_CAP) counts.failures.push({ seed, kind, what, html: htmlOf(seed, kind) })
    stage.clear()
  }
  return counts
}

function htmlOf(seed: number, kind: Kind): string {
  return kind === 'soup' ? '' : document.querySelector('main')?.innerHTML.slice(0, HTML_CAP) ?? `page of ${seed}`
}

/** Builds the page of a seed and leaves it there, to be looked at. */
export function build(seed: number): FuzzPage | null {
  const kind = kindOf(seed)
  if (kind !== 'soup') return buildPage(stage, seed, kind)
  buildSoup(stage, seed)
  return null
}

function tryPage(seed: number, kind: Kind): { wrong: string[]; posts: number; took: number } {
  const page = build(seed)
  const data = dataOf(site.id)
  const watch = new MutationObserver(() => undefined)
  watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
  const isLastLook = randomFrom(~seed)() < 0.5
  // What the browser itself needs for a page doesn't count.
  document.body.getBoundingClientRect()
  let read: Read[] = []
  let took = Infinity
  // A busy machine may take long once.
  for (let run = 0; run < 2 && took > PATIENCE; run++) {
    const start = performance.now()
    try {
      read = readAll(data, isLastLook)
      if (kind === 'soup') readAnywhere(data, seed)
    } catch (error) {
      return { wrong: [`threw ${error instanceof Error ? `${error.message}\n${error.stack}` : String(error)}`], posts: 0, took: 0 }
    }
    took = performance.now() - start
  }
  const wrong = page ? compare(page, read, kind) : []
  if (watch.takeRecords().length > 0) wrong.push('the page was changed')
  watch.disconnect()
  if (took > PATIENCE) wrong.push(`took ${Math.round(took)} ms`)
  return { wrong, posts: read.length, took }
}

interface Read {
  id: string
  verdict: string
  name: string | null
  evidence: string
  labelled: boolean
}

function readAll(data: SiteData, isLastLook: boolean): Read[] {
  return site.postsIn(document).map((post) => {
    const { verdict, evidence, label } = site.read(post, data, isLastLook)
    site.header(post)
    return { id: post.closest('[data-demo-id]')?.getAttribute('data-demo-id') ?? 'no post', verdict, name: site.advertiser(post, data).name, evidence: listed(evidence), labelled: label !== null && post.contains(rootOf(label)) }
  })
}

/** Whatever is asked of any element must not throw either. */
function readAnywhere(data: SiteData, seed: number): void {
  const random = randomFrom(seed)
  site.theme(document)
  for (const element of document.querySelectorAll('main, main *')) {
    if (random() > 0.05) continue
    site.postOf(element.firstChild ?? element)
    site.postsIn(element)
    site.read(element, data, random() < 0.5)
    site.advertiser(element, data)
    site.header(element)
  }
}

/** The element in the document that an element of shadow trees belongs to. */
function rootOf(element: Element): Element {
  const root = element.getRootNode()
  return root instanceof ShadowRoot ? rootOf(root.host) : element
}

function listed(evidence: readonly Evidence[]): string {
  return evidence.map(({ sign, value }) => `${sign} "${value.slice(0, 40)}"`).join(', ')
}

function compare({ posts, changes }: FuzzPage, read: readonly Read[], kind: Kind): string[] {
  const changesOf = (id: string) => changes.filter((change) => change.startsWith(`${id}:`)).map((change) => change.slice(id.length + 2)).join(', ')
  const tell = (id: string, what: string) => `${id} (${posts.find((post) => post.id === id)?.made ?? ''}): ${what}\n    after ${changesOf(id)}`
  if (kind === 'organic') {
    // Some traps have an ad beside them.
    const ads = read.filter(({ id, verdict }) => verdict === 'ad' && !id.startsWith('ad: '))
    return ads.map(({ id, evidence }) => tell(id, `ad (${evidence})`))
  }
  return posts.flatMap(({ id, name }) => {
    const found = read.filter((one) => one.id === id)
    const [first] = found
    if (!first || found.length > 1) return [tell(id, `${found.length} posts`)]
    if (first.verdict !== 'ad') return [tell(id, `${first.verdict} (${first.evidence})`)]
    if (!first.labelled) return [tell(id, 'its label is not in it')]
    return first.name === name ? [] : [tell(id, `by ${first.name} instead of ${name}`)]
  })
}
