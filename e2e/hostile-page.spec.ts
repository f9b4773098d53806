import { setTimeout as sleep } from 'node:timers/promises'
import type { Frame, Page } from 'puppeteer-core'
import { pressShortcut } from '../harness/actions.ts'
import { type BadgeView, readBadges, readCard } from '../harness/badges.ts'
import { grantSite } from '../harness/site-access.ts'
import { makeFeed, renderSite } from '../harness/sites/page.ts'
import { fixture as x } from '../harness/sites/x.ts'
import { siteById } from '../src/sites/registry.ts'
import { contentWorld } from './content-world.ts'
import { type ExtensionGlobals, keptReports } from './extension-pages.ts'
import { expect, launch, test } from './fixtures.ts'
import { flood, loadAll, readAll, sabotage } from './hostile-in-page.ts'
import { ad, organic, pageOf } from './hostile-posts.ts'
import { badgeCounts } from './site-page.ts'

/** A page whose own script is against us. What holds here is what SECURITY.md says. */

const PATAGONIA = ad('Patagonia', { href: 'https://www.facebook.com/patagonia' })
const ANYWHERE = '>>> adpledge-badge'

const visible = async (page: Page) => (await readBadges(page)).filter((badge) => badge.visible)
const texts = async (page: Page) => (await visible(page)).map(({ text }) => text)
const send = (page: Page, name: string, payload: unknown) => page.evaluate((message) => ((globalThis as unknown as ExtensionGlobals).browser ?? chrome).runtime.sendMessage<unknown, unknown>(message), { name, payload })

/** Right after an installation badges may be drawn anew once, when the lists have come. */
async function firstBadge(page: Page): Promise<BadgeView> {
  let badge: BadgeView | undefined
  await expect.poll(async () => ([badge] = await visible(page)).length).toBeGreaterThan(0)
  return badge as BadgeView
}

/** Whom the badges of each post name. */
async function namesByPost(page: Page): Promise<(string | undefined)[][]> {
  const posts = await page.$$eval('[aria-posinset]', (elements) => elements.length)
  const found = await Promise.all(Array.from({ length: posts }, (_, at) => readBadges(page, `[aria-posinset]:nth-of-type(${at + 1}) adpledge-badge`)))
  return found.map((badges) => badges.map(({ name }) => name.split(':')[0]))
}

/** Whether a page of the extension is what stands there. */
function isOurs(frame: Frame | Page): Promise<boolean> {
  return Promise.race([frame.evaluate(() => location.href.includes('-extension://') && document.querySelector('script[src], #root, main') !== null).catch(() => false), sleep(2_000, false)])
}

/** Puts the badge of one post into another. */
function moveBadge(page: Page, from: number, to: number): Promise<void> {
  return page.evaluate(
    (one, other) => {
      const posts = document.querySelectorAll('[aria-posinset]')
      const host = posts[one]?.querySelector('adpledge-badge')
      if (host) posts[other]?.prepend(host)
    },
    from,
    to,
  )
}

test('no way of reading that a page has gives it a word of a badge', async ({ open, pages }) => {
  pages.set('/reads', pageOf(`<main>${PATAGONIA}${organic('Jane Roe')}</main>`))
  const page = await open('reads')
  const badge = await firstBadge(page)
  const read = await page.evaluate(readAll, badge.box.x + badge.box.width / 2, badge.box.y + badge.box.height / 2)
  expect(read.hosts).toEqual(['adpledge-badge'])
  expect(read.shadows).toEqual([null])
  // The host is what is under the pointer and in an event's path, and nothing in it.
  expect(read.underPointer).toBe('adpledge-badge')
  expect(read.path[0]).toBe('adpledge-badge')
  expect(read.texts.join('\n')).toContain('Patagonia')
  expect(read.texts.filter((text) => /Joined|Stop Hate/.test(text))).toEqual([])
})

