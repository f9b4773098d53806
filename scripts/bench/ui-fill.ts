import type { Page } from 'puppeteer-core'
import { type LogRow, SLOTS } from '../../src/shared/log.ts'
import { LABEL_STATUSES } from '../../src/shared/settings.ts'
import type { Random } from './random.ts'

/** Rows that cross to the page at once. */
const BATCH = 5_000
const DAY = 24 * 3_600_000
const SITES = ['facebook', 'facebook', 'facebook', 'instagram', 'x', 'reddit']

/** Rows as a log of these many days has them, the newest first. */
export function madeRows(count: number, days: number, random: Random, now: number): LogRow[] {
  return Array.from({ length: count }, (_, at): LogRow => {
    const time = Math.floor(now - (at * days * DAY) / count)
    const listed = random.chance(0.4)
    const name = `Advertiser ${Math.floor(random.below(30) ** 2)}`
    const status = listed ? random.pick(LABEL_STATUSES.filter((one) => one !== 'unlisted')) : 'unlisted'
    return {
      id: -(time * SLOTS), time, day: new Date(time).toISOString().slice(0, 10), site: random.pick(SITES), advertiser: name, page: name.toLowerCase().replace(' ', '.'), domain: `${name.toLowerCase().replace(' ', '-')}.example.com`, status,
      label: listed ? 'Joined Stop Hate for Profit · July 2020 · US only' : 'Not on the list', entry: listed ? name.toLowerCase().replace(' ', '-') : null, entryName: listed ? name : null, list: listed ? 'stop-hate-for-profit-2020' : null,
      listUpdated: listed ? '2026-11-01' : null, level: listed ? 'certain' : null, evidence: listed ? `name ${name}; domain example.com` : '', extension: '0.1.0',
    }
  })
}

/** Puts rows and their counts into the database, as a page of the extension. */
export async function fillLog(page: Page, rows: readonly LogRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += BATCH) await page.evaluate(putRows, rows.slice(at, at + BATCH))
}

/** Runs in the page. */
function putRows(rows: LogRow[]): Promise<void> {
  return new Promise((done, fail) => {
    const opening = indexedDB.open('adpledge')
    opening.addEventListener('error', () => fail(opening.error ?? new Error('no database')))
    opening.addEventListener('success', () => {
      const database = opening.result
      const transaction = database.transaction(['ads', 'days'], 'readwrite')
      const days = transaction.objectStore('days')
      const counts = new Map<string, number>()
      for (const row of rows) {
        transaction.objectStore('ads').put(row)
        const key = JSON.stringify([row.day, row.site, row.status])
        counts.set(key, (counts.get(key) ?? 0) + 1)
      }
      for (const [key, count] of counts) {
        const [day, site, status] = JSON.parse(key) as [string, string, string]
        const before = days.get([day, site, status])
        before.addEventListener('success', () => days.put({ day, site, status, count: count + ((before.result as { count: number } | undefined)?.count ?? 0) }))
      }
      transaction.addEventListener('complete', () => {
        database.close()
        done()
      })
      transaction.addEventListener('abort', () => fail(transaction.error ?? new Error('not written')))
    })
  })
}
