import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { type BackgroundMessage, isBackgroundMessage, SCHEMAS } from '../src/background/message-schemas.ts'
import { DEFAULTS, LABEL_STATUSES } from '../src/shared/settings.ts'

const SUBJECT = {
  kind: 'mistake', advertiser: 'Acme', pageUrl: 'https://www.facebook.com/acme', domain: 'acme.com', label: 'Joined', entry: 'Acme', list: 'small', listUpdated: '2026-01-01', site: 'facebook',
}
const BLANK = { kind: 'missing', advertiser: '', pageUrl: null, domain: null, label: null, entry: null, list: null, listUpdated: null, site: 'facebook' }
const DRAFT = { kind: 'missing', title: 'Missing advertiser: Acme', body: 'Advertiser: Acme' }
/** 32 bytes. */
const KEY = `${'A'.repeat(43)}=`
const OWN_LABEL = { name: 'Acme', domain: 'acme.com', text: 'Friends of ours' }
const ALL_STATUSES = Object.fromEntries(LABEL_STATUSES.map((status) => [status, false]))

const SEEN = { advertiser: { name: 'Acme', page: 'acme', domain: 'acme.com', landing: 'https://www.acme.com/' }, label: { status: 'joined', text: 'Joined', dates: 'July 2020', entryName: 'Acme', entry: 'acme' } }
const NOBODY = { name: null, page: null, domain: null, landing: null }
const FILTER = { text: '', status: null, site: null, from: null, until: null }
const ROW = {
  time: 1_790_000_000_000, day: '2026-09-21', site: 'facebook', advertiser: 'Acme', page: 'acme', domain: 'acme.com', status: 'joined', label: 'Joined', entry: 'acme', entryName: 'Acme', list: 'small', listUpdated: '2026-01-01',
  level: 'certain', evidence: 'name Acme', extension: '0.1.0',
}
const KEPT_REPORT = { ...DRAFT, id: 'a', created: '2026-01-01T00:00:00.000Z', opened: null, sending: null }
const KEPT = { settings: DEFAULTS, labels: [OWN_LABEL], subscriptions: [{ address: 'https://lists.example/head.txt', key: KEY, on: true }], reports: [KEPT_REPORT, { ...KEPT_REPORT, sending: { state: 'received', at: '2026-01-01' } }] }

const ACCEPTED: Record<BackgroundMessage, unknown[]> = {
  'tab:count': [{ ads: 0, seen: [] }, { ads: 12, seen: [SEEN, { ...SEEN, advertiser: NOBODY }] }, { ads: 1_000_000, seen: [] }],
  'page:data': [{ site: 'facebook' }],
  // One that is too long to be anybody's must not cost the others their answer.
  'list:find': [{ site: 'facebook', advertisers: {} }, { site: 'facebook', advertisers: { a: SEEN.advertiser, b: NOBODY, ['x'.repeat(100_000)]: { ...NOBODY, name: 'x'.repeat(100_000) } } }],
  'site:seen': [{ site: 'x', posts: 12, unreadable: -1, sinceAd: 3 }, { site: 'x', posts: 0, unreadable: 0, sinceAd: null }],
  'list:record': [{ list: 'small', entry: 'acme' }],
  'script:load': ['card'],
  'report:open': [SUBJECT, BLANK],
  'label:open': [{ name: 'Acme', domain: null }, { name: '', domain: 'acme.com' }],
  'list:info': [null],
  'list:domain': [{ domain: 'acme.com' }],
  'site:health': [null],
  'site:skeleton': [{ tabId: 0 }, { tabId: 1_812_345_678 }],
  'list:check': [{ source: null }, { source: 'own' }],
  'subscription:add': [{ address: 'https://lists.example/head.txt', key: KEY }],
  'subscription:switch': [{ id: 'list-1', on: false }],
  'subscription:remove': [{ id: 'list-1' }],
  'own-label:list': [null],
  'own-label:save': [{ ...OWN_LABEL, id: null }, { ...OWN_LABEL, domain: null, id: 'a' }],
  'own-label:delete': [{ id: 'a' }],
  'own-label:import': [{ labels: [] }, { labels: [OWN_LABEL, { ...OWN_LABEL, domain: null }] }],
  'settings:change': [{}, { badges: false }, { updates: 'off' }, { updates: '6h' }, { statuses: {} }, { statuses: { joined: false } }, { statuses: ALL_STATUSES }, { sitesOff: [] }, { badges: true, sitesOff: ['facebook'] }, { pausedUntil: null }, { pausedUntil: 1 }, { appearance: {} }, { appearance: DEFAULTS.appearance }, { log: true, logDays: 7, follow: false }],
  'report:subject': [{ id: 'a' }],
  'report:keep': [DRAFT, { ...DRAFT, kind: 'mistake', body: '' }, { ...DRAFT, kind: 'broken' }],
  'report:list': [null],
  'report:opened': [{ id: 'a' }],
  'report:delete': [{ id: 'a' }],
  'report:send': [{ id: 'a' }],
  'report:call-off': [{ id: 'a' }],
  'list:search': [{ text: '' }, { text: 'Patagonia' }],
  'log:state': [null],
  'log:rows': [{ filter: FILTER, before: null, limit: 100 }, { filter: { text: 'x', status: 'joined', site: 'facebook', from: '2026-01-01', until: '2026-12-31' }, before: 7, limit: 1_000 }],
  'log:totals': [{ filter: FILTER }],
  'log:advertisers': [{ filter: FILTER }],
  'log:delete': [{ id: -1 }],
  'log:clear': [null],
  'log:import': [{ rows: [] }, { rows: [ROW, { ...ROW, page: null, domain: null, entry: null, entryName: null, list: null, listUpdated: null, level: null }] }],
  'data:export': [null],
  'data:import': [KEPT, { ...KEPT, settings: null }],
  'data:reset': [null],
  'follow:state': [null],
}