test('presses, keys and focus that a page makes up open nothing and send nothing', async ({ open, pages, session }) => {
  pages.set('/presses', pageOf(PATAGONIA, `addEventListener('click', (event) => event.preventDefault(), true)`))
  const page = await open('presses')
  await expect.poll(() => texts(page)).toHaveLength(1)
  const tabs = (await session.browser.pages()).length
  await page.evaluate(() => {
    const host = document.querySelector('adpledge-badge') as HTMLElement
    const { left, top } = host.getBoundingClientRect()
    const targets = [host, document.elementFromPoint(left + 5, top + 5) ?? host, host.parentElement ?? host]
    for (const target of targets) {
      for (const type of ['pointerover', 'pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'dblclick', 'auxclick', 'contextmenu']) {
        target.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, cancelable: true, clientX: left + 5, clientY: top + 5 }))
      }
      for (const key of ['Enter', ' ', 'Tab', 'Escape']) for (const type of ['keydown', 'keypress', 'keyup']) target.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, composed: true }))
      ;(target as HTMLElement).focus()
      ;(target as HTMLElement).click()
    }
    for (const type of ['toggle', 'beforetoggle', 'command', 'submit', 'adpledge', 'open']) host.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail: 'open' }))
  })
  expect(await readCard(page)).toBeNull()
  expect((await session.browser.pages()).length).toBe(tabs)
  // A person's press opens it, in the same place.
  await page.bringToFront()
  const badge = await firstBadge(page)
  await page.mouse.click(badge.box.x + 5, badge.box.y + 5)
  await expect.poll(async () => (await readCard(page))?.text ?? '').toContain('List:')
  // Buttons of the card are presses of a person's, too.
  const reports = await session.openExtensionPage('src/log/index.html')
  // Other tests of the same browser may have kept some.
  const before = await keptReports(reports)
  await page.evaluate(() => {
    const host = document.querySelector('adpledge-badge') as HTMLElement
    for (const type of ['pointerdown', 'pointerup', 'click']) host.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true }))
  })
  expect(await keptReports(reports)).toEqual(before)
  await reports.close()
})

test('elements that pass for badges are cleared from posts, and none is taken for ours', async ({ open, pages, session }) => {
  const forged = `<adpledge-badge id="forged"><template shadowrootmode="open"><div class="root light"><div class="place placed"><button class="badge joined"><span class="text">Joined everything</span></button></div></div></template>fake</adpledge-badge>`
  pages.set('/forged', pageOf(PATAGONIA.replace('<h4>', `${forged}<h4>`) + organic('Jane Roe').replace('<h4>', `${forged}<h4>`) + `<p>${forged}</p>`))
  const page = await open('forged')
  const inPosts = () => page.$$eval('[aria-posinset]', (posts) => posts.map((post) => ({ forged: post.querySelectorAll('#forged').length, all: post.querySelectorAll('adpledge-badge').length })))
  await expect.poll(inPosts).toEqual([{ forged: 0, all: 1 }, { forged: 0, all: 0 }])
  // One outside of posts is the page's own affair, and nobody comes to it by a shortcut.
  expect(await page.$$eval('p #forged', (elements) => elements.length)).toBe(1)
  await pressShortcut(session, page, 'next-ad')
  await pressShortcut(session, page, 'next-ad')
  expect(await page.evaluate(() => document.activeElement?.localName === 'adpledge-badge' && document.activeElement.closest('[aria-posinset]') === null)).toBe(false)
  // So does one that comes later, where there is no ad …
  await page.evaluate(forgeIn, 1)
  await expect.poll(inPosts).toEqual([{ forged: 0, all: 1 }, { forged: 0, all: 0 }])
  expect((await readBadges(page, '[aria-posinset] adpledge-badge')).map(({ name }) => name)).toEqual([expect.stringContaining('Patagonia: Joined')])
})

test('an element that passes for a badge and comes later into an ad’s post goes, and the real one stays', async ({ open, pages }) => {
  pages.set('/forged-later', pageOf(PATAGONIA))
  const page = await open('forged-later')
  await firstBadge(page)
  await page.evaluate(forgeIn, 0)
  await expect.poll(() => page.$$eval('adpledge-badge', (hosts) => hosts.map(({ id }) => id))).toEqual([''])
})

