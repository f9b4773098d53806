import { ListHost } from '../../harness/list-host.ts'
import type { FoundBrowser } from '../../harness/find.ts'
import { openSession, type Session } from '../../harness/session.ts'
import { readWords } from '../lists-plugin.ts'
import { publishMade } from './published.ts'
import { Random } from './random.ts'
import { fillLog, madeRows } from './ui-fill.ts'

/** What a profile is filled with before it is measured. */
export interface Filling {
  /** Rows of the ad log. */
  rows: number
  /** Entries of a subscribed list. */
  entries: number
}

export interface Profile {
  session: Session
  close: () => Promise<void>
}

const DAYS = 88
/** Milliseconds, and as many more for each entry. */
const PATIENCE = 60_000
const PATIENCE_PER_ENTRY = 3

/** A browser with the extension in a new profile, filled. */
export async function openProfile(browser: FoundBrowser, extension: string, { rows, entries }: Filling): Promise<Profile> {
  const session = await openSession({ browser, extension, headless: true, answer: () => null })
  const page = await session.openExtensionPage('src/log/index.html')
  const send = <Answer>(name: string, payload: unknown) => page.evaluate(`chrome.runtime.sendMessage(${JSON.stringify({ name, payload })})`) as Promise<Answer>
  await send('settings:change', { log: true })
  if (rows > 0) await fillLog(page, madeRows(rows, DAYS, new Random(rows), Date.now()))
  const host = entries > 0 ? await subscribe(session, entries, send) : null
  await page.close()
  return {
    session,
    close: async () => {
      await session.close()
      await host?.close()
    },
  }
}

async function subscribe(session: Session, entries: number, send: <Answer>(name: string, payload: unknown) => Promise<Answer>): Promise<ListHost> {
  const made = publishMade(entries, readWords(), new Date())
  const host = await ListHost.open()
  host.publish(made.old.files)
  const id = new URL(session.extensionUrl).host
  const settings = await session.browser.newPage()
  await settings.goto('chrome://extensions')
  // Nobody is there whom the browser could ask.
  await settings.evaluate(`(async () => {
    await chrome.developerPrivate.updateExtensionConfiguration({ extensionId: '${id}', hostAccess: 'ON_SPECIFIC_SITES' })
    for (const host of ['https://www.facebook.com/*', 'http://127.0.0.1/*']) await chrome.developerPrivate.addHostPermission('${id}', host)
  })()`)
  await settings.close()
  // As a person adds it, since only a press may ask for the host's permission.
  const options = await session.openExtensionPage('src/options/index.html')
  await options.bringToFront()
  await options.waitForSelector('#add-address')
  await options.type('#add-address', host.address())
  await options.type('#add-key', made.publicKey)
  await options.click('#add-submit')
  const deadline = Date.now() + PATIENCE + entries * PATIENCE_PER_ENTRY
  for (;;) {
    const { sources } = await send<{ sources: { kind: string; using: string; error: unknown }[] }>('list:info', null)
    const source = sources.find(({ kind }) => kind === 'subscribed')
    if (source?.using === 'synced') {
      await options.close()
      return host
    }
    if (Date.now() > deadline || source?.error) throw new Error(`the list of ${entries} entries did not load: ${JSON.stringify(source)}`)
    await new Promise((wait) => setTimeout(wait, 200))
  }
}

/** An entry's name, for searches: words of any of them. */
export function someNames(entries: number): string[] {
  const random = new Random(7)
  const { file } = publishMade(entries, readWords()).old
  return Array.from({ length: 20 }, () => random.pick(file.entries).name)
}
