import { describe, expect, it } from 'vitest'
import { readLists } from '../scripts/lists-plugin.ts'
import { buildTable } from '../src/list/build-table.ts'
import type { ListFileEntry } from '../src/list/schema.ts'
import type { BadgeEntry, ListIndex } from '../src/list/types.ts'
import { dayOf, monthOf, monthsOf, spanOf } from '../src/shared/dates.ts'
import { labelFor, labelText, type Listed, statusOf, windowOf } from '../src/shared/wording.ts'
import { FOLDER, real } from './lists.ts'
import { translate } from './translate.ts'

const YEARS_LATER = new Date('2026-11-23T12:00:00Z')

const LIST: ListIndex = {
  id: 'list', campaign: 'Stop Hate for Profit', launched: '2020-06-17', windowFrom: '2020-07-01', windowUntil: '2020-07-31', updated: '2026-01-01', claimedParticipants: 'some',
  platforms: ['facebook', 'instagram'], platformName: 'Facebook', size: 0, keys: buildTable([]),
}
/** No end was set, and no campaign was joined. */
const OPEN: ListIndex = { ...LIST, id: 'open', campaign: 'X advertiser pauses', launched: '2023-11-16', windowFrom: '2023-11-16', windowUntil: null, claimedParticipants: null, platforms: ['x'], platformName: 'X' }
const JULY = { from: '2020-07-01', until: '2020-07-31' }

/** Years that the dates of an entry name. */
function years({ from, until, announced }: ListFileEntry): string[] {
  return [from, until, announced].flatMap((date) => (date ? [date.slice(0, 4)] : []))
}

function entry(change: Partial<BadgeEntry> = {}): BadgeEntry {
  return { id: 'acme', name: 'Acme', status: 'joined', badgeOk: true, untilKind: 'stated-end', ...change }
}

function listed(entry: BadgeEntry, list = LIST): Listed {
  return { list, entry }
}

/** The whole label; null for none. */
function written(listed: Listed | null, now: Date = YEARS_LATER, locale = 'en'): string | null {
  const made = labelFor(listed, { translate, locale, now })
  return made && labelText(made)
}

function label(change: Partial<BadgeEntry>, now: Date = YEARS_LATER): string | null {
  return written(listed(entry(change)), now)
}

describe('a label says', () => {
  it.each<[string, Partial<BadgeEntry>]>([
    ['Joined Stop Hate for Profit · July 2020', { ...JULY }],
    ['Announced an ad pause · July 2020 · US only', { ...JULY, status: 'paused-unclear', scope: 'US only' }],
    ['Announced an ad pause · July 2020', { ...JULY, status: 'paused-unclear' }],
    ['Announced its own ad pause · July 2020', { ...JULY, status: 'paused-independently' }],
    ['Reported to have paused ads · July 2020', { ...JULY, status: 'paused-unclear', claim: 'reported' }],
    ['Reported to have paused ads on its own · July 2020', { ...JULY, status: 'paused-independently', claim: 'reported' }],
    ['Stopped posting · July 2020', { ...JULY, status: 'paused-unclear', claim: 'stopped-posting' }],
    ['Said it had stopped ads earlier · from November 2019', { from: '2019-11', status: 'paused-unclear', claim: 'stopped-earlier' }],
    ['Advised its own units to pause ads · July 2020', { ...JULY, status: 'paused-unclear', claim: 'advised' }],
    ['Advised its own units to pause ads · July 2020', { ...JULY, status: 'paused-independently', claim: 'advised' }],
  ])('"%s"', (text, change) => {
    expect(label(change)).toBe(text)
  })

  it('"No confirmed record" for whatever is not confirmed, without dates and scope', () => {
    for (const status of ['joined', 'paused-unclear', 'paused-independently', 'reported-quietly-paused'] as const) {
      const made = labelFor(listed(entry({ ...JULY, status, badgeOk: false, scope: 'US only' })), { translate, locale: 'en', now: YEARS_LATER })
      expect(made).toEqual({ status: 'unconfirmed', claim: 'No confirmed record', dates: null, scope: null, accordingTo: null, entryName: 'Acme' })
    }
  })

  it('"No confirmed record" for what others reported, even where an entry says that it may be shown', () => {
    expect(label({ ...JULY, status: 'reported-quietly-paused', scope: 'US only' })).toBe('No confirmed record')
  })

  it('"Not on the list" for an advertiser that is on no list', () => {
    const made = labelFor(null, { translate, locale: 'en', now: YEARS_LATER })
    expect(made).toEqual({ status: 'unlisted', claim: 'Not on the list', dates: null, scope: null, accordingTo: null, entryName: null })
    expect(written(null)).toBe('Not on the list')
  })

  it('nothing for political parties and campaigns, confirmed or not', () => {
    expect(label({ ...JULY, political: true })).toBeNull()
    expect(label({ ...JULY, political: true, badgeOk: false })).toBeNull()
  })

  it('the name of the campaign on record', () => {
    const made = labelFor(listed(entry(JULY), { ...LIST, campaign: 'Another Campaign' }), { translate, locale: 'en', now: YEARS_LATER })
    expect(made?.claim).toBe('Joined Another Campaign')
  })
})

