import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { type DataFile, readDataFile, writeDataFile } from '../src/options/data-file.ts'
import { amountsIn, hostsIn } from '../src/options/import-data.ts'
import { DEFAULTS } from '../src/shared/settings.ts'

vi.mock('webextension-polyfill', () => ({ default: {} }))

const KEY = `${'A'.repeat(43)}=`
const ROW = {
  time: 1_790_000_000_000, day: '2026-09-21', site: 'facebook', advertiser: 'Acme', page: null, domain: null, status: 'unlisted', label: 'Not on the list', entry: null, entryName: null, list: null, listUpdated: null,
  level: null, evidence: '', extension: '0.1.0',
} as const
const LIST = { address: 'https://lists.example/head.txt', key: KEY, on: true }
const REPORT = { kind: 'missing', title: 'Missing', body: 'Acme\n', id: 'a', created: '2026-01-01T00:00:00.000Z', opened: null, sending: null } as const
const FILE: DataFile = { exported: '2026-11-30T10:00:00.000Z', version: '0.1.0', data: { settings: DEFAULTS, labels: [{ name: 'Acmé ラ', domain: 'acme.com', text: 'Friends' }], subscriptions: [LIST], reports: [REPORT] }, log: [ROW, { ...ROW, time: 1 }] }
const changed = (change: object) => JSON.stringify({ format: 'adpledge-data/1', ...FILE, ...change })

describe('a file of all data', () => {
  it('comes in as it went out', () => {
    expect(readDataFile(writeDataFile(FILE))).toEqual({ problem: null, file: FILE })
    expect(readDataFile(`\ufeff${writeDataFile({ ...FILE, log: [] })}`)).toEqual({ problem: null, file: { ...FILE, log: [] } })
    expect(writeDataFile(FILE).split('\n')).toHaveLength(5)
  })

  it('says what is in it, and what hosts its lists are on', () => {
    const file = { ...FILE, data: { ...FILE.data, subscriptions: [LIST, { ...LIST, address: 'https://lists.example/other.txt' }, { ...LIST, address: 'nowhere' }] } }
    expect(amountsIn(file)).toEqual({ settings: 1, labels: 1, subscriptions: 3, reports: 1, log: 2 })
    expect(hostsIn(file)).toEqual(['https://lists.example/*'])
  })

  it.each([
    ['', 'other'], ['null', 'other'], ['[]', 'other'], ['{"format":1,"labels":[]}', 'other'], ['{"format":"adpledge-log/1"}', 'other'], ['{"format":"adpledge-data/x"}', 'other'],
    ['{"format":"adpledge-data/2"}', 'newer'], [changed({ format: 'adpledge-data/10' }), 'newer'], [writeDataFile(FILE).slice(0, -20), 'other'],
  ])('is refused when it is none of ours: %s', (text, problem) => {
    expect(readDataFile(text)).toEqual({ problem })
  })

  it.each([
    [{ data: null }, 'data'], [{ log: {} }, 'log'], [{ exported: 'today' }, 'exported'], [{ data: { ...FILE.data, settings: null } }, 'data.settings'], [{ data: { ...FILE.data, labels: [{ name: '', domain: null, text: 'x' }] } }, 'data.labels.0.name'],
    [{ data: { ...FILE.data, subscriptions: [{ ...LIST, key: 'short' }] } }, 'data.subscriptions.0.key'], [{ data: { ...FILE.data, reports: [REPORT, { ...REPORT, kind: 'praise' }] } }, 'data.reports.1.kind'],
    [{ log: [ROW, { ...ROW, day: 'x' }] }, 'log.1.day'], [{ log: [{ ...ROW, id: 7 }] }, 'log.0.id'], [{ data: { ...FILE.data, labels: Array.from({ length: 2_001 }, () => FILE.data.labels[0]) } }, 'data.labels'],
  ])('is refused whole when it is damaged, with the place: %#', (change, place) => {
    expect(readDataFile(changed(change))).toEqual({ problem: 'damaged', place })
  })

  it('never throws, whatever is in it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), fc.string(), (data, log, other) => {
        expect(['damaged', null]).toContain(readDataFile(JSON.stringify({ format: 'adpledge-data/1', exported: FILE.exported, version: '', data, log })).problem)
        expect(readDataFile(other).problem).toBe('other')
      }),
    )
  })
})