const REFUSED: Record<BackgroundMessage, unknown[]> = {
  'tab:count': [{}, { ads: 1 }, ...[-1, 1.5, '1', NaN, Infinity, 1_000_001, null].map((ads) => ({ ads, seen: [] })), { ads: 1, seen: [], tab: 2 }, { ads: 1, seen: [{ ...SEEN, url: '/' }] }, { ads: 1, seen: [{ ...SEEN, label: { ...SEEN.label, status: 'evil' } }] }, { ads: 1, seen: [{ ...SEEN, advertiser: { ...NOBODY, name: 'x'.repeat(10_001) } }] }],
  'list:find': [{}, { site: 'facebook' }, { site: null, advertisers: {} }, ...[null, { a: {} }, { a: { ...NOBODY, url: '/' } }, { a: { ...NOBODY, name: 7 } }, Object.fromEntries(Array.from({ length: 10_001 }, (_, at) => [at, NOBODY]))].map((advertisers) => ({ site: 'facebook', advertisers }))],
  'page:data': [{}, 'small', null, { site: 1 }, { site: 'x'.repeat(101) }],
  'site:seen': [{}, { site: 'x', posts: 1, unreadable: 0 }, { site: 'x', posts: -1, unreadable: 0, sinceAd: null }, { site: 'x', posts: 1.5, unreadable: 0, sinceAd: null }, { site: 'x', posts: 1, unreadable: 0, sinceAd: 0, url: '/' }],
  'list:record': [{ list: 'small' }, { entry: 'acme' }, { list: 1, entry: 'acme' }, { list: 'small', entry: null }, { list: 'small', entry: 'x'.repeat(101) }, { list: 'x'.repeat(201), entry: 'acme' }, { list: 'small', entry: 'acme', more: 1 }],
  'script:load': [null, {}, 'facebook', '../card', { tab: 7 }],
  'report:open': [
    { ...SUBJECT, kind: 'praise' }, { ...SUBJECT, kind: 'broken' }, { ...SUBJECT, advertiser: null }, { ...SUBJECT, advertiser: 'x'.repeat(401) }, { ...SUBJECT, pageUrl: 'x'.repeat(1_001) }, { ...SUBJECT, pageUrl: 1 },
    { ...SUBJECT, site: null }, { ...SUBJECT, url: 'https://evil.example' }, { kind: 'mistake', advertiser: 'Acme' },
  ],
  'label:open': [{ name: 'Acme' }, { name: null, domain: null }, { name: 'x'.repeat(401), domain: null }],
  'list:info': [{}, 1],
  'list:domain': [{}, { domain: '' }, { domain: 'x'.repeat(254) }, { domain: null }, { domain: 'acme.com', page: 'https://acme.com/me' }],
  'site:health': [{}, 'x'],
  'site:skeleton': [{}, { tabId: -1 }, { tabId: 1.5 }, { tabId: '1' }, { tabId: 1, site: 'x' }],
  'list:check': [{}, { source: 1 }, { source: 'x'.repeat(101) }],
  'subscription:add': [{ address: 'x'.repeat(1_001), key: KEY }, { address: 'https://lists.example/' }, { address: 'https://lists.example/', key: 'short' }, { address: 'https://lists.example/', key: `${'A'.repeat(42)}B=` }, { address: 'https://lists.example/', key: KEY, on: true }],
  'subscription:switch': [{ id: 'list-1' }, { id: 'list-1', on: 'yes' }],
  'subscription:remove': [{}, { id: 7 }],
  'own-label:list': [{}, 'all'],
  'own-label:save': [{ ...OWN_LABEL }, { ...OWN_LABEL, id: null, name: ' ' }, { ...OWN_LABEL, id: null, text: '' }, { ...OWN_LABEL, id: null, text: 'x'.repeat(81) }, { ...OWN_LABEL, id: null, domain: 'x'.repeat(254) }],
  'own-label:delete': [{}, { id: null }],
  'own-label:import': [{}, { labels: OWN_LABEL }, { labels: [{ name: 'Acme' }] }, { labels: Array.from({ length: 2_001 }, () => OWN_LABEL) }],
  'settings:change': [
    { badges: 'no' }, { badges: null }, { statuses: null }, { statuses: { joined: 'no' } }, { statuses: { other: true } }, { sitesOff: 'facebook' }, { sitesOff: [1] },
    { updates: 'hourly' }, { updates: null }, { sitesOff: ['x'.repeat(101)] }, { sitesOff: Array.from({ length: 51 }, String) }, { colour: 'red' }, { pausedUntil: 'soon' }, { appearance: null }, { appearance: { size: 'huge' } }, { appearance: { hues: { joined: 'red' } } }, { log: 1 }, { logDays: 8 }, { follow: null },
  ],
  'report:subject': [{}, { id: 1 }, { id: 'x'.repeat(101) }, { id: 'a', more: 1 }],
  'report:keep': [
    { ...DRAFT, kind: 'praise' }, { ...DRAFT, title: '' }, { ...DRAFT, title: '  ' }, { ...DRAFT, title: 'x'.repeat(301) }, { ...DRAFT, body: 'x'.repeat(20_001) }, { ...DRAFT, body: null },
    { ...DRAFT, id: 'a' }, { title: 'x', body: 'x' },
  ],
  'report:list': [{}, []],
  'report:opened': [{}, { id: null }, { id: 'a', more: 1 }],
  'report:delete': [{}, { id: ['a'] }, { id: 'x'.repeat(101) }],
  'report:send': [{}, { id: 1 }],
  'report:call-off': [{}, { id: null }],
  'list:search': [{}, { text: null }, { text: 'x'.repeat(201) }],
  'log:state': [{}],
  'log:rows': [{}, { filter: FILTER, before: null, limit: 0 }, { filter: FILTER, before: null, limit: 1_001 }, { filter: { ...FILTER, from: 'today' }, before: null, limit: 1 }, { filter: { ...FILTER, status: 'evil' }, before: null, limit: 1 }],
  'log:totals': [{}, { filter: null }],
  'log:advertisers': [{}, { filter: {} }],
  'log:delete': [{}, { id: '1' }, { id: 1.5 }],
  'log:clear': [{}],
  'log:import': [{}, { rows: [{ ...ROW, id: 1 }] }, { rows: [{ ...ROW, time: -1 }] }, { rows: [{ ...ROW, day: 'x' }] }, { rows: Array.from({ length: 1_001 }, () => ROW) }],
  'data:export': [{}],
  'data:import': [{}, { ...KEPT, settings: [] }, { ...KEPT, settings: 1 }, { ...KEPT, labels: [{}] }, { ...KEPT, subscriptions: [{ address: 'x', key: 'x', on: true }] }, { ...KEPT, reports: [DRAFT] }, { ...KEPT, more: 1 }],
  'data:reset': [{}],
  'follow:state': [{}],
}
const NEVER = [undefined, true, 0, '', 'x', [null], () => null]

