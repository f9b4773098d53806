import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'puppeteer-core'
import { LANGUAGES, languageOf, type Language } from '../harness/facebook/languages.ts'
import { renderPage } from '../harness/facebook/page.ts'
import { readBadges } from '../harness/badges.ts'
import { readVerdicts } from '../harness/verdicts.ts'
import { evenSpaces } from './expected.ts'
import { countBadges, insertPosts, refillPosts } from './fill-page.ts'
import { expect, test } from './fixtures.ts'
import { adsIn, refillsOf, type ScrambledPost } from './scrambled-ads.ts'

/** Labels as they were written since 2016, in every page structure, in many languages. */

/** Those that are watched while a page changes. */
const WATCHED = ['en', 'ar', 'ja', 'hi'].map(languageOf)
const PATIENCE = 4_000
const BATCH = 12

/** Every third one, in each language others; over the languages each still meets every structure. */
const third = (language: Language, at: number) => adsIn(language, at).filter((_, index) => (index + at) % 3 === 0)

for (const [title, adsOf] of [['', third], [', all @long', adsIn]] as const) {
  test(`labels are read in every language, and the ads labelled${title}`, async ({ open, pages }) => {
    test.setTimeout(180_000)
    const verdicts: string[] = []
    const badges: string[] = []
    for (const [at, language] of LANGUAGES.entries()) {
      const ads = adsOf(language, at)
      pages.set('/labels', renderPage(language, ads))
      const page = await open('labels')
      verdicts.push(...(await wrongVerdicts(page, ads)))
      badges.push(...(await wrongBadges(page, ads)))
      await page.close()
    }
    expect.soft(verdicts, list('verdicts', verdicts)).toHaveLength(0)
    expect.soft(badges, list('badges', badges)).toHaveLength(0)
  })
}

test('ads that are inserted late, in batches, are labelled', async ({ open, pages }) => {
  const failures: string[] = []
  for (const [at, language] of WATCHED.entries()) {
    pages.set('/late', renderPage(language))
    const page = await open('late')
    const ads = half(language, at + 1)
    for (let from = 0; from < ads.length; from += BATCH) {
      await insertPosts(page, ads.slice(from, from + BATCH))
      await sleep(20)
    }
    failures.push(...(await wrongBadges(page, ads)))
    await page.close()
  }
  expect(failures, list('inserted', failures)).toHaveLength(0)
})

test('a badge follows what its element shows: an ad, a time, another ad', async ({ open, pages }) => {
  const failures: string[] = []
  for (const [at, language] of WATCHED.entries()) {
    const ads = half(language, at + 2)
    pages.set('/recycled', renderPage(language, ads))
    const page = await open('recycled')
    failures.push(...(await wrongBadges(page, ads)))
    const times = refillsOf(ads, 'time', language)
    await refillPosts(page, times)
    failures.push(...(await wrongBadges(page, times)).map((line) => `${line}, refilled with a time`))
    const others = refillsOf(ads, 'other ad', language)
    await refillPosts(page, others)
    failures.push(...(await wrongBadges(page, others)).map((line) => `${line}, refilled with another ad`))
    if (failures.length === 0 && at < 2) failures.push(...(await wrongNames(page, others)))
    await page.close()
  }
  expect(failures, list('recycled', failures)).toHaveLength(0)
})

/** Every second one, the others in the next language. */
function half(language: Language, at: number): ScrambledPost[] {
  return adsIn(language, at).filter((_, index) => (index + at) % 2 === 0)
}

async function wrongVerdicts(page: Page, ads: readonly ScrambledPost[]): Promise<string[]> {
  const read = await readVerdicts(page, 'facebook')
  return ads.flatMap(({ id, name }) => {
    const found = read.filter((verdict) => verdict.id === id)
    const [first] = found
    if (!first || found.length > 1) return [`${id}: ${found.length} posts`]
    const evidence = first.evidence.map(({ sign, value }) => `${sign} "${value.slice(0, 30)}"`).join(', ')
    if (first.verdict !== 'ad') return [`${id}: ${first.verdict} (${evidence})`]
    return first.advertiser.name === name ? [] : [`${id}: by ${first.advertiser.name}`]
  })
}

/** Waits until each ad has one badge and nothing else has any, and tells what is still wrong in the end. */
async function wrongBadges(page: Page, posts: readonly ScrambledPost[]): Promise<string[]> {
  const deadline = Date.now() + PATIENCE
  for (;;) {
    const counts = await countBadges(page)
    const wrong = posts.filter(({ id, badge }) => (counts[id] ?? 0) !== (badge === null ? 0 : 1))
    if (wrong.length === 0 || Date.now() > deadline) return wrong.map(({ id, writing }) => `${id}: ${counts[id] ?? 0} badges, written as ${writing}`)
    await sleep(50)
  }
}

async function wrongNames(page: Page, posts: readonly ScrambledPost[]): Promise<string[]> {
  const badges = await readBadges(page)
  return posts.flatMap(({ id, badge }) => {
    const name = evenSpaces(badges.find(({ post }) => post === id)?.name ?? 'none')
    return name === badge ? [] : [`${id}: badge "${name}"`]
  })
}

/** What failed, each on a line of its own. */
function list(what: string, failures: readonly string[]): string {
  return `${what}: ${failures.length} wrong\n${failures.join('\n')}\n`
}
