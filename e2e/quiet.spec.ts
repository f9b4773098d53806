import type { Page } from 'puppeteer-core'
import { inBrowser } from '../harness/actions.ts'
import { ListHost } from '../harness/list-host.ts'
import { readBadges } from '../harness/badges.ts'
import type { Session } from '../harness/session.ts'
import { LIST_URLS } from './builds.ts'
import { type ExtensionGlobals, openPopup } from './extension-pages.ts'
import { expect, launch, SITE, test } from './fixtures.ts'
import { badgeOf, openCard } from './open-card.ts'

/** What leaves the browser while somebody browses: every request that the extension makes, wherever from, as the browser itself tells it. */

interface Watch {
  /** Addresses, in order. */
  requests: () => Promise<string[]>
}

/** Begins to listen to all that the extension asks of the network. */
async function watch(session: Session): Promise<Watch> {
  if (session.kind === 'firefox') {
    // The parent process sees every request of every process, and on whose behalf it is made.
    await inBrowser(session, `
      window.adpledgeAsked = []
      Services.obs.addObserver((subject) => {
        const channel = subject.QueryInterface(Ci.nsIHttpChannel)
        const { triggeringPrincipal, loadingPrincipal } = channel.loadInfo ?? {}
        if ([triggeringPrincipal, loadingPrincipal].some((principal) => principal?.addonPolicy?.id?.startsWith('adpledge@'))) window.adpledgeAsked.push(channel.URI.spec)
      }, 'http-on-modify-request')
      return true`)
    return { requests: async () => JSON.parse((await inBrowser(session, 'return JSON.stringify(window.adpledgeAsked)')) as string) as string[] }
  }
  const asked: string[] = []
  const target = await session.browser.waitForTarget((one) => one.type() === 'service_worker' && one.url().startsWith(session.extensionUrl))
  const client = await target.createCDPSession()
  client.on('Network.requestWillBeSent', ({ request }) => asked.push(request.url))
  await client.send('Network.enable')
  // And its pages, each from before it is one.
  session.browser.on('targetcreated', (created) => {
    if (created.type() !== 'page') return
    void created.page().then((page) => page?.on('request', (request) => {
      if (request.frame()?.url().startsWith(session.extensionUrl)) asked.push(request.url())
    }))
  })
  return { requests: () => Promise.resolve(asked.filter((url) => /^(http|ws)/.test(url))) }
}

/** What somebody does in an hour: reads a feed, opens a card, looks at the popup, changes settings, looks companies up, keeps a report. */
async function browse(session: Session): Promise<Page> {
  const page = await session.newPage()
  const others: string[] = []
  page.on('request', (request) => {
    if (request.url().startsWith('http') && !request.url().startsWith(SITE)) others.push(request.url())
  })
  for (const path of ['?n=40&more=0&late=0', '?n=40&more=0&late=0&lang=de', '?n=60&more=0&structure=2026']) {
    await page.goto(SITE + path, { waitUntil: 'load' })
    await page.bringToFront()
    await expect.poll(async () => (await readBadges(page)).filter(({ visible }) => visible).length).toBeGreaterThan(5)
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
  }
  await page.goto(`${SITE}?n=40&more=0&late=0`, { waitUntil: 'load' })
  await page.waitForSelector(badgeOf('p8'))
  await openCard(page, 'p8')
  const { popup } = await openPopup(session)
  const send = (name: string, payload: unknown) => popup.evaluate((message) => ((globalThis as unknown as ExtensionGlobals).browser ?? chrome).runtime.sendMessage<unknown, unknown>(message), { name, payload })
  await send('settings:change', { log: true, statuses: { unlisted: false } })
  expect(await send('list:search', { text: 'Patagonia' })).toMatchObject({ more: 0 })
  expect(await send('list:domain', { domain: 'patagonia.com' })).toMatchObject({ kind: 'listed' })
  await send('own-label:save', { id: null, name: 'Acme', domain: 'acme.com', text: 'Friends' })
  await send('report:keep', { kind: 'missing', title: 'Missing advertiser: Acme', body: 'Advertiser: Acme' })
  await page.reload({ waitUntil: 'load' })
  await expect.poll(async () => (await readBadges(page)).filter(({ visible }) => visible).length).toBe(12)
  // Neither does the page ask for anything that it didn't before.
  expect(others).toEqual([])
  return popup
}

/** Runs where it may be seen. */
function ask(url: string): Promise<void> {
  return fetch(url).then(() => undefined, () => undefined)
}

test('an hour of browsing with everything that can be used makes no request at all, where the build has no addresses', async ({ kind }) => {
  test.slow()
  const session = await launch(kind, 'plain')
  try {
    const { requests } = await watch(session)
    const popup = await browse(session)
    expect(await requests()).toEqual([])
    // The same watch sees one that is made.
    const address = (by: string) => `http://127.0.0.1:${new URL(LIST_URLS[kind]).port}/${by}`
    await popup.evaluate(ask, address('page'))
    await expect.poll(requests).toContain(address('page'))
    if (kind === 'firefox') return
    const worker = await (await session.browser.waitForTarget((one) => one.type() === 'service_worker' && one.url().startsWith(session.extensionUrl))).worker()
    await worker?.evaluate(ask, address('background'))
    await expect.poll(requests).toContain(address('background'))
  } finally {
    await session.close()
  }
})

test('with an address for its list the extension asks that host for the list, and nobody for anything else', async ({ kind }) => {
  test.slow()
  const host = await ListHost.open(Number(new URL(LIST_URLS[kind]).port))
  const session = await launch(kind, 'syncing')
  try {
    const { requests } = await watch(session)
    const popup = await browse(session)
    await popup.evaluate(() => ((globalThis as unknown as ExtensionGlobals).browser ?? chrome).runtime.sendMessage<unknown, unknown>({ name: 'list:check', payload: { source: null } }))
    await expect.poll(requests).toContain(`${LIST_URLS[kind]}head.txt`)
    expect((await requests()).filter((url) => !url.startsWith(LIST_URLS[kind]))).toEqual([])
    // And of what was seen or looked up nothing is in what the host gets.
    for (const { method, path, headers } of host.requests) expect([method, path, Object.keys(headers).filter((name) => ['cookie', 'referer', 'origin', 'authorization'].includes(name))]).toEqual(['GET', expect.stringMatching(/^\/(head\.txt|data\/[0-9a-f]{64}\.json)$/), []])
  } finally {
    await session.close()
    await host.close()
  }
})
