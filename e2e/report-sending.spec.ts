import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElementHandle, Page } from 'puppeteer-core'
import { findBrowser, type BrowserKind } from '../harness/find.ts'
import { ReportReceiver } from '../harness/report-receiver.ts'
import manifest from '../manifest.json' with { type: 'json' }
import { openSession, type Session } from '../harness/session.ts'
import { allowReports, forbidReports, reportsAllowed } from '../harness/site-access.ts'
import type { KeptReport } from '../src/shared/messages.ts'
import { REPORT_ENDPOINTS, REPORT_MAIL } from './builds.ts'
import { type ExtensionGlobals, keptReports } from './extension-pages.ts'
import { expect, extensionPath, launch, test as base } from './fixtures.ts'

/** Reports on their way from the form to a receiver on this machine, which may not be there, or behave badly. */

interface Fixtures {
  receiver: ReportReceiver
  reporting: Session
}

const test = base.extend<Fixtures, { kind: BrowserKind }>({
  receiver: async ({ kind }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'adpledge-receiver-'))
    const receiver = await ReportReceiver.open(join(folder, 'reports.jsonl'), Number(new URL(REPORT_ENDPOINTS[kind]).port))
    await use(receiver)
    await receiver.close()
    rmSync(folder, { recursive: true, force: true })
  },
  reporting: async ({ kind }, use) => {
    const session = await launch(kind, 'reporting')
    await use(session)
    await session.close()
  },
})

const PAGE = 'src/reports/index.html'
const WAITING = { timeout: 20_000 }

const send = (page: Page, name: string, payload: unknown) => page.evaluate((message) => ((globalThis as unknown as ExtensionGlobals).browser ?? chrome).runtime.sendMessage(message), { name, payload })
const kept = keptReports
const stateOf = async (page: Page) => (await kept(page))[0]?.sending?.state ?? null
const textOf = (page: Page, selector: string) => page.$eval(selector, (element) => element.textContent?.trim() ?? '')
/** As a person does: Firefox takes nothing else for a wish to send. */
async function press(page: Page, label: string): Promise<void> {
  await page.bringToFront()
  const found = await page.evaluateHandle((wanted) => [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === wanted), label)
  const button = found.asElement() as ElementHandle<HTMLButtonElement> | null
  if (!button) throw new Error(`no button “${label}”`)
  await button.click()
}

/** The form in the popup, about an advertiser. */
async function write(session: Session, name: string): Promise<Page> {
  const popup = await session.openExtensionPage('src/popup/index.html?tab=999999')
  await popup.waitForSelector('#report-missing')
  await popup.$eval('#report-missing', (button) => (button as HTMLButtonElement).click())
  await popup.waitForSelector('#report-name')
  await popup.type('#report-name', name)
  await expect.poll(() => textOf(popup, '#report-preview')).toContain(`Advertiser: ${name}`)
  return popup
}

/** Keeps a report and has it sent, as the buttons do. */
async function keepAndSend(page: Page, title: string): Promise<string> {
  const { report } = (await send(page, 'report:keep', { kind: 'missing', title, body: `Advertiser: ${title}` })) as { report: KeptReport }
  expect(await send(page, 'report:send', { id: report.id })).toMatchObject({ ok: true })
  return report.id
}

test('a build that can send reports declares it to Firefox, any other declares that it sends nothing', ({ kind }) => {
  test.skip(kind !== 'firefox', 'only Firefox’s manifest says so')
  const declared = (build: 'plain' | 'reporting') => (JSON.parse(readFileSync(join(extensionPath(kind, build), 'manifest.json'), 'utf8')) as typeof manifest).browser_specific_settings.gecko.data_collection_permissions
  expect(declared('plain')).toEqual({ required: ['none'] })
  expect(declared('reporting')).toEqual({ required: ['none'], optional: ['websiteContent'] })
})

