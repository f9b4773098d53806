import { readFileSync } from 'node:fs'
import type { Page } from 'puppeteer-core'
import type { ListHost } from '../../harness/list-host.ts'
import type { ListFile } from '../../src/list/schema.ts'
import type { LogRow } from '../../src/shared/log.ts'
import type { KeptReport, OwnLabelDraft, ReportSubject } from '../../src/shared/messages.ts'
import { publishMade } from '../bench/published.ts'
import { Random } from '../bench/random.ts'
import { fillLog, madeRows } from '../bench/ui-fill.ts'
import { readWords } from '../lists-plugin.ts'
import { readTexts } from '../translate.ts'

/** What a person has who uses the extension for some weeks. */

const ROWS = 400
const DAYS = 60
const LIST_ENTRIES = 40
const LIST = 'lists/stop-hate-for-profit-2020.json'

const LABELS: readonly OwnLabelDraft[] = [
  { name: 'Acme Shoes', domain: 'acmeshoes.example', text: 'Repairs what it sells' },
  { name: 'Paper Kite Stationery', domain: null, text: 'From our street' },
]

/** Whom the form about a missing advertiser is opened about. */
const SUBJECT: ReportSubject = { kind: 'missing', advertiser: 'Lantern Bikes', pageUrl: 'https://www.facebook.com/lanternbikes', domain: 'lanternbikes.example', label: null, entry: null, list: 'stop-hate-for-profit-2020', listUpdated: '2026-11-23', site: 'facebook' }

const at = (hour: number) => `2026-11-28T${hour}:00:00.000Z`
const body = 'Advertiser: Lantern Bikes\nPage: https://www.facebook.com/lanternbikes\nWebsite: lanternbikes.example\nSource: https://news.example/2020/07/lantern-bikes\n'
const REPORTS: readonly KeptReport[] = [
  { id: 'a', kind: 'missing', title: 'Missing advertiser: Lantern Bikes', body, created: at(10), opened: null, sending: null },
  { id: 'b', kind: 'mistake', title: 'Mistake: Eddie Bauer', body: body.replaceAll('Lantern Bikes', 'Eddie Bauer'), created: at(11), opened: at(12), sending: null },
  { id: 'c', kind: 'broken', title: 'Site isn’t labelled right: Reddit', body, created: at(12), opened: null, sending: { state: 'received', at: at(13) } },
]

/** What badges of a kind say. */
const CLAIMS = { yours: 'labelYours', joined: 'claimJoined', paused: 'claimPaused', 'own-pause': 'claimOwnPause', unconfirmed: 'claimUnconfirmed', unlisted: 'claimUnlisted' } as const

const send = (page: Page, name: string, payload: unknown) => page.evaluate(`chrome.runtime.sendMessage(${JSON.stringify({ name, payload })})`)

/** A list that somebody else publishes. */
export function publishList(host: ListHost): string {
  const { publicKey, old } = publishMade(LIST_ENTRIES, readWords(), new Date())
  host.publish(old.files)
  return publicKey
}

/** Rows with the names of the list, in words of the language. */
function rows(language: string): LogRow[] {
  const { entries } = JSON.parse(readFileSync(LIST, 'utf8')) as ListFile
  const random = new Random(ROWS)
  const translate = readTexts(language)
  return madeRows(ROWS, DAYS, random, Date.now()).map((row) => {
    const label = translate(CLAIMS[row.status], [row.status === 'yours' ? 'Repairs what it sells' : 'Stop Hate for Profit'])
    if (row.entry === null) return { ...row, label }
    const { id, name, domains } = random.pick(entries.slice(0, 80))
    const domain = domains[0] ?? null
    return { ...row, advertiser: name, entry: id, entryName: name, domain, label, evidence: `name ${name}${domain === null ? '' : `; domain ${domain}`}` }
  })
}

/** @param page of the extension, which has the permission for the list's host */
export async function fill(page: Page, language: string, list: { address: string; key: string }): Promise<void> {
  await send(page, 'settings:change', { log: true })
  await send(page, 'data:import', { settings: null, labels: LABELS, subscriptions: [], reports: REPORTS })
  await send(page, 'subscription:add', list)
  await fillLog(page, rows(language))
}

/** What the report page can be opened about. @returns its id */
export async function keepSubject(page: Page): Promise<string> {
  await page.evaluate(`chrome.storage.session.set(${JSON.stringify({ 'subject:contact': SUBJECT })})`)
  return 'contact'
}