/** Runs inside a page: an element of the badge's name, with a tree that it can read. */
function forgeIn(post: number): void {
  const fake = document.createElement('adpledge-badge')
  fake.id = 'forged'
  fake.attachShadow({ mode: 'open' }).innerHTML = '<p style="color: green">Joined everything</p>'
  document.querySelectorAll('[aria-posinset] h4')[post]?.before(fake)
}

test('a badge that a page puts into another post does not stay there, and its ad gets one again', async ({ open, pages }) => {
  pages.set('/stolen', pageOf(PATAGONIA + organic('Jane Roe') + ad('Lantern Bikes')))
  const page = await open('stolen')
  await expect.poll(async () => (await texts(page)).length).toBe(2)
  const names = () => namesByPost(page)
  const right = [['Patagonia'], [], ['Lantern Bikes']]
  await moveBadge(page, 0, 1)
  await expect.poll(names).toEqual(right)
  // Aside first, and only later into a post.
  await page.evaluate(() => {
    const host = document.querySelector('[aria-posinset] adpledge-badge')
    if (host) document.body.append(host)
  })
  await expect.poll(names).toEqual(right)
  await page.evaluate(() => {
    const host = document.querySelector('body > adpledge-badge')
    if (host) document.querySelectorAll('[aria-posinset]')[1]?.prepend(host)
  })
  await expect.poll(names).toEqual(right)
})

test('a badge that a page puts into another ad’s post does not stay there', async ({ open, pages }) => {
  pages.set('/swapped', pageOf(PATAGONIA + ad('Lantern Bikes')))
  const page = await open('swapped')
  await expect.poll(async () => (await texts(page)).length).toBe(2)
  await moveBadge(page, 0, 1)
  await expect.poll(() => namesByPost(page)).toEqual([['Patagonia'], ['Lantern Bikes']])
})

test('badges that a page deletes come back, and what it lays over them stays its own affair', async ({ open, pages }) => {
  pages.set('/deletes', pageOf(`<style>.lid{position:fixed;inset:0;z-index:2147483647;background:#fff}</style>${Array.from({ length: 10 }, (_, at) => ad(`Firm ${at}`)).join('')}`))
  const page = await open('deletes')
  await expect.poll(async () => (await texts(page)).length).toBe(10)
  for (let round = 0; round < 3; round++) {
    await page.evaluate(() => {
      for (const host of document.querySelectorAll('adpledge-badge')) host.remove()
    })
    await expect.poll(async () => (await texts(page)).length).toBe(10)
  }
  // Covered, they are there and right, and nothing is done against it: a page's content is the page's.
  await page.evaluate(() => document.body.append(Object.assign(document.createElement('div'), { className: 'lid' })))
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  expect(await page.evaluate(() => document.querySelectorAll('.lid').length)).toBe(1)
  expect(await page.$$eval('adpledge-badge', (hosts) => hosts.length)).toBe(10)
})

test('a page that takes its own document away and writes another is labelled again, or left alone, without an error', async ({ open, pages }) => {
  pages.set('/rewrites', pageOf(PATAGONIA))
  const page = await open('rewrites')
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(String(error)))
  await expect.poll(() => texts(page)).toHaveLength(1)
  await page.evaluate((html) => {
    document.body.replaceChildren()
    document.body.append(document.createRange().createContextualFragment(html))
  }, PATAGONIA + ad('Lantern Bikes'))
  await expect.poll(async () => (await texts(page)).map((text) => text.slice(0, 6))).toEqual(['Joined', 'Not on'])
  expect(errors).toEqual([])
})