describe('on a platform that the list is not about, a label names the list’s', () => {
  const own = { status: 'paused-independently', from: '2022-11' } as const
  it.each<[string, string, Partial<BadgeEntry>]>([
    ['Facebook', 'Joined Stop Hate for Profit (Facebook) · July 2020', { ...JULY }],
    ['Facebook', 'Announced a pause of Facebook ads · July 2020 · US only', { ...JULY, status: 'paused-unclear', scope: 'US only' }],
    ['Twitter', 'Announced its own pause of Twitter ads · from November 2022', own],
    ['X', 'Reported to have paused X ads · July 2020', { ...JULY, status: 'paused-unclear', claim: 'reported' }],
    ['X', 'Reported to have paused X ads on its own · from November 2022', { ...own, claim: 'reported' }],
    ['Twitter', 'Advised its own units to pause Twitter ads · from November 2022', { ...own, claim: 'advised' }],
    ['Facebook', 'Stopped posting on Facebook · July 2020', { ...JULY, status: 'paused-unclear', claim: 'stopped-posting' }],
    ['X', 'Said it had stopped X ads earlier · from November 2019', { from: '2019-11', status: 'paused-unclear', claim: 'stopped-earlier' }],
    ['Twitter', 'No confirmed record about Twitter', { ...JULY, badgeOk: false }],
    ['Twitter', 'No confirmed record about Twitter', { ...JULY, status: 'reported-quietly-paused' }],
  ])('%s: "%s"', (platformName, text, change) => {
    const list = { ...LIST, platformName }
    expect(written({ list, entry: entry(change), elsewhere: true })).toBe(text)
    // Where it is about the platform, nobody needs to be told.
    expect(written({ list, entry: entry(change), elsewhere: false })).toBe(label(change))
    expect(label(change)).not.toContain(platformName)
  })

  it('and says nothing of parties and campaigns there either', () => {
    expect(written({ list: LIST, entry: entry({ political: true }), elsewhere: true })).toBeNull()
  })
})

describe('the label of an entry from somebody else’s list', () => {
  const theirs = { ...LIST, accordingTo: 'Ad Archive' }

  it('ends with whose it is', () => {
    expect(written(listed(entry({ ...JULY, status: 'paused-unclear', scope: 'US only' }), theirs))).toBe('According to Ad Archive · Announced an ad pause · July 2020 · US only')
    expect(written({ list: theirs, entry: entry(JULY), elsewhere: true })).toBe('According to Ad Archive · Joined Stop Hate for Profit (Facebook) · July 2020')
  })

  it('says so of what is not confirmed as well', () => {
    expect(written(listed(entry({ badgeOk: false }), theirs))).toBe('According to Ad Archive · No confirmed record')
  })

  it('and no other label names anybody', () => {
    expect(labelFor(listed(entry()), { translate, locale: 'en', now: YEARS_LATER })?.accordingTo).toBeNull()
    expect(label(JULY)).not.toContain('according')
  })
})

