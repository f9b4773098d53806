import type { Page } from 'puppeteer-core'
import type { TabAds } from '../src/shared/messages.ts'
import { type ExtensionGlobals, keptReports, openPopup } from './extension-pages.ts'
import { expect, test } from './fixtures.ts'

/** What is told when a site may not be read as it should be, and the report about it. */

/** All that somebody wrote on it begins with "zq", and its numbers are 4711. */
const POST = `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>zqtitle</title><body style="margin:0"><div role="main">
  <div role="article" aria-posinset="4711" data-zqnone="" style="height:2000px">
    <h4 id="zqid4711"><a href="https://www.facebook.com/zqanna.4711?zqref=4711" role="link" aria-label="zqanna 4711">zqanna zqexample</a></h4>
    <div dir="auto" class="zqclass zqother">zqwrote this 4711 <img alt="zqpicture" src="https://zqhost.example/4711.png"><zqtag>zqinside</zqtag></div>
    <zq-4711-card><template shadowrootmode="open"><span title="zqshadow">zqopen</span></template></zq-4711-card>
    <template><p>zqtemplate</p></template>
    <a href="https://zqshop.example/4711">zqshop</a><a href="#">zqhash</a>
  </div></div>`

async function storeIn(page: Page, items: Record<string, unknown>): Promise<void> {
  await page.evaluate(async (all) => ((globalThis as unknown as ExtensionGlobals).browser ?? chrome).storage.local.set(all), items)
}
const stored = (page: Page, key: string) => page.evaluate(async (name) => (await ((globalThis as unknown as ExtensionGlobals).browser ?? chrome).storage.local.get(name))[name], key)
const textOf = (page: Page, selector: string) => page.$eval(selector, (element) => element.textContent?.trim() ?? '')

/** How many posts a tab's script has looked at. */
const postsIn = (page: Page, tab: number) =>
  page.evaluate(async (id) => (await ((globalThis as unknown as ExtensionGlobals).browser ?? chrome).tabs.sendMessage<object, TabAds>(id, { name: 'tab:ads', payload: null })).health.posts, tab)

test('the report of a site holds how one post is made, and not a word of it', async ({ open, pages, session }) => {
  pages.set('/skeleton', POST)
  await open('skeleton')
  const { popup, tab } = await openPopup(session)
  // Right after the installation a page waits for the lists before it looks at any post.
  await expect.poll(() => postsIn(popup, tab)).toBe(1)
  const link = await popup.waitForSelector('#report-broken')
  expect(await textOf(popup, '#site-condition')).toBe('')
  const address = await link?.evaluate((element) => (element as HTMLAnchorElement).href)
  const report = await session.openExtensionPage((address ?? '').replace(session.extensionUrl, ''))
  await report.waitForSelector('#report-preview')
  await report.type('#report-note', 'No badges since Monday')
  const preview = await textOf(report, '#report-preview')
  expect(preview).toContain('Site isn’t labelled right: Facebook')
  expect(preview).toContain('Language of the page: en-GB')
  expect(preview).toContain('No badges since Monday')
  expect(preview).toContain('This page: 1 posts, 0 of them without a header that could be read, 0 ads, 1 posts since the last ad')
  const [, skeleton = ''] = preview.split('numbers:\n')
  const lines = skeleton.split('\n').map((line) => line.trim())
  expect(lines).toEqual([
    'div role=article aria-posinset data-zqnone style', 'h4 id', 'a href=inside role=link aria-label', 'text×30', 'div dir class×2', 'text×30', 'img alt src', '?', 'text×10',
    'zq-0000-card', '#shadow-root', 'span title', 'text×10', 'template', '#template', 'p', 'text×10', 'a href=outside', 'text×10', 'a href=none', 'text×10',
  ])
  // Names that a developer gave are all that is left.
  expect(preview.replace('data-zqnone', '').replace('zq-0000-card', '')).not.toMatch(/zq|4711/i)

  await report.$eval('#keep-and-save', (button) => (button as HTMLButtonElement).click())
  await expect.poll(() => textOf(report, '#report-outcome')).toBe('Kept, and saved as a file.')
  const kept = await keptReports(report)
  expect(kept.map(({ kind, title, body }) => [kind, `${title}\n\n${body}`])).toEqual([['broken', preview]])
  await report.waitForSelector('#kept-list li.kept')
  await report.close()
  await popup.close()
})

test('a page without anything like a post, or none any more, is reported without its structure', async ({ open, pages, session }) => {
  pages.set('/empty', '<!doctype html><html lang="zq 4711"><meta charset="utf-8"><body>zqtext')
  const page = await open('empty')
  const { popup } = await openPopup(session)
  const address = await (await popup.waitForSelector('#report-broken'))?.evaluate((element) => (element as HTMLAnchorElement).href)
  for (const gone of [false, true]) {
    if (gone) await page.close()
    const report = await session.openExtensionPage((address ?? '').replace(session.extensionUrl, ''))
    await report.waitForSelector('#report-preview')
    expect(await textOf(report, '#report-preview')).not.toMatch(/Structure|Language|zq|4711/)
    await report.close()
  }
  await popup.close()
})

test('the popup says calmly when no ad came for long, and when a site is calmed', async ({ open, session }) => {
  await open('?n=0&more=0')
  const { popup: before, tab } = await openPopup(session)
  await before.waitForSelector('#report-broken')
  expect(await textOf(before, '#site-condition')).toBe('')
  await storeIn(before, { 'site-health': { facebook: { posts: 412, unreadable: 3, since: new Date(0).toISOString() } } })
  await before.close()
  const popup = await session.openExtensionPage(`src/popup/index.html?tab=${tab}`)
  await expect.poll(() => textOf(popup, '#site-condition').catch(() => '')).toContain('No ad among the last 412 posts on Facebook')
  expect(await textOf(popup, '#site-condition')).toContain('ad blocker or a paid plan')
  const key = 'site:facebook'
  const part = await stored(popup, key)
  await storeIn(popup, { [key]: { ...(part as object), calmed: true } })
  await expect.poll(() => textOf(popup, '#site-condition')).toContain('paused for now')
  await storeIn(popup, { [key]: part, 'site-health': {} })
  await popup.close()
})