test('twenty thousand nodes in bursts, half of them like labels, leave every badge right and make no more of them', async ({ open, pages }) => {
  const real = [PATAGONIA, ad('Lantern Bikes'), organic('Jane Roe')]
  pages.set('/flood', pageOf(`${real.join('')}<div id="flood"></div>`))
  const page = await open('flood')
  await expect.poll(async () => (await texts(page)).length).toBe(2)
  const counts = await page.evaluate(flood, 40, 500)
  // The page got all its turns, and nothing of ours was drawn in its heap of words.
  expect(counts).toMatchObject({ nodes: 20_000, turns: 40, inFlood: 0 })
  await page.evaluate((html) => document.body.append(document.createRange().createContextualFragment(html)), ad('Came Afterwards'))
  await expect.poll(async () => (await visible(page)).map(({ name }) => name.split(':')[0])).toEqual(['Patagonia', 'Lantern Bikes', 'Came Afterwards'])
  expect(await page.$$eval('adpledge-badge', (hosts) => hosts.length)).toBe(3)
  // Badges of before were not drawn over and over while that went on.
  expect(counts.drawn).toBeLessThanOrEqual(2)
})

test('built-ins that a page redefines while we run change no badge', async ({ open, pages, session }) => {
  pages.set('/redefined', pageOf(PATAGONIA + organic('Jane Roe') + ad('Lantern Bikes'), `(${sabotage.toString()})()`))
  const page = await open('redefined')
  const broken = await page.evaluate(() => (globalThis as unknown as { broken: number }).broken)
  expect(broken).toBeGreaterThan(30)
  await page.evaluate((html) => (globalThis as unknown as { later: (html: string) => void }).later(html), ad('Came Afterwards'))
  const found = () => page.evaluate(() => (globalThis as unknown as { badges: () => number }).badges())
  await expect.poll(found).toBe(3)
  await page.evaluate(() => (globalThis as unknown as { mend: () => void }).mend())
  await expect.poll(async () => (await visible(page)).map(({ name }) => name)).toEqual([expect.stringMatching(/^Patagonia: Joined/), 'Lantern Bikes: Not on the list', 'Came Afterwards: Not on the list'])
  // What it took in its traps was never ours.
  expect(await page.evaluate(() => (globalThis as unknown as { caught: string[] }).caught.filter((text) => /adpledge|Joined|Not on the list/.test(text)))).toEqual([])
  await pressShortcut(session, page, 'previous-ad')
  await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe('adpledge-badge')
})

test('built-ins that a page redefined before we came change no badge', async ({ kind }) => {
  const own = new Map<string, string>()
  const session = await launch(kind, 'plain', own)
  try {
    const site = siteById('x')
    const [language] = x.languages
    if (!site || !language) throw new Error('no X')
    const posts = makeFeed(x, language)
    own.set(x.address, renderSite({ ...x, script: `(${sabotage.toString()})();${x.script ?? ''}` }, language, posts))
    const page = await session.newPage()
    await page.goto(x.address, { waitUntil: 'load' })
    expect(await page.evaluate(() => (globalThis as unknown as { broken: number }).broken)).toBeGreaterThan(30)
    expect(await page.$$('adpledge-badge')).toHaveLength(0)
    // The script is put into the tab that is open.
    await grantSite(session, site)
    await page.bringToFront()
    const ads = posts.filter((post) => post.ad)
    await expect.poll(() => page.evaluate(() => (globalThis as unknown as { badges: () => number }).badges())).toBe(ads.length)
    await page.evaluate(() => (globalThis as unknown as { mend: () => void }).mend())
    expect(Object.keys(await badgeCounts(page)).toSorted()).toEqual(ads.map(({ id }) => id).toSorted())
    const names = (await readBadges(page, ANYWHERE)).map(({ name }) => name.replaceAll(/\s+/g, ' ')).toSorted()
    expect(names).toEqual(ads.flatMap((post) => post.ad?.badge ?? []).toSorted())
  } finally {
    await session.close()
  }
})

