import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { labelItems, leftOver, readItems, SETTINGS_ITEM, settingsItem } from '../src/background/follow-items.ts'
import { firstStamps, followed, isGone, isLabel, type LabelTrace, mergeLabels, mergeSettings, stamp, type Stamped, tracesOf, withFollowed } from '../src/background/follow-merge.ts'
import { DEFAULTS, parseSettings } from '../src/shared/settings.ts'

const NOW = Date.parse('2026-11-30T10:00:00.000Z')
const at = (ms: number) => new Date(NOW + ms).toISOString()
const label = (id: string, ms = 0, text = 'Friends') => ({ id, name: `Acme ${id}`, domain: null, text, changed: at(ms) })
const inOrder = (all: readonly LabelTrace[]) => all.toSorted((a, b) => (a.id < b.id ? -1 : 1))
const own = ({ updates, badges }: Record<string, Stamped>) => ({ ...(updates && { updates }), ...(badges && { badges }) })
const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value)).length

describe('settings that follow', () => {
  it('are neither what is about one device alone nor the log', () => {
    expect(Object.keys(followed(DEFAULTS)).filter((name) => /follow|log|paused(Until)/.test(name))).toEqual([])
  })

  it('go in and out as they are', () => {
    const other = parseSettings({ ...DEFAULTS, badges: false, sitesOff: ['x'], updates: 'off', statuses: { ...DEFAULTS.statuses, unlisted: false }, appearance: { size: 'large', corner: 'top-end', form: 'compact', hues: { ...DEFAULTS.appearance.hues, joined: 'teal' } } })
    expect(withFollowed(DEFAULTS, followed(other))).toEqual(other)
    expect(withFollowed(DEFAULTS, { log: true, follow: true, logDays: 7, ['__proto__']: { badges: false }, 'appearance.x.y': 1 })).toEqual(DEFAULTS)
  })

  it('keep their time while they are the same, and get a later one when a person changes them, whatever the clock says', () => {
    const before = { badges: [true, NOW] as const, updates: ['daily', NOW + 5_000] as const }
    expect(stamp(before, { badges: true, updates: 'daily' }, NOW + 1)).toEqual(before)
    expect(stamp(before, { badges: false, updates: 'off' }, NOW + 1)).toEqual({ badges: [false, NOW + 1], updates: ['off', NOW + 5_001] })
  })

  it('take the newest of each, on every device the same', () => {
    const value = fc.constantFrom('off', '6h', 'daily', 'weekly')
    const stamps = fc.record({ updates: fc.tuple(value, fc.nat(3)), badges: fc.tuple(fc.boolean(), fc.nat(3)), unknown: fc.tuple(fc.string(), fc.nat(3)) }, { requiredKeys: [] }) as fc.Arbitrary<Record<string, Stamped>>
    fc.assert(
      fc.property(stamps, stamps, (a, b) => {
        const [one, other] = [mergeSettings(own(a), b), mergeSettings(own(b), own(a))]
        for (const name of ['updates', 'badges']) {
          if (!a[name] || !b[name]) continue
          expect(one.here[name]).toEqual(other.here[name])
          expect(one.here[name]?.[1]).toBe(Math.max(a[name][1], b[name][1]))
        }
        // Once more changes nothing.
        expect(mergeSettings(one.here, one.there)).toEqual(one)
      }),
    )
  })

  it('leave what a newer version wrote as it is, until a person chooses anew here', () => {
    const there = { 'appearance.size': ['huge', NOW] as const, sound: ['on', NOW] as const }
    const here = stamp({}, followed(DEFAULTS), NOW - 1)
    const merged = mergeSettings(here, there)
    expect(withFollowed(DEFAULTS, Object.fromEntries(Object.entries(merged.here).map(([name, [value]]) => [name, value])))).toEqual(DEFAULTS)
    expect(merged.there).toMatchObject(there)
    const chosen = stamp(merged.here, { ...followed(DEFAULTS), 'appearance.size': 'small' }, NOW - 1)
    expect(mergeSettings(chosen, merged.there).there['appearance.size']).toEqual(['small', NOW + 1])
  })

  it('go under what was there before, but for what a person has chosen', () => {
    const chosen = { ...DEFAULTS, updates: 'off' as const }
    const first = firstStamps(followed(chosen))
    expect(mergeSettings(first, { updates: ['weekly', NOW], badges: [false, NOW] }).here).toMatchObject({ updates: ['weekly', NOW], badges: [false, NOW] })
    expect(mergeSettings(first, firstStamps(followed(DEFAULTS))).here).toMatchObject({ updates: ['off', 1] })
  })
})

