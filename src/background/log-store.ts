import type { IDBPObjectStore } from 'idb'
import type { LogRow } from '../shared/log.ts'
import type { LabelStatus } from '../shared/settings.ts'
import type { Database, Stores } from './database.ts'
import { freeId, idsBetween } from './log-id.ts'
import type { NewRow } from './log-row.ts'

type Changed<Name extends 'ads' | 'days'> = IDBPObjectStore<Stores, ['ads', 'days'], Name, 'readwrite'>

/** Every change of the log: rows and their counts change together, or neither does. */

/**
 * Adds rows, the oldest first.
 * @param isNew by the rows that are there around these moments; left out, all are
 * @returns how many were added
 */
export async function addRows(store: Database, rows: readonly NewRow[], isNew?: (there: readonly LogRow[]) => (row: NewRow) => boolean): Promise<number> {
  if (rows.length === 0) return 0
  const moments = rows.map(({ time }) => time)
  const around = idsBetween(Math.min(...moments), Math.max(...moments))
  return change(store, async (ads, days) => {
    const there = isNew ? await ads.getAll(around) : []
    const taken = new Set(isNew ? there.map(({ id }) => id) : await ads.getAllKeys(around))
    const wanted = isNew ? rows.filter(isNew(there)) : rows
    const counts = new Map<string, [string, string, LabelStatus, number]>()
    let added = 0
    for (const row of wanted) {
      const id = freeId(row.time, taken)
      if (id === null) continue
      taken.add(id)
      unwatched(ads.put({ ...row, id }))
      added++
      const key = JSON.stringify([row.day, row.site, row.status])
      counts.set(key, [row.day, row.site, row.status, (counts.get(key)?.[3] ?? 0) + 1])
    }
    for (const [day, site, status, count] of counts.values()) {
      const before = (await days.get([day, site, status]))?.count ?? 0
      unwatched(days.put({ day, site, status, count: before + count }))
    }
    return added
  })
}

export async function deleteRow(store: Database, id: number): Promise<void> {
  await change(store, async (ads, days) => {
    const row = await ads.get(id)
    if (!row) return
    const { day, site, status } = row
    const left = ((await days.get([day, site, status]))?.count ?? 0) - 1
    unwatched(ads.delete(id))
    unwatched(left > 0 ? days.put({ day, site, status, count: left }) : days.delete([day, site, status]))
  })
}

export async function deleteAll(store: Database): Promise<void> {
  await change(store, async (ads, days) => {
    unwatched(ads.clear())
    unwatched(days.clear())
  })
}

/**
 * Deletes whole days, so that counts stay true.
 * @param first the oldest day that is kept
 * @returns how many rows are gone
 */
export async function deleteBefore(store: Database, first: string): Promise<number> {
  return change(store, async (ads, days) => {
    const old = await ads.index('day').getAllKeys(IDBKeyRange.upperBound(first, true))
    for (const id of old) unwatched(ads.delete(id))
    unwatched(days.delete(IDBKeyRange.bound([''], [first], false, true)))
    return old.length
  })
}

/** What went wrong is told by the transaction's end, and told there alone: a request that fails with it says nothing of the cause. */
async function change<Result>(store: Database, task: (ads: Changed<'ads'>, days: Changed<'days'>) => Promise<Result>): Promise<Result> {
  const transaction = store.transaction(['ads', 'days'], 'readwrite')
  const done = transaction.done
  const result = task(transaction.objectStore('ads'), transaction.objectStore('days'))
  unwatched(result)
  unwatched(done)
  await result.catch(async (error: unknown) => {
    await done
    throw error
  })
  await done
  return result
}

function unwatched(promise: Promise<unknown>): void {
  promise.catch(() => undefined)
}