test('a report is shown, kept, sent and marked as received, and nothing else goes out', async ({ receiver, reporting }) => {
  const popup = await write(reporting, 'Lantern Bikes')
  const preview = await textOf(popup, '#report-preview')
  expect(await textOf(popup, '#report-besides')).toMatch(/what kind of report it is, and a random number/)
  expect((await textOf(popup, '#report-besides')).includes('an address of this installation')).toBe(reporting.kind === 'firefox')
  expect(await kept(popup)).toEqual([])
  expect(receiver.requests).toEqual([])
  if (reporting.kind === 'firefox') expect(await reportsAllowed(popup)).toBe(false)
  await popup.click('#keep-and-send')
  await expect.poll(() => textOf(popup, 'output.sending').catch(() => '')).toMatch(/^Received /)
  if (reporting.kind === 'firefox') expect(await reportsAllowed(popup)).toBe(true)
  const [report] = await kept(popup)
  expect(`${report?.title}\n\n${report?.body}`).toBe(preview)
  expect(receiver.received()).toMatchObject([{ id: report?.id, kind: 'missing', title: report?.title, body: report?.body }])
  const [request] = receiver.requests
  expect(Object.keys(JSON.parse(request?.body ?? '') as object).toSorted()).toEqual(['body', 'id', 'kind', 'title'])
  expect(request?.headers).toMatchObject({ 'content-type': 'application/json', 'idempotency-key': report?.id })
  // In Firefox it is another one for each installation, which is told.
  expect(request?.headers.origin).toBe(reporting.extensionUrl.replace(/\/$/, ''))
  expect(Object.keys(request?.headers ?? {}).filter((name) => ['cookie', 'referer', 'authorization'].includes(name))).toEqual([])
  const page = await reporting.openExtensionPage(PAGE)
  await page.waitForSelector('li.kept')
  expect(await textOf(page, 'li.kept output.sending')).toMatch(/^Received /)
  expect(await page.$$eval('li.kept button', (buttons) => buttons.map(({ textContent }) => textContent?.trim()))).not.toContain('Send again')
})

test('while nobody is there a report waits, and is received when somebody is', async ({ receiver, reporting }) => {
  await receiver.goOffline()
  const popup = await write(reporting, 'Lantern Bikes')
  await popup.click('#keep-and-send')
  await expect.poll(() => textOf(popup, 'output.sending').catch(() => ''), WAITING).toMatch(/^Not received yet: there was no connection to it\. Next try: .* Tried once so far\.$/)
  const page = await reporting.openExtensionPage(PAGE)
  await page.waitForSelector('li.kept')
  await receiver.goOnline()
  await press(page, 'Send again')
  await expect.poll(() => textOf(page, 'li.kept output.sending'), WAITING).toMatch(/^Received /)
  expect(receiver.received()).toHaveLength(1)
})

test('a receiver’s trouble and its pause are told, and kept to', async ({ receiver, reporting }) => {
  await allowReports(reporting)
  receiver.misbehaviour = { status: 429, retryAfter: '86400' }
  const page = await reporting.openExtensionPage(PAGE)
  await keepAndSend(page, 'Acme')
  await expect.poll(() => textOf(page, 'li.kept output.sending').catch(() => ''), WAITING).toContain('it takes no more reports at the moment (429)')
  const [report] = await kept(page)
  expect(report?.sending).toMatchObject({ state: 'waiting', tries: 1, error: 'HTTP 429' })
  const next = report?.sending?.state === 'waiting' ? Date.parse(report.sending.next) : 0
  expect(next).toBeGreaterThan(Date.now() + 23 * 3_600_000)
})

test('a report whose receipt got lost is sent again, and counted once', async ({ receiver, reporting }) => {
  await allowReports(reporting)
  receiver.misbehaviour = 'lose'
  const page = await reporting.openExtensionPage(PAGE)
  const id = await keepAndSend(page, 'Acme')
  await expect.poll(async () => (await kept(page))[0]?.sending, WAITING).toMatchObject({ state: 'waiting', error: 'network' })
  receiver.misbehaviour = null
  await send(page, 'report:send', { id })
  await expect.poll(() => stateOf(page), WAITING).toBe('received')
  expect(receiver.requests.length).toBeGreaterThan(1)
  expect(receiver.received().map((report) => report.id)).toEqual([id])
})