describe('labels that follow', () => {
  it('stay deleted, also where the clock is behind', () => {
    const traces = tracesOf([label('a', 60_000), label('b')], [label('b')], NOW)
    expect(traces).toEqual([label('b'), { id: 'a', gone: at(60_001) }])
    expect(mergeLabels(traces, [label('a', 60_000)])).toEqual(traces)
    expect(mergeLabels([label('a', 60_000)], traces).filter(isLabel)).toEqual([label('b')])
  })

  it('that are changed are later than what they were', () => {
    expect(tracesOf([label('a', 60_000)], [label('a', 1, 'Foes')], NOW)).toEqual([label('a', 60_001, 'Foes')])
    expect(tracesOf([{ id: 'a', gone: at(60_000) }], [label('a', 1)], NOW)).toEqual([label('a', 60_001)])
    expect(tracesOf([], [{ ...label('a'), changed: 'long ago' }], NOW)).toEqual([label('a')])
  })

  it('of a newer version are kept as they are, and are never taken for deleted', () => {
    const strange = [{ id: 'a', changed: at(0), name: 'Acme', domain: null, text: 'x'.repeat(81) }, { id: 'b', changed: at(0), pattern: '*' }, { ...label('c'), colour: 'red' }] as LabelTrace[]
    expect(readItems({ 'labels-0': strange }).labels).toEqual(strange)
    expect(tracesOf(strange, [label('c')], NOW)).toEqual([strange[2], strange[0], strange[1]])
  })

  it('come out alike in whatever order they are exchanged', () => {
    const one = fc.record({ id: fc.constantFrom('a', 'b', 'c'), ms: fc.nat(3), text: fc.constantFrom('x', 'y', '') }).map(({ id, ms, text }): LabelTrace => (text ? label(id, ms, text) : { id, gone: at(ms) }))
    const some = fc.uniqueArray(one, { selector: ({ id }) => id })
    fc.assert(
      fc.property(some, some, some, (a, b, c) => {
        expect(inOrder(mergeLabels(a, b))).toEqual(inOrder(mergeLabels(b, a)))
        expect(inOrder(mergeLabels(mergeLabels(a, b), c))).toEqual(inOrder(mergeLabels(a, mergeLabels(b, c))))
        expect(labelItems(mergeLabels(a, b))?.items).toEqual(labelItems(mergeLabels(b, a))?.items)
      }),
    )
  })
})

describe('items', () => {
  it('hold labels within what the browsers allow, counted in bytes', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 40 })
    const labels = fc.array(fc.record({ name: text, text }), { maxLength: 400 })
    fc.assert(
      fc.property(labels, fc.nat(900), (some, goneCount) => {
        const all: LabelTrace[] = [...some.map((one, number) => ({ id: `label-${number}`, ...one, domain: null, changed: at(number) })), ...Array.from({ length: goneCount }, (_, number) => ({ id: `gone-${number}`, gone: at(number) }))]
        const made = labelItems(all)
        if (!made) return expect(bytes(all)).toBeGreaterThan(80_000)
        const items = Object.entries(made.items)
        for (const [name, value] of items) expect(bytes(name) + bytes(value)).toBeLessThanOrEqual(8_192)
        expect(items.reduce((sum, [name, value]) => sum + bytes(name) + bytes(value), 0)).toBeLessThan(102_400 - 8_192)
        // All labels are in them, and the latest of what is gone.
        expect(made.kept.filter((one) => !isGone(one))).toHaveLength(some.length)
        const gone = made.kept.filter(isGone).map((one) => Number(one.id.slice(5)))
        expect(Math.min(goneCount, ...gone)).toBe(goneCount - gone.length)
        expect(new Set(readItems(made.items).labels.map(({ id }) => id))).toEqual(new Set(made.kept.map(({ id }) => id)))
      }),
      { numRuns: 60 },
    )
  })

  it('are given up where there are too many labels', () => {
    expect(labelItems(Array.from({ length: 2_000 }, (_, number) => label(String(number))))).toBeNull()
    expect(labelItems(Array.from({ length: 400 }, (_, number) => label(String(number))))).not.toBeNull()
    expect(labelItems(Array.from({ length: 400 }, (_, number) => label(String(number), 0, 'ラ'.repeat(80))))).toBeNull()
  })

  it('of settings leave out what is unknown and too long', () => {
    const here = stamp({}, followed(DEFAULTS), NOW)
    expect(settingsItem({ ...here, sound: ['on', 1] }, here)).toHaveProperty('sound')
    expect(settingsItem({ ...here, sound: ['ü'.repeat(4_000), 1] }, here)).toBe(here)
    expect(bytes(here)).toBeLessThan(4_000)
  })

  it('that are left from when there were more go', () => {
    expect(leftOver({ settings: {}, 'labels-0': [], 'labels-1': [], other: 1 }, { settings: {}, 'labels-0': [] })).toEqual(['labels-1'])
  })

  it('that hold anything else are ignored', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(SETTINGS_ITEM, 'labels-0', 'labels-x', 'more'), fc.anything()), (stored) => {
        const { settings, labels } = readItems(stored)
        const merged = mergeSettings(stamp({}, followed(DEFAULTS), NOW), settings)
        const values = Object.fromEntries(Object.entries(merged.here).map(([name, [value]]) => [name, value]))
        const next = withFollowed(DEFAULTS, values)
        expect(next).toEqual(parseSettings(next))
        expect(labels.every(({ id }) => typeof id === 'string')).toBe(true)
      }),
    )
    const wrong = [null, 1, [], { id: 1, gone: at(0) }, { id: 'a', gone: 'soon' }, { id: 'a', gone: '+012026-01-01T00:00:00.000Z' }, { id: 'a', gone: '9999-01-01T00:00:00.000Z' }, { ...label('a'), changed: 'x' }, { ...label('a'), text: 'x'.repeat(4_000) }, { id: 'x'.repeat(101), gone: at(0) }]
    expect(readItems({ 'labels-0': wrong, settings: { badges: true, updates: ['off'], sitesOff: [[], -1], 'appearance.size': ['small', 1e300], 'appearance.form': ['full', NaN] } })).toEqual({ settings: {}, labels: [] })
  })
})