test('an advertiser whose name is code, or megabytes long, is one line in badge, log and report', async ({ kind }) => {
  test.slow()
  const own = new Map([['/names', pageOf(`<style>h4{width:500px;height:20px;overflow:hidden;white-space:nowrap}</style>${ad('<img src=x onerror="window.hit = 1">')}${ad('Long')}${PATAGONIA}<script>document.querySelectorAll('h4 a')[1].textContent = 'N'.repeat(5_000_000)</script>`)]])
  const session = await launch(kind, 'plain', own)
  try {
    const log = await session.openExtensionPage('src/log/index.html')
    await send(log, 'settings:change', { log: true })
    const page = await session.newPage()
    await page.goto('https://www.facebook.com/names', { waitUntil: 'load' })
    await page.bringToFront()
    await expect.poll(async () => (await texts(page)).length).toBe(3)
    const badges = await visible(page)
    expect(badges.map(({ text }) => text.slice(0, 6))).toEqual(['Not on', 'Not on', 'Joined'])
    expect(Math.max(...badges.map(({ name }) => name.length))).toBeLessThan(300)
    expect(badges[0]?.name).toContain('<img src=x')
    expect(badges[1]?.name).toMatch(/^N{50,}/)
    expect(await page.evaluate(() => document.body.textContent?.length ?? 0)).toBeGreaterThan(5_000_000)
    // One ad that is too long must not cost the others of its moment their row.
    const rows = async () => ((await send(log, 'log:rows', { filter: { text: '', status: null, site: null, from: null, until: null }, before: null, limit: 10 })) as { rows: { advertiser: string }[] }).rows
    await expect.poll(async () => (await rows()).length).toBe(3)
    expect(Math.max(...(await rows()).map((row) => JSON.stringify(row).length))).toBeLessThan(2_000)
    // From the last one back: the middle of the window is below all of them.
    const before = new Set(await session.browser.pages())
    const focused = () => page.evaluate(() => (document.activeElement?.localName === 'adpledge-badge' ? document.activeElement.closest('[aria-posinset]')?.querySelector('h4')?.textContent?.trim().slice(0, 4) : ''))
    await pressShortcut(session, page, 'previous-ad')
    await expect.poll(focused).toBe('Pata')
    await pressShortcut(session, page, 'previous-ad')
    await expect.poll(focused).toBe('NNNN')
    await pressShortcut(session, page, 'report-ad')
    const opened = async () => (await session.browser.pages()).find((one) => !before.has(one))
    await expect.poll(opened).toBeDefined()
    const report = await opened()
    const preview = () => report?.evaluate(() => document.querySelector('#report-preview')?.textContent ?? '').catch(() => '') ?? ''
    await expect.poll(preview).toContain('Advertiser: NNNN')
    expect((await preview()).length).toBeLessThan(2_000)
    expect(await page.evaluate(() => (globalThis as unknown as { hit?: number }).hit ?? null)).toBeNull()
    expect(await log.evaluate(() => (globalThis as unknown as { hit?: number }).hit ?? null)).toBeNull()
  } finally {
    await session.close()
  }
})

test('messages that a page makes up reach nothing of ours', async ({ open, pages, session }) => {
  pages.set('/messages', pageOf(PATAGONIA))
  const page = await open('messages')
  await expect.poll(() => texts(page)).toHaveLength(1)
  const log = await session.openExtensionPage('src/log/index.html')
  const settings = () => log.evaluate(async () => JSON.stringify((await ((globalThis as unknown as ExtensionGlobals).browser ?? chrome).storage.local.get('settings'))['settings'] ?? null))
  const before = [await settings(), JSON.stringify(await keptReports(log))]
  const reached = await page.evaluate(async (id) => {
    const messages = [
      { name: 'settings:change', payload: { badges: false } },
      { name: 'data:reset', payload: null },
      { name: 'report:keep', payload: { kind: 'missing', title: 'x', body: 'x' } },
      { name: 'tab:ads', payload: null },
    ]
    const answers: string[] = []
    addEventListener('message', ({ data, source, isTrusted }) => {
      const isEcho = source === window && messages.some(({ name }) => name === (data as { name?: string } | null)?.name)
      if (isTrusted && !isEcho) answers.push(JSON.stringify(data))
    })
    for (const message of messages) {
      postMessage(message, '*')
      for (const target of [window, document, document.documentElement, document.querySelector('adpledge-badge')]) {
        for (const type of ['adpledge', 'message', message.name]) target?.dispatchEvent(new CustomEvent(type, { detail: message, bubbles: true, composed: true }))
      }
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target
      new BroadcastChannel('adpledge').postMessage(message)
    }
    const found = globalThis as unknown as Record<'chrome' | 'browser', { runtime?: { sendMessage?: (...args: unknown[]) => unknown; connect?: (...args: unknown[]) => unknown } } | undefined>
    for (const name of ['chrome', 'browser'] as const) {
      for (const message of messages) {
        // Where a browser gives pages such a function at all, nobody is behind it.
        const answer = await Promise.race([Promise.resolve(found[name]?.runtime?.sendMessage?.(id, message)).catch(() => undefined), new Promise((done) => setTimeout(done, 200))])
        if (answer !== undefined) answers.push(JSON.stringify(answer))
      }
    }
    return answers
  }, new URL(session.extensionUrl).host)
  expect(reached).toEqual([])
  expect([await settings(), JSON.stringify(await keptReports(log))]).toEqual(before)
  expect(await texts(page)).toHaveLength(1)
  // The same message counts where it comes from a page of the extension's.
  await send(log, 'settings:change', { badges: false })
  await expect.poll(() => texts(page)).toHaveLength(0)
  await send(log, 'settings:change', { badges: true })
  await log.close()
})

