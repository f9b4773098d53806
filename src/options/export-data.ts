import { ask } from '../pages/ask.ts'
import { download } from '../pages/download.ts'
import { browser } from '../shared/browser.ts'
import { MOST_ROWS, NO_FILTER } from '../shared/log.ts'
import { type FileRow, writeDataFile } from './data-file.ts'

/**
 * Hands all that is kept over as a file.
 * @returns whether it could be read
 */
export async function exportData(): Promise<boolean> {
  try {
    const data = await ask('data:export', null)
    const log = data && (await allRows())
    if (!log) return false
    const exported = new Date().toISOString()
    download(`adpledge-data-${exported.slice(0, 10)}.json`, writeDataFile({ exported, version: browser.runtime.getManifest().version, data, log }), 'application/json')
    return true
  } catch {
    return false
  }
}

/** The oldest first, as they came; null when they can't be read. */
async function allRows(): Promise<FileRow[] | null> {
  const rows: FileRow[] = []
  let before: number | null = null
  for (;;) {
    const answer: { rows: (FileRow & { id: number })[]; more: boolean } | null = await ask('log:rows', { filter: NO_FILTER, before, limit: MOST_ROWS })
    if (!answer) return null
    for (const { id, ...row } of answer.rows) {
      before = id
      rows.push(row)
    }
    if (!answer.more) return rows.toReversed()
  }
}
