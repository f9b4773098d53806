import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'puppeteer-core'
import { hash, randomFrom } from '../demo/random.ts'
import { LANGUAGES, languageOf, type Language } from '../harness/facebook/languages.ts'
import { obfuscationOf } from '../harness/facebook/obfuscations/index.ts'
import { renderPage, type PagePost } from '../harness/facebook/page.ts'
import { STRUCTURES } from '../harness/facebook/structures.ts'
import { TRAPS } from '../harness/facebook/traps/index.ts'
import { readVerdicts } from '../harness/verdicts.ts'
import { countBadges, insertPosts, refillPosts } from './fill-page.ts'
import { expect, test } from './fixtures.ts'

/** Posts that look like ads to a careless program: none may ever be labelled. */

/** Those with words of their own for what isn't an ad, and one of each way to write. */
const LANGUAGES_OF_TRAPS = ['en', 'de', 'fr', 'pl', 'tr', 'ru', 'vi', 'ar', 'he', 'ja', 'th', 'ml'].map(languageOf)
/** Those that are watched while a page changes. */
const WATCHED = ['en', 'ar', 'ja', 'hi'].map(languageOf)
/** How long a badge that comes late is waited for, once those of ads are there. */
const GRACE = 150

interface TrapPost extends PagePost {
  id: string
}

const isTrap = (id: string | null) => id !== null && !id.startsWith('ad: ')

for (const [title, languages, trapsOf] of [['', LANGUAGES_OF_TRAPS, third], [', all @long', LANGUAGES, trapsIn]] as const) {
  test(`no trap is called an ad, or labelled${title}`, async ({ open, pages }) => {
    test.setTimeout(180_000)
    const failures: string[] = []
    for (const [at, language] of languages.entries()) {
      pages.set('/traps', renderPage(language, [...trapsOf(language, at), sentinel(language)]))
      const page = await open('traps')
      failures.push(...(await wrongVerdicts(page)), ...(await labelledTraps(page)).map((id) => `${id}: labelled`))
      await page.close()
    }
    expect(failures, list(failures)).toHaveLength(0)
  })
}

test('no trap is labelled that is inserted late', async ({ open, pages }) => {
  const failures: string[] = []
  for (const [at, language] of WATCHED.entries()) {
    pages.set('/late-traps', renderPage(language))
    const page = await open('late-traps')
    await insertPosts(page, [...third(language, at), sentinel(language)])
    failures.push(...(await labelledTraps(page)).map((id) => `${id}: labelled`))
    await page.close()
  }
  expect(failures, list(failures)).toHaveLength(0)
})

test('an ad that becomes a trap loses its badge', async ({ open, pages }) => {
  const failures: string[] = []
  for (const [at, language] of WATCHED.entries()) {
    const traps = third(language, at + 1).filter(({ html }) => html.split('data-demo-id').length === 2)
    const ads = traps.map(({ id, structure }) => plainAd(id, structure, language))
    pages.set('/recycled-traps', renderPage(language, ads))
    const page = await open('recycled-traps')
    await until(async () => Object.keys(await countBadges(page)).length === ads.length)
    await refillPosts(page, traps)
    await insertPosts(page, [sentinel(language)])
    failures.push(...(await labelledTraps(page)).map((id) => `${id}: still labelled`))
    await page.close()
  }
  expect(failures, list(failures)).toHaveLength(0)
})

/** Every trap in a language; their ids name it. */
function trapsIn(language: Language): TrapPost[] {
  return TRAPS.map((trap) => {
    const id = `${trap.id} × ${language.code}`
    return { id, ...trap.html(language, randomFrom(hash(id)), id) }
  })
}

/** Every third one, the others in the next two languages. */
function third(language: Language, at: number): TrapPost[] {
  return trapsIn(language).filter((_, index) => (index + at) % 3 === 0)
}

async function wrongVerdicts(page: Page): Promise<string[]> {
  const read = await readVerdicts(page, 'facebook')
  const ads = await page.$$eval('[data-demo-id^="ad: "]', (all) => all.map((ad) => ad.getAttribute('data-demo-id')))
  const missing = ads.filter((ad) => !read.some(({ id, verdict }) => id === ad && verdict === 'ad'))
  const wrong = read.filter(({ id, verdict }) => isTrap(id) && verdict === 'ad')
  return [
    ...missing.map((id) => `${id}: not found`),
    ...wrong.map(({ id, evidence }) => `${id}: ${evidence.map(({ sign, value }) => `${sign} "${value}"`).join(', ')}`),
  ]
}

function plainAd(id: string, structure: PagePost['structure'], language: Language): TrapPost {
  const random = randomFrom(hash(id))
  const { slot } = obfuscationOf('plain').make(language.labels[0] ?? '', random)
  return { id, structure, html: STRUCTURES[structure].post({ id, language, random, name: 'Harbour Lamps', slug: 'harbourlamps', slot, text: 'Light for every table.', picture: 'ad' }) }
}

/** An ad at the end: once it has its badge, everything before it has been judged. */
const sentinel = (language: Language) => plainAd('ad: sentinel', 'of 2026', language)

async function labelledTraps(page: Page): Promise<string[]> {
  await until(async () => (await countBadges(page))['ad: sentinel'] === 1)
  await sleep(GRACE)
  return Object.keys(await countBadges(page)).filter(isTrap)
}

/** @throws Error when it takes too long */
async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 10_000
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('the ads of the page have no badges')
    await sleep(20)
  }
}

function list(failures: readonly string[]): string {
  return `${failures.length} wrong\n${failures.join('\n')}\n`
}