test('a content script that a page had taken over could not do what only our pages may', async ({ open, kind }) => {
  test.skip(kind === 'firefox', "only Chromium lets a test into the content script's world")
  const page = await open('?n=1&more=0&late=0')
  await page.waitForSelector('adpledge-badge')
  const inWorld = await contentWorld(page)
  const ask = (message: unknown) => inWorld(`globalThis.answer = undefined; chrome.runtime.sendMessage(${JSON.stringify(message)}).then((value) => (answer = { value: value ?? null }), (error) => (answer = { error: String(error) }))`)
  const answer = async (message: unknown) => {
    await ask(message)
    await expect.poll(() => inWorld('JSON.stringify(globalThis.answer ?? null)')).not.toBe('null')
    return JSON.parse((await inWorld('JSON.stringify(answer)')) as string) as { value?: unknown; error?: string }
  }
  for (const name of ['data:export', 'data:reset', 'log:clear', 'report:list', 'own-label:list', 'list:info', 'follow:state']) {
    expect((await answer({ name, payload: null })).error, name).toContain('not from here')
  }
  expect((await answer({ name: 'settings:change', payload: { log: true } })).error).toContain('not from here')
  // What it may ask is asked in the right form, or gets nothing.
  for (const payload of [null, {}, { list: 7, entry: {} }, { list: 'x', entry: 'y', more: 1 }, { list: 'x'.repeat(1_000), entry: 'y' }]) {
    expect((await answer({ name: 'list:record', payload })).error, JSON.stringify(payload)).toMatch(/^Error: list:record: /)
  }
  expect((await answer({ name: 'script:load', payload: '../background' })).error).toMatch(/^Error: script:load: /)
  expect(await answer({ name: 'list:record', payload: { list: 'x', entry: 'y' } })).toEqual({ value: null })
})

test('no page or file of the extension can be opened, framed or loaded by a web page', async ({ open, pages, session }) => {
  pages.set('/loads', pageOf(PATAGONIA))
  const page = await open('loads')
  await expect.poll(() => texts(page)).toHaveLength(1)
  const urls = ['src/options/index.html', 'src/welcome/index.html', 'manifest.json', 'icons/16.png', 'content/card.js', 'content/facebook.js'].map((path) => session.extensionUrl + path)
  const before = new Set(await session.browser.pages())
  expect(await page.evaluate(loadAll, urls)).toEqual([])
  // Where a frame or a window would be the extension's page there is the browser's own page about an error, or nothing.
  const windows = (await session.browser.pages()).filter((one) => !before.has(one))
  const frames = page.frames().filter((frame) => frame !== page.mainFrame())
  expect(frames).toHaveLength(2)
  expect((await Promise.all([...windows, ...frames].map(isOurs))).filter(Boolean)).toEqual([])
  // The same look tells one that is open.
  const options = await session.openExtensionPage('src/options/index.html')
  expect(await isOurs(options)).toBe(true)
  for (const one of [...windows, options]) await one.close()
})
