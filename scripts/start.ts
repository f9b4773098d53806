import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { answer } from '../demo/answer.ts'
import { type LiveList, publishLiveList } from '../demo/live-list.ts'
import { LANTERN_BIKES } from '../demo/pools.ts'
import { readBadges } from '../harness/badges.ts'
import { needBrowser } from '../harness/install.ts'
import { ReportReceiver } from '../harness/report-receiver.ts'
import { openSession, type Session } from '../harness/session.ts'
import { readVerdicts } from '../harness/verdicts.ts'
import type { Page } from 'puppeteer-core'
import { buildExtension } from './build.ts'
import { table } from './table.ts'

/**
 * `start`: builds the extension and shows it on the demo feed, answered on this machine as
 * https://www.facebook.com/. `--firefox`: in Firefox. `--live`: on the real site, for a person to
 * log in. A list server runs on this machine as well; a company is added to its list while the feed is
 * open, and a receiver takes reports that are sent. Without a display it scrolls by itself, saves screenshots and prints what it saw.
 */

const { values } = parseArgs({
  options: { firefox: { type: 'boolean', default: false }, live: { type: 'boolean', default: false }, headless: { type: 'boolean', default: false } },
})
const SITE = 'https://www.facebook.com/'
const OUTPUT = 'demo-output'
const SCROLLS = 14
/** What reports that are sent are written to. */
const REPORTS = '.cache/demo-reports.jsonl'
/** A person has seen the feed by then, in milliseconds. */
const ADD_AFTER = 15_000

/** What pages of the extension have, in either browser. */
type ExtensionGlobals = { chrome: typeof chrome }

const hasDisplay = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'])
const headless = values.headless || !hasDisplay

try {
  await main()
} catch (error) {
  console.error((error as Error).message)
  process.exit(1)
}

async function main(): Promise<void> {
  if (values.live && headless) throw new Error('--live opens a window for you to log in, and there is no display here.')
  const browser = await needBrowser(...(values.firefox ? (['firefox'] as const) : (['chromium', 'firefox'] as const)))
  console.log(`Browser: ${browser.path}`)
  const list = await publishLiveList()
  const receiver = await ReportReceiver.open(resolve(REPORTS))
  // Apart from the build that people install, which has no such address.
  const extension = resolve(await buildExtension(browser.kind === 'firefox' ? 'firefox' : 'chrome', `.cache/demo-${browser.kind}`, { ...list.environment, ADPLEDGE_REPORT_ENDPOINT: receiver.address }))
  console.log(`Built: ${extension}`)
  console.log(`List server: ${list.environment.ADPLEDGE_LIST_URL}`)
  console.log(`Report receiver: ${receiver.address}, which writes to ${receiver.file}`)
  const session = await openSession({
    browser,
    extension,
    headless,
    // A person sees it once, as after any installation; the tour is about the feed.
    firstRun: headless ? 'close' : 'leave',
    // Its own profile, so that a log-in is kept and no other profile is touched.
    ...(values.live ? { profile: resolve('.adpledge-profile', browser.kind) } : { answer }),
  })
  if (headless) {
    try {
      await tour(session, list, receiver)
    } finally {
      await session.close()
      list.close()
      await receiver.close()
    }
    return
  }
  const blank = (await session.browser.pages()).find((tab) => tab.url() === 'about:blank')
  const page = await session.newPage()
  await blank?.close().catch(() => undefined)
  await page.goto(SITE).catch(() => undefined)
  console.log(values.live ? 'The real site is open. Close the browser to end.' : 'The demo feed is open; nothing leaves this machine. Close the browser to end.')
  const closed = new Promise<void>((done) => session.browser.once('disconnected', () => done()))
  await Promise.race([closed, sleep(ADD_AFTER)])
  if (session.browser.connected) await addCompany(session, page, list).catch(() => undefined)
  await closed
  list.close()
  await receiver.close()
}

/** What a list keeper does, and what a person with the feed open sees of it. */
async function addCompany(session: Session, page: Page, list: LiveList): Promise<void> {
  const { name } = LANTERN_BIKES
  const labelled = async () => (await readBadges(page)).find((badge) => badge.name.startsWith(`${name}: `))?.text
  const before = await labelled()
  await list.add(LANTERN_BIKES)
  const popup = await session.openExtensionPage('src/popup/index.html')
  await popup.evaluate(() => (globalThis as unknown as ExtensionGlobals).chrome.runtime.sendMessage({ name: 'list:check', payload: { source: null } }))
  await popup.close()
  await page.bringToFront()
  const deadline = Date.now() + 15_000
  while ((await labelled()) === before && Date.now() < deadline) await sleep(100)
  console.log(`Added to the list while the feed was open: ${name}, “${before}” → “${await labelled()}”`)
}