describe('the dates of a label', () => {
  it.each<[string, Partial<BadgeEntry>]>([
    ['July 2020', { from: '2020-07-01', until: '2020-07-31' }],
    ['July 2020', { from: '2020-07', until: '2020-07-31' }],
    ['from July 2020', { from: '2020-07-01' }],
    ['until December 2020', { until: '2020-12-31' }],
    ['June 2020', { announced: '2020-06-29' }],
    ['2020', {}],
    ['from 2020', { from: '2020' }],
    ['2020', { from: '2020', until: '2020-12-31' }],
  ])('are "%s"', (dates, change) => {
    expect(label(change)).toBe(`Joined Stop Hate for Profit · ${dates}`)
  })

  it('name both months where the pause spans several', () => {
    expect(label({ from: '2020-06-26', until: '2020-12-31' })).toMatch(/ · June\s*–\s*December 2020$/)
    expect(label({ status: 'paused-unclear', from: '2019-11', until: '2020-01' })).toMatch(/ · November 2019\s*–\s*January 2020$/)
  })

  it('never date the joining of a campaign before there was one', () => {
    expect(label({ from: '2019-01' })).toBe('Joined Stop Hate for Profit · 2020')
    expect(label({ status: 'paused-unclear', from: '2019-01' })).toBe('Announced an ad pause · from January 2019')
  })

  it('do not sound like leaving the campaign where only the end of a pause is known', () => {
    expect(label({ until: '2020-07-31' })).toBe('Joined Stop Hate for Profit · July 2020')
  })

  it('put the day of an announcement behind the dates of the pause', () => {
    expect(label({ announced: '2020-06-26', from: '2020-07-01' })).toContain('from July 2020')
  })

  it('take no end from the campaign', () => {
    expect(label({ from: '2020-06-23', untilKind: 'unknown' })).toBe('Joined Stop Hate for Profit · from June 2020')
  })

  it('are those of the same day in every time zone', () => {
    const zone = process.env['TZ']
    try {
      for (const other of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'UTC']) {
        process.env['TZ'] = other
        expect(label(JULY), other).toBe('Joined Stop Hate for Profit · July 2020')
      }
    } finally {
      if (zone === undefined) delete process.env['TZ']
      else process.env['TZ'] = zone
    }
  })
})

describe('with the clock', () => {
  const before = new Date('2020-06-30T23:59:59.999Z')
  const first = new Date('2020-07-01T00:00:00.000Z')
  const last = new Date('2020-07-31T23:59:59.999Z')
  const after = new Date('2020-08-01T00:00:00.000Z')

  it('ahead of a closed pause, a label says when it starts', () => {
    expect(label(JULY, before)).toBe('Joined Stop Hate for Profit · starting July 2020')
    expect(windowOf(entry(JULY), LIST, before)).toBe('ahead')
  })

  it('within a closed pause, from the first to the last moment, a label says that it is under way', () => {
    for (const now of [first, new Date('2020-07-15'), last]) {
      expect(label(JULY, now)).toBe('Joined Stop Hate for Profit · July 2020, under way')
      expect(windowOf(entry(JULY), LIST, now)).toBe('running')
    }
  })

  it('past a closed pause, a label says no more than its dates', () => {
    expect(label(JULY, after)).toBe('Joined Stop Hate for Profit · July 2020')
    expect(windowOf(entry(JULY), LIST, after)).toBe('over')
  })

  it('an open-ended pause runs until the end of the campaign', () => {
    const open = { from: '2020-06-24', untilKind: 'indefinite' } as const
    expect(label(open, new Date('2020-06-23'))).toBe('Joined Stop Hate for Profit · starting June 2020')
    expect(label(open, last)).toBe('Joined Stop Hate for Profit · from June 2020, under way')
    expect(label(open, after)).toBe('Joined Stop Hate for Profit · from June 2020')
  })

  it('a pause of which only the end is known begins with the campaign', () => {
    const ending = { until: '2020-12-31' }
    expect(label(ending, before)).toBe('Joined Stop Hate for Profit · starting July 2020')
    expect(label(ending, after)).toBe('Joined Stop Hate for Profit · until December 2020, under way')
    expect(label(ending, new Date('2021-01-01'))).toBe('Joined Stop Hate for Profit · until December 2020')
  })

  it('an entry without dates follows the campaign', () => {
    expect(label({}, before)).toBe('Joined Stop Hate for Profit · starting July 2020')
    expect(label({}, first)).toBe('Joined Stop Hate for Profit · 2020, under way')
    expect(label({}, after)).toBe('Joined Stop Hate for Profit · 2020')
  })

  it('a date that is known to the month or the year covers all of it', () => {
    const vague = entry({ from: '2020-05', until: '2020' })
    expect(windowOf(vague, LIST, new Date('2020-04-30T23:59:59.999Z'))).toBe('ahead')
    expect(windowOf(vague, LIST, new Date('2020-05-01T00:00:00Z'))).toBe('running')
    expect(windowOf(vague, LIST, new Date('2020-12-31T23:59:59.999Z'))).toBe('running')
    expect(windowOf(vague, LIST, new Date('2021-01-01T00:00:00Z'))).toBe('over')
  })

  it('what is not confirmed never runs', () => {
    expect(label({ ...JULY, badgeOk: false }, first)).toBe('No confirmed record')
  })
})

