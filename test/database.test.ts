import 'fake-indexeddb/auto'
import { openDB } from 'idb'
import { expect, it } from 'vitest'
import { database } from '../src/background/database.ts'

it('keeps what an earlier version of the extension wrote, and has room for large lists', async () => {
  const earlier = await openDB('adpledge', 1, {
    upgrade(fresh) {
      fresh.createObjectStore('ads', { keyPath: 'id' }).createIndex('day', 'day')
      fresh.createObjectStore('days', { keyPath: ['day', 'site', 'status'] })
      fresh.createObjectStore('reports', { keyPath: 'id' }).createIndex('created', 'created')
    },
  })
  const report = { id: 'a', created: '2026-01-01T00:00:00.000Z' }
  await earlier.put('reports', report)
  await earlier.put('days', { day: '2026-01-01', site: 'facebook', status: 'joined', count: 3 })
  earlier.close()
  const now = await database()
  expect(await now.getAll('reports')).toEqual([report])
  expect(await now.getAllFromIndex('reports', 'created')).toEqual([report])
  expect(await now.getAll('days')).toHaveLength(1)
  expect([...now.objectStoreNames].toSorted()).toEqual(['ads', 'days', 'largeParts', 'largeSources', 'listTexts', 'reports'])
})