/** The whole way of a report: written in the popup, sent, received, and put in order as list keepers do. */
async function sendReport(session: Session, receiver: ReportReceiver): Promise<void> {
  const before = receiver.received().length
  const popup = await session.openExtensionPage('src/popup/index.html')
  await (await popup.waitForSelector('#report-missing', { timeout: 15_000 }))?.evaluate((button) => (button as HTMLButtonElement).click())
  await popup.waitForSelector('#report-name')
  await popup.type('#report-name', 'Quill & Paper (demo)')
  await popup.type('#report-note', 'A company of the demo feed; see https://news.example/quill')
  await (await popup.waitForSelector('#keep-and-send'))?.evaluate((button) => (button as HTMLButtonElement).click())
  const deadline = Date.now() + 15_000
  while (receiver.received().length === before && Date.now() < deadline) await sleep(100)
  await popup.waitForFunction(() => document.querySelector('output.sending')?.textContent?.startsWith('Received'), { timeout: 15_000 }).catch(() => undefined)
  await popup.screenshot({ path: `${OUTPUT}/${session.kind}-report.png` as `${string}.png`, fullPage: true })
  const state = await popup.$eval('output.sending', (output) => output.textContent).catch(() => null)
  await popup.close()
  const report = receiver.received().at(-1)
  if (receiver.received().length === before || !report) throw new Error('the report was not received')
  console.log(`Sent from the popup: “${report.title}”; there it says “${state}”. list:triage of ${receiver.file}:`)
  const { stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/list-triage.ts', receiver.file, '--out', join(OUTPUT, 'triage')], { encoding: 'utf8', env: { ...process.env, ADPLEDGE_CWD: process.cwd() } })
  console.log(`${stdout}${stderr}`.split('\n').map((line) => `  ${line}`.trimEnd()).join('\n'))
}

async function tour(session: Session, list: LiveList, receiver: ReportReceiver): Promise<void> {
  rmSync(OUTPUT, { recursive: true, force: true })
  mkdirSync(OUTPUT, { recursive: true })
  for (const dark of ['light', 'dark'] as const) {
    const page = await session.newPage()
    await page.goto(`${SITE}?dark=${dark}`)
    await page.waitForSelector('adpledge-badge', { timeout: 15_000 })
    for (let step = 0; step < (dark === 'light' ? SCROLLS : 3); step++) {
      await page.evaluate((top) => scrollTo(0, top), step * 700)
      await sleep(250)
      await page.screenshot({ path: `${OUTPUT}/${session.kind}-${dark}-${String(step + 1).padStart(2, '0')}.png` as `${string}.png` })
    }
    if (dark === 'light') {
      await report(page)
      await addCompany(session, page, list)
      await sendReport(session, receiver)
    }
    await page.close()
  }
  console.log(`Screenshots: ${resolve(OUTPUT)}`)
}

async function report(page: Awaited<ReturnType<Session['newPage']>>): Promise<void> {
  // To the end of the first posts, so that those which arrive late are there as well.
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
  await sleep(1_500)
  const ads = (await readVerdicts(page, 'facebook')).filter((post) => post.verdict === 'ad')
  const badges = await readBadges(page)
  const frames = (await page.evaluate('Object.fromEntries(Object.keys(__demo.badged).map((id) => [id, __demo.badged[id] - __demo.ready[id]]))')) as Record<string, number>
  const rows = ads.map(({ id, advertiser, evidence }) => {
    const badge = badges.find(({ post }) => post === id)
    return [
      advertiser.name ?? '?',
      evidence.map(({ sign, value }) => `${sign} “${value.slice(0, 18)}”`).join(', '),
      !badge || badge.status === 'unlisted' ? '–' : badge.name.slice(0, badge.name.indexOf(': ')),
      badge?.text ?? 'none',
      String(frames[id ?? ''] ?? '–'),
    ]
  })
  console.log(table(['advertiser', 'evidence', 'entry', 'label shown', 'frames'], rows))
  console.log(`${ads.length} ads, ${badges.length} badges`)
}
