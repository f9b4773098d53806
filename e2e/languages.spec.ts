import type { Page } from 'puppeteer-core'
import { readBadges } from '../harness/badges.ts'
import { languagesIn, tagOf } from '../harness/languages.ts'
import { FIRST_RUN_PAGE, type Session } from '../harness/session.ts'
import { type Messages, readMessages } from '../scripts/locale-files.ts'
import type { MessageKey } from '../src/pages/i18n.ts'
import type { ExtensionGlobals } from './extension-pages.ts'
import { expect, extensionPath, launchWith, SITE, test } from './fixtures.ts'
import { readTexts } from './page-texts.ts'

/** Every language that there are texts of: all pages and a badge speak it, nothing in them is unresolved, and they fit narrow windows. */

/** In Firefox, whose sessions take longer, those that differ most: long words, right to left, no spaces, and one of a region. */
const IN_FIREFOX = ['de', 'ar', 'ja', 'pt_BR']
const FEED = `${SITE}?n=10&more=0&late=0`
const NARROW = { width: 320, height: 700 }

interface Shown {
  path: string
  /** What is there once it is complete. */
  ready: string
  heading: string
  /** The key of what the heading says. */
  says: MessageKey
}

const PAGES: readonly Shown[] = [
  { path: 'src/popup/index.html', ready: '#list-heading', heading: '#page-heading', says: 'pageHeading' },
  { path: 'src/options/index.html', ready: '#follow-on', heading: 'h1', says: 'options' },
  { path: FIRST_RUN_PAGE, ready: '#post-coffee', heading: 'h1', says: 'welcomeHeading' },
  { path: 'src/log/index.html', ready: '#log-rows [data-row]', heading: 'h1', says: 'logHeading' },
  // Opened about what is known no more, it has the form for a missing advertiser.
  { path: 'src/reports/index.html?about=gone', ready: '#report-preview', heading: '#kept-heading', says: 'keptHeading' },
]

/** A page on which the log is switched on, so that the feed that is opened next has something to tell it. */
async function prepare(session: Session): Promise<Page> {
  const page = await session.openExtensionPage('src/reports/index.html')
  await page.evaluate(() => ((globalThis as unknown as ExtensionGlobals).browser ?? chrome).runtime.sendMessage({ name: 'settings:change', payload: { log: true } }))
  return page
}

const tabOfFeed = (page: Page) =>
  page.evaluate(async (address) => (await ((globalThis as unknown as ExtensionGlobals).browser ?? chrome).tabs.query({ url: `${address}*` }))[0]?.id, SITE)

/** What is wrong with a page, in words. */
async function faults(page: Page, shown: Shown, messages: Messages, english: Messages): Promise<string[]> {
  const { lang, dir, width, texts, empty } = await readTexts(page)
  const heading = await page.$eval(shown.heading, (element) => element.textContent ?? '')
  const wanted = { lang: messages['textLanguage']?.message, dir: messages['textDirection']?.message, heading: messages[shown.says]?.message }
  const wrong = Object.entries({ lang, dir, heading }).flatMap(([what, is]) => (is === wanted[what as keyof typeof wanted] ? [] : [`${what} is "${is}", not "${wanted[what as keyof typeof wanted]}"`]))
  if (width > NARROW.width) wrong.push(`${width} px wide`)
  // Some keys are words, as a message may be as well.
  const isKey = (text: string) => Object.hasOwn(english, text) && /[A-Z_]/.test(text)
  wrong.push(...texts.filter((text) => /\$\w+\$|__MSG/.test(text) || isKey(text)).map((text) => `says "${text}"`))
  wrong.push(...empty.map((html) => `says nothing in ${html}`))
  return wrong.map((line) => `${shown.path}: ${line}`)
}

const english = readMessages('en')

for (const language of languagesIn()) {
  test(`${language}: pages and badges speak it, and fit narrow windows`, async ({ kind }) => {
    test.skip(kind === 'firefox' && !IN_FIREFOX.includes(language), 'Firefox does a few that differ')
    const messages = readMessages(language)
    expect(messages['textLanguage']?.message).toBe(tagOf(language))
    const session = await launchWith(kind, { extension: extensionPath(kind, 'plain'), language })
    try {
      const tool = await prepare(session)
      const feed = await session.newPage()
      await feed.goto(FEED)
      const unlisted = async () => (await readBadges(feed)).find(({ status }) => status === 'unlisted')?.text
      await expect.poll(unlisted, { timeout: 20_000 }).toBe(messages['claimUnlisted']?.message)
      const tab = await tabOfFeed(tool)
      const wrong: string[] = []
      for (const shown of PAGES) {
        const page = await session.openExtensionPage(`${shown.path}${shown.path.includes('popup') ? `?tab=${tab}` : ''}`)
        await page.setViewport(NARROW)
        await page.waitForSelector(shown.ready)
        // What is drawn for the window's width is drawn anew a moment after it has changed.
        await page.waitForFunction((width) => document.documentElement.scrollWidth <= width, { polling: 50, timeout: 5_000 }, NARROW.width).catch(() => undefined)
        wrong.push(...(await faults(page, shown, messages, english)))
        await page.close()
      }
      expect(wrong, wrong.join('\n')).toHaveLength(0)
    } finally {
      await session.close()
    }
  })
}