test('a report that is not accepted says why, and can be sent again', async ({ receiver, reporting }) => {
  await allowReports(reporting)
  receiver.misbehaviour = { status: 400 }
  const page = await reporting.openExtensionPage(PAGE)
  await keepAndSend(page, 'Acme')
  await expect.poll(() => textOf(page, 'li.kept output.sending').catch(() => ''), WAITING).toMatch(/^Not accepted .*: it could not use the report \(400\)\.$/)
  receiver.misbehaviour = null
  await press(page, 'Send again')
  await expect.poll(() => stateOf(page), WAITING).toBe('received')
})

test('a report that is called off goes out no more, even while it is going out', async ({ receiver, reporting }) => {
  await allowReports(reporting)
  receiver.misbehaviour = 'stall'
  const page = await reporting.openExtensionPage(PAGE)
  await keepAndSend(page, 'Acme')
  await keepAndSend(page, 'Bolt')
  await expect.poll(() => receiver.requests.length, WAITING).toBe(1)
  for (const { id } of await kept(page)) expect(await send(page, 'report:call-off', { id })).toEqual({ ok: true })
  receiver.misbehaviour = null
  expect((await kept(page)).map(({ sending }) => sending)).toEqual([null, null])
  // Sending comes one after the other: what was called off would have gone out before this one.
  const last = await keepAndSend(page, 'Cog')
  await expect.poll(() => receiver.received().map(({ id }) => id), WAITING).toEqual([last])
  expect(receiver.requests).toHaveLength(2)
})

test('a kept report is sent from the list only after it was shown', async ({ receiver, reporting }) => {
  const page = await reporting.openExtensionPage(PAGE)
  await send(page, 'report:keep', { kind: 'missing', title: 'Missing advertiser: Acme', body: 'Advertiser: Acme' })
  await page.waitForSelector('li.kept')
  expect(await page.$eval('li.kept details', ({ open }) => open)).toBe(false)
  await press(page, 'Send')
  await page.waitForSelector('.sending-ask')
  expect(await page.$eval('li.kept details', ({ open }) => open)).toBe(true)
  expect(await textOf(page, 'li.kept pre')).toBe('Missing advertiser: Acme\n\nAdvertiser: Acme')
  expect(receiver.requests).toEqual([])
  await press(page, 'Send')
  await expect.poll(() => textOf(page, 'li.kept output.sending'), WAITING).toMatch(/^Received /)
})

test('what Firefox lets out no more is called off, and goes out only after a press that asks anew', async ({ kind, receiver, reporting }) => {
  test.skip(kind !== 'firefox', 'only Firefox asks whether data may leave')
  await allowReports(reporting)
  await receiver.goOffline()
  const page = await reporting.openExtensionPage(PAGE)
  const id = await keepAndSend(page, 'Acme')
  await expect.poll(async () => (await kept(page))[0]?.sending, WAITING).toMatchObject({ state: 'waiting', tries: 1 })
  await forbidReports(reporting)
  await receiver.goOnline()
  // What is not allowed is called off also when something else has it sent.
  expect(await send(page, 'report:send', { id })).toEqual({ ok: true })
  await expect.poll(async () => (await kept(page))[0]?.sending, WAITING).toBeNull()
  expect(receiver.received()).toEqual([])
  await press(page, 'Send')
  await page.waitForSelector('.sending-ask')
  await press(page, 'Send')
  await expect.poll(() => textOf(page, 'li.kept output.sending'), WAITING).toMatch(/^Received /)
  expect(await reportsAllowed(page)).toBe(true)
})

