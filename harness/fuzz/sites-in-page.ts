import { pick, randomFrom } from '../../demo/random.ts'
import { adapterOf, dataOf, idOf, postsOf } from '../adapters.ts'
import { makePost } from '../sites/page.ts'
import type { FixtureLanguage, FixturePost, SiteFixture } from '../sites/types.ts'
import { CHANGES } from './site-changes.ts'
import { soupOf } from './site-soup.ts'

/** Runs inside a page: makes pages of every site from seeds, has its adapter read them, and compares. */

export interface SiteFailure {
  seed: number
  site: string
  what: string
  html: string
}

export interface SiteCounts {
  pages: Record<string, number>
  posts: number
  failed: number
  failures: SiteFailure[]
  /** The longest that a page took to read, in milliseconds. */
  longest: number
}

const FAILURES_CAP = 20
const HTML_CAP = 4_000
const POSTS = 6
const CHANGES_CAP = 12
/** A page must not take longer to read: hundreds of times what it takes, on a machine that is busy with other things. */
const PATIENCE = 15_000
/** So many of ten pages are soup. */
const SOUPS = 2

const fixtures = Object.values(import.meta.glob<{ fixture?: SiteFixture }>('../sites/*.ts', { eager: true }))
  .flatMap(({ fixture }) => fixture ?? [])
  .toSorted((a, b) => (a.site < b.site ? -1 : 1))

const style = document.createElement('style')
document.head.append(style)
// What pages define of their own elements.
for (const { script } of fixtures) if (script) document.head.append(Object.assign(document.createElement('script'), { textContent: script }))

/** Tries the pages of all seeds from one on. */
export async function fuzz(from: number, count: number): Promise<SiteCounts> {
  const counts: SiteCounts = { pages: {}, posts: 0, failed: 0, failures: [], longest: 0 }
  for (let seed = from; seed < from + count; seed++) {
    const { site, wrong, posts, took } = await tryPage(seed)
    counts.pages[site] = (counts.pages[site] ?? 0) + 1
    counts.posts += posts
    counts.longest = Math.max(counts.longest, took)
    counts.failed += wrong.length
    for (const { what, html } of wrong) if (counts.failures.length < FAILURES_CAP) counts.failures.push({ seed, site, what, html: html.slice(0, HTML_CAP) })
    document.body.replaceChildren()
  }
  return counts
}

interface Trial {
  site: string
  wrong: { what: string; html: string }[]
  posts: number
  took: number
}

/** Builds the page of a seed and leaves it there, to be looked at. */
export function build(seed: number) {
  const random = randomFrom(seed)
  const fixture = pick(random, fixtures)
  const language: FixtureLanguage = pick(random, fixture.languages)
  document.documentElement.lang = language.code
  document.documentElement.dir = language.dir
  style.textContent = fixture.style
  const recipes = Array.from({ length: POSTS }, () => pick(random, random() < 0.4 ? fixture.ads : fixture.traps))
  const posts = recipes.map((recipe, at) => withId(makePost(recipe, language, 1 + Math.floor(random() * 1e6)), `post ${at}`))
  const template = document.createElement('template')
  template.innerHTML = fixture.frame(posts.map(({ html }) => html).join('\n'))
  const isSoup = seed % 10 < SOUPS
  document.body.replaceChildren(isSoup ? soupOf(template.content, random) : template.content)
  const changes = isSoup ? {} : change(posts, language, random)
  return { fixture, posts, changes, isSoup }
}

/** Recipes may be the same. */
function withId(post: FixturePost, id: string): FixturePost & { made: string } {
  const template = document.createElement('template')
  template.innerHTML = post.html
  template.content.firstElementChild?.setAttribute('data-demo-id', id)
  return { ...post, id, made: post.id, html: template.innerHTML }
}

function change(posts: readonly FixturePost[], language: FixtureLanguage, random: () => number): Record<string, string[]> {
  const changes: Record<string, string[]> = {}
  for (const { id, ad } of posts) {
    const post = document.querySelector(`[data-demo-id="${id}"]`)
    const label = pick(random, language.labels.length > 0 ? language.labels : ['Sponsored'])
    for (let left = post ? Math.floor(random() * (CHANGES_CAP + 1)) : 0; left > 0; left--) {
      const [name, apply] = pick(random, Object.entries(CHANGES))
      apply({ post: post as Element, random, label, isAd: ad !== null })
      changes[id] = [...(changes[id] ?? []), name]
    }
  }
  return changes
}

async function tryPage(seed: number): Promise<Trial> {
  const { fixture, posts, changes, isSoup } = build(seed)
  // Elements of the page's own come to life.
  await Promise.resolve()
  const site = adapterOf(fixture.site)
  const data = dataOf(fixture.site)
  const watch = new MutationObserver(() => undefined)
  watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
  // What the browser itself needs for a page doesn't count.
  document.body.getBoundingClientRect()
  const wrong: Trial['wrong'] = []
  const read: { id: string; verdict: string; name: string | null; evidence: string; html: string }[] = []
  const start = performance.now()
  try {
    for (const post of postsOf(site)) {
      const { verdict, evidence, label } = site.read(post, data, seed % 2 === 0)
      site.header(post)
      if (verdict === 'ad' && !label) wrong.push({ what: 'an ad without a label', html: post.outerHTML })
      read.push({ id: idOf(post) ?? 'no post', verdict, name: site.advertiser(post, data).name, evidence: evidence.map(({ sign, value }) => `${sign} "${value.slice(0, 40)}"`).join(', '), html: post.outerHTML })
    }
    site.theme(document)
    // Whatever is asked of any element must not throw either.
    if (isSoup) {
      for (const [at, element] of [...document.body.querySelectorAll('*')].entries()) {
        if (at % 7 !== 0) continue
        site.postOf(element.firstChild ?? element)
        site.postsIn(element)
        site.read(element, data)
        site.advertiser(element, data)
        site.header(element)
      }
    }
  } catch (error) {
    wrong.push({ what: `threw ${error instanceof Error ? `${error.message}\n${error.stack}` : String(error)}`, html: document.body.innerHTML })
  }
  const took = performance.now() - start
  if (took > PATIENCE) wrong.push({ what: `took ${Math.round(took)} ms`, html: document.body.innerHTML })
  if (watch.takeRecords().length > 0) wrong.push({ what: 'the page was changed', html: '' })
  watch.disconnect()
  for (const { id, made, ad } of isSoup ? [] : posts) {
    const found = read.filter((one) => one.id === id)
    const first = found.find(({ verdict }) => verdict === 'ad') ?? found[0]
    const tell = (what: string) => wrong.push({ what: `${made}: ${what}\n    after ${changes[id]?.join(', ') ?? 'nothing'}`, html: document.querySelector(`[data-demo-id="${id}"]`)?.outerHTML ?? '' })
    if (ad === null) {
      const called = found.find(({ verdict }) => verdict === 'ad')
      if (called) tell(`ad (${called.evidence})`)
    } else if (!first || found.filter(({ verdict }) => verdict === 'ad').length > 1) tell(`${found.length} posts`)
    else if (first.verdict !== 'ad') tell(`${first.verdict} (${first.evidence})`)
    else if (first.name !== ad.name) tell(`by ${first.name} instead of ${ad.name}`)
  }
  return { site: fixture.site, wrong, posts: read.length, took }
}