const NAMES = Object.keys(SCHEMAS) as BackgroundMessage[]
const accepts = (name: BackgroundMessage, payload: unknown) => v.safeParse(SCHEMAS[name], payload).success

describe.each(NAMES)('%s', (name) => {
  it('accepts what it may carry', () => {
    expect(ACCEPTED[name].length).toBeGreaterThan(0)
    expect(ACCEPTED[name].filter((payload) => !accepts(name, payload))).toEqual([])
  })

  it('refuses what it may not carry', () => {
    expect(REFUSED[name].length).toBeGreaterThan(0)
    expect(REFUSED[name].filter((payload) => accepts(name, payload))).toEqual([])
    expect(NEVER.filter((payload) => accepts(name, payload))).toEqual([])
  })

  it('never throws, for anything', () => {
    const anything = fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true })
    fc.assert(
      fc.property(anything, (payload) => {
        expect(accepts(name, payload)).toBeTypeOf('boolean')
      }),
    )
  })
})

describe('isBackgroundMessage', () => {
  it('knows every message to the background', () => {
    expect(NAMES.filter((name) => !isBackgroundMessage(name))).toEqual([])
    expect(NAMES.length).toBeGreaterThan(0)
  })

  it('knows nothing else', () => {
    for (const name of ['', 'tab:ads', 'list', 'constructor', 'toString', 'hasOwnProperty', '__proto__', 'TAB:COUNT', 'tab:count ', null, undefined, 1, ['tab:count'], {}]) {
      expect(isBackgroundMessage(name), JSON.stringify(name)).toBe(false)
    }
  })
})