test('an e-mail has the report, whole or by its title', async ({ reporting }) => {
  const popup = await write(reporting, 'Lantern Bikes')
  await popup.evaluate(() => {
    document.addEventListener('click', (event) => {
      if (!(event.target instanceof HTMLAnchorElement) || !event.target.href.startsWith('mailto:')) return
      event.preventDefault()
      document.body.dataset['mail'] = event.target.href
    })
  })
  const mailed = () => popup.$eval('body', (body) => body.dataset['mail'] ?? '')
  await popup.$eval('#keep-and-mail', (button) => (button as HTMLButtonElement).click())
  await expect.poll(mailed).not.toBe('')
  const mail = new URL(await mailed())
  expect(mail.pathname).toBe(REPORT_MAIL)
  expect([mail.searchParams.get('subject'), mail.searchParams.get('body')?.replaceAll('\r\n', '\n')].join('\n\n')).toBe(await textOf(popup, '#report-preview'))
  await popup.$eval('#report-note', (note) => {
    const field = note as HTMLTextAreaElement
    field.value = 'ä'.repeat(2_000)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
  await expect.poll(() => textOf(popup, '#report-preview')).toContain('ääää')
  await popup.$eval('#keep-and-mail', (button) => (button as HTMLButtonElement).click())
  await expect.poll(async () => [...new URL(await mailed()).searchParams.keys()]).toEqual(['subject'])
})

test('reports of earlier versions are moved, each as it was', async ({ kind }) => {
  // In a build without an address nobody asks for reports before a page does.
  const session = await launch(kind, 'plain')
  try {
    const options = await session.openExtensionPage('src/options/index.html')
    const old = [1, 2].map((day) => ({ kind: 'missing', title: `Old ${day}`, body: `Advertiser: Old ${day}`, id: `old-${day}`, created: `2026-10-0${day}T10:00:00.000Z`, opened: null }))
    await options.evaluate(async (reports) => ((globalThis as unknown as ExtensionGlobals).browser ?? chrome).storage.local.set({ reports }), old)
    const page = await session.openExtensionPage(PAGE)
    await page.waitForSelector('li.kept')
    expect(await kept(page)).toEqual(old.toReversed().map((report) => ({ ...report, sending: null })))
    expect(await page.evaluate(async () => Object.keys(await ((globalThis as unknown as ExtensionGlobals).browser ?? chrome).storage.local.get('reports')))).toEqual([])
    // Without an address there is nothing to send them to.
    expect(await page.$$eval('li.kept button', (buttons) => buttons.map(({ textContent }) => textContent?.trim()))).not.toContain('Send')
  } finally {
    await session.close()
  }
})

test('what waits when the browser is closed is sent after it is opened again', async ({ receiver, kind }) => {
  test.setTimeout(120_000)
  const profile = mkdtempSync(join(tmpdir(), 'adpledge-profile-'))
  const browser = findBrowser(kind)
  if (!browser) throw new Error(`no ${kind} here`)
  const open = () => openSession({ browser, extension: extensionPath(kind, 'reporting'), headless: true, profile, answer: () => null })
  try {
    await receiver.goOffline()
    const before = await open()
    await allowReports(before)
    const page = await before.openExtensionPage(PAGE)
    const id = await keepAndSend(page, 'Acme')
    await expect.poll(async () => (await kept(page))[0]?.sending, WAITING).toMatchObject({ state: 'waiting', tries: 1 })
    await before.close()
    await receiver.goOnline()
    const after = await open()
    const again = await after.openExtensionPage(PAGE)
    await again.waitForSelector('li.kept', { timeout: 10_000 })
    expect((await kept(again)).map((report) => report.id)).toEqual([id])
    if ((await stateOf(again)) !== 'received') await press(again, 'Send again')
    await expect.poll(() => stateOf(again), WAITING).toBe('received')
    expect(receiver.received().map((report) => report.id)).toEqual([id])
    await after.close()
  } finally {
    rmSync(profile, { recursive: true, force: true })
  }
})

test('a full disk is told, and the text stays', async ({ kind, reporting }) => {
  test.skip(kind === 'firefox', 'only Chromium lets a test set the quota')
  const popup = await write(reporting, 'Lantern Bikes')
  const client = await popup.createCDPSession()
  await client.send('Storage.overrideQuotaForOrigin', { origin: reporting.extensionUrl.replace(/\/$/, ''), quotaSize: 1 })
  await popup.click('#keep-and-send')
  await expect.poll(() => textOf(popup, '#report-outcome')).toContain('no room left')
  expect(await textOf(popup, '#report-preview')).toContain('Lantern Bikes')
  expect(await popup.$('#copy-only')).not.toBeNull()
})