describe('where no end was set', () => {
  const own = { status: 'paused-independently' } as const
  it.each<[string, Partial<BadgeEntry>]>([
    ['November 2023', { from: '2023-11-17' }],
    ['November 2023', { from: '2023-11', announced: '2023-12-01' }],
    ['November 2023', { from: '2023-11-17', untilKind: 'resumed' }],
    ['December 2023', { announced: '2023-12-01' }],
    ['2023', { from: '2023' }],
    ['2023', {}],
    ['until January 2024', { until: '2024-01-31' }],
  ])('a label says "%s", and nothing that sounds as if it lasted', (dates, change) => {
    expect(written(listed(entry({ ...own, ...change }), OPEN))).toBe(`Announced its own ad pause · ${dates}`)
  })

  it('both months stand where the entry has an end', () => {
    expect(written(listed(entry({ ...own, from: '2023-11-17', until: '2024-01-31' }), OPEN))).toMatch(/ · November 2023\s*–\s*January 2024$/)
  })

  it('what had stopped earlier has the month in which that was said', () => {
    expect(written(listed(entry({ ...own, claim: 'stopped-earlier', from: '2023-10', announced: '2023-12-01' }), OPEN))).toBe('Said it had stopped ads earlier · December 2023')
    expect(written(listed(entry({ ...own, claim: 'stopped-earlier', from: '2023-10' }), OPEN))).toBe('Said it had stopped ads earlier · October 2023')
  })

  it('nothing is ever under way, from the first moment on', () => {
    const pause = entry({ ...own, from: '2023-11-17', untilKind: 'indefinite' })
    for (const now of [new Date('2023-11-17T00:00:00Z'), new Date('2023-11-30'), new Date('2023-12-01'), YEARS_LATER]) {
      expect(windowOf(pause, OPEN, now)).toBe('over')
      expect(written(listed(pause, OPEN), now)).toBe('Announced its own ad pause · November 2023')
    }
    expect(windowOf(pause, OPEN, new Date('2023-11-16'))).toBe('ahead')
    expect(windowOf(entry(own), OPEN, new Date('2023-11-16'))).toBe('over')
  })

  it('but an end of the entry’s own counts', () => {
    const pause = entry({ ...own, from: '2023-11-17', until: '2023-12-31' })
    expect(windowOf(pause, OPEN, new Date('2023-12-31'))).toBe('running')
    expect(windowOf(pause, OPEN, new Date('2024-01-01'))).toBe('over')
  })
})

describe('statusOf', () => {
  it.each([['joined', 'joined'], ['paused-unclear', 'paused'], ['paused-independently', 'own-pause'], ['reported-quietly-paused', 'unconfirmed']] as const)('takes %s for %s', (status, shown) => {
    expect(statusOf(entry({ status }))).toBe(shown)
    expect(statusOf(entry({ status, badgeOk: false }))).toBe('unconfirmed')
  })
})

describe('every label of the real list', () => {
  const { index, entries } = readLists(FOLDER)
  const list = index.lists.find(({ id }) => id === real.id)
  const labels = real.entries.map((source, at) => {
    const record = entries.entries[real.id]?.[at]
    if (!list || record?.id !== source.id) throw new Error(`${source.name} is not where it was`)
    const made = labelFor(listed(record, list), { translate, locale: 'en', now: YEARS_LATER })
    return { source, record, made, text: made && labelText(made) }
  })
  const labelled = labels.flatMap((item) => (item.made && item.text !== null ? [{ ...item, made: item.made, text: item.text }] : []))
  /** Those for which the rule doesn't hold, as a failing test should name them. */
  const breaking = (holds: (item: (typeof labelled)[number]) => boolean) => labelled.filter((item) => !holds(item)).map(({ source, text }) => `${source.name}: ${text}`)

  it('is there, but for political parties and campaigns', () => {
    const political = labels.filter(({ source }) => source.kind.startsWith('political-'))
    expect(political.length).toBeGreaterThan(0)
    expect(labels.filter(({ made }) => made === null).map(({ source }) => source.name)).toEqual(political.map(({ source }) => source.name))
  })

  it('says "Joined" if and only if the entry joined and is confirmed', () => {
    expect(labelled.filter(({ text }) => text.startsWith('Joined ')).length).toBeGreaterThan(100)
    expect(breaking(({ source, text }) => /joined/i.test(text) === (source.status === 'joined' && source.badge_ok))).toEqual([])
  })

  it('says "No confirmed record", and only that, if and only if the entry is not confirmed', () => {
    expect(breaking(({ source, text }) => (text === 'No confirmed record') === !source.badge_ok)).toEqual([])
    expect(breaking(({ source, text }) => source.badge_ok || text === 'No confirmed record')).toEqual([])
  })

  it('says "Announced" only where the organisation itself did', () => {
    expect(labelled.some(({ source }) => source.claim === 'reported')).toBe(true)
    expect(breaking(({ source, text }) => !(/announced/i.test(text) && source.claim !== undefined))).toEqual([])
    expect(breaking(({ source, text }) => !source.badge_ok || source.claim !== 'reported' || text.startsWith('Reported '))).toEqual([])
  })

  it('says "its own" if and only if the organisation set itself apart from the campaign', () => {
    expect(breaking(({ source, text }) => !source.badge_ok || /\bits? own\b/.test(text) === (source.status === 'paused-independently'))).toEqual([])
  })

  it('never says that anybody boycotts, and nothing in the present', () => {
    expect(breaking(({ text }) => !/boycott|\bis\b|\bare\b|pausing|under way|starting/i.test(text))).toEqual([])
  })

  it('has its scope where the entry has one, and none where it has not', () => {
    const scoped = labelled.filter(({ source }) => source.scope_short !== null)
    expect(scoped.length).toBeGreaterThan(10)
    expect(breaking(({ source, made, text }) => !source.badge_ok || (made.scope === source.scope_short && (source.scope_short === null || text.endsWith(` · ${source.scope_short}`))))).toEqual([])
  })

  it('is dated between 2018 and 2020 wherever it claims something', () => {
    expect(breaking(({ source, made }) => (made.dates !== null) === source.badge_ok)).toEqual([])
    expect(breaking(({ made }) => made.dates === null || /\b20(18|19|20)\b/.test(made.dates))).toEqual([])
    expect(breaking(({ text }) => !/\b20(2[1-9]|[3-9]\d)\b/.test(text))).toEqual([])
  })

  it('has a year that the entry has itself, where the entry has dates', () => {
    expect(breaking(({ source, made }) => made.dates === null || years(source).length === 0 || (source.status === 'joined' && made.dates === '2020') || years(source).some((year) => made.dates?.includes(year)))).toEqual([])
  })

  it('has no empty part and fits on a badge', () => {
    expect(breaking(({ text }) => text.split(' · ').every((part) => part.trim() !== '') && !/undefined|null|NaN|Invalid|\$/.test(text) && text.length <= 100)).toEqual([])
  })

  it.each(['de', 'ar', 'ja', 'en-GB', 'zh-TW', 'fa', 'th'])('can be written in the locale %s, at any time', (locale) => {
    for (const now of [new Date('2018-01-01'), new Date('2020-07-15'), YEARS_LATER]) {
      for (const { record } of labelled) {
        expect(list && written(listed(record, list), now, locale)).toBeTruthy()
      }
    }
  })
})

describe('dates', () => {
  it('span a day, a month or a year, to the last millisecond', () => {
    expect(spanOf('2020-07-31')).toEqual({ start: Date.UTC(2020, 6, 31), end: Date.UTC(2020, 7, 1) - 1 })
    expect(spanOf('2020-12')).toEqual({ start: Date.UTC(2020, 11, 1), end: Date.UTC(2021, 0, 1) - 1 })
    expect(spanOf('2020-02').end).toBe(Date.UTC(2020, 2, 1) - 1)
    expect(spanOf('2020')).toEqual({ start: Date.UTC(2020, 0, 1), end: Date.UTC(2021, 0, 1) - 1 })
  })

  it('are written as exactly as they are known', () => {
    expect(monthOf('2020', 'en')).toBe('2020')
    expect(monthOf('2020-07', 'en')).toBe('July 2020')
    expect(dayOf('2020-06-29', 'en-GB')).toBe('29 June 2020')
    expect(dayOf('2020-06', 'en')).toBe('June 2020')
    expect(dayOf('2020', 'en')).toBe('2020')
    expect(monthsOf('2020', '2020-07-31', 'en')).toBe('2020')
    expect(monthsOf('2019', '2020-07-31', 'en')).toMatch(/^2019\s*–\s*2020$/)
  })

  it('are written in the language of the reader', () => {
    expect(monthOf('2020-07', 'de')).toBe('Juli 2020')
    expect(monthOf('2020-07', 'ja')).toBe('2020年7月')
  })
})
