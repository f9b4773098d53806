import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULTS, isShown, LABEL_STATUSES, parseSettings, type Settings } from '../src/shared/settings.ts'

function expectValid(settings: Settings): void {
  expect(Object.keys(settings).toSorted()).toEqual(['appearance', 'badges', 'follow', 'log', 'logDays', 'pausedUntil', 'sitesOff', 'statuses', 'updates'])
  expect(settings.badges).toBeTypeOf('boolean')
  expect(Object.keys(settings.statuses).toSorted()).toEqual([...LABEL_STATUSES].toSorted())
  for (const status of LABEL_STATUSES) expect(settings.statuses[status]).toBeTypeOf('boolean')
  expect(Array.isArray(settings.sitesOff)).toBe(true)
  expect(settings.sitesOff.length).toBeLessThanOrEqual(50)
  for (const site of settings.sitesOff) expect(site).toBeTypeOf('string')
}

describe('parseSettings', () => {
  it.each([undefined, null, true, false, 0, NaN, '', 'settings', [], [1], {}, () => 1, Symbol('x'), 1n, new Date(), new Map([['badges', false]])])(
    'gives the defaults for what holds no settings (%#)',
    (stored) => {
      expect(parseSettings(stored)).toEqual(DEFAULTS)
    },
  )

  it('reads what it would have stored', () => {
    const settings: Settings = {
      badges: false,
      pausedUntil: 1_790_000_000_000,
      statuses: { yours: false, joined: false, paused: true, 'own-pause': false, unconfirmed: true, unlisted: false },
      sitesOff: ['facebook', 'other'],
      updates: 'weekly',
      appearance: { size: 'large', corner: 'bottom-end', form: 'compact', hues: { ...DEFAULTS.appearance.hues, joined: 'teal' } },
      log: true,
      logDays: 365,
      follow: true,
    }
    expect(parseSettings(structuredClone(settings))).toEqual(settings)
  })

  it('keeps each valid part beside damaged ones', () => {
    expect(parseSettings({ badges: 'no', statuses: { joined: false, paused: 0, unknown: false }, sitesOff: ['facebook', 7, null, ['x'], 'other'], updates: 'hourly', pausedUntil: NaN, log: 1, logDays: 8, appearance: { size: 'huge', corner: 'top-end', hues: { joined: 'plaid', paused: 'red' } } })).toEqual({
      ...DEFAULTS,
      statuses: { ...DEFAULTS.statuses, joined: false },
      sitesOff: ['facebook', 'other'],
      appearance: { ...DEFAULTS.appearance, corner: 'top-end', hues: { ...DEFAULTS.appearance.hues, paused: 'red' } },
    })
    expect(parseSettings({ badges: false, statuses: [], sitesOff: 'facebook' })).toEqual({ ...DEFAULTS, badges: false })
  })

  it('drops fields that it does not know', () => {
    expect(parseSettings({ badges: false, colour: 'red' })).toEqual({ ...DEFAULTS, badges: false })
  })

  it('keeps no more than fifty sites', () => {
    expect(parseSettings({ sitesOff: Array.from({ length: 80 }, (_, at) => `site-${at}`) }).sitesOff).toHaveLength(50)
  })

  it('takes nothing from a stored "__proto__"', () => {
    expect(parseSettings(JSON.parse('{"__proto__":{"badges":false},"statuses":{"__proto__":{"joined":false}}}'))).toEqual(DEFAULTS)
  })

  it('never gives out the defaults themselves, so that no change reaches them', () => {
    const settings = parseSettings(null)
    settings.statuses.joined = false
    settings.sitesOff.push('facebook')
    expect(parseSettings(null).statuses.joined).toBe(true)
    expect(parseSettings(null).sitesOff).toEqual([])
  })

  it('gives valid settings for any JSON, and the same again from them', () => {
    const part = fc.oneof(fc.boolean(), fc.jsonValue())
    const nearly = fc.record(
      { badges: part, statuses: fc.oneof(fc.dictionary(fc.constantFrom(...LABEL_STATUSES, 'other'), part), fc.jsonValue()), sitesOff: fc.oneof(fc.array(fc.oneof(fc.string(), part), { maxLength: 80 }), part) },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), nearly, fc.anything()), (stored) => {
        const settings = parseSettings(stored)
        expectValid(settings)
        expect(parseSettings(settings)).toEqual(settings)
      }),
      { numRuns: 2_000 },
    )
  })

  it('keeps every valid part, whatever stands beside it', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.constantFrom(...LABEL_STATUSES), fc.boolean(), fc.jsonValue(), (badges, status, shown, other) => {
        const settings = parseSettings({ badges, statuses: { [status]: shown, other }, sitesOff: [other, 'facebook'], other })
        expect(settings.badges).toBe(badges)
        expect(settings.statuses[status]).toBe(shown)
        expect(settings.sitesOff).toContain('facebook')
      }),
    )
  })
})

describe('isShown', () => {
  it('shows every status by default', () => {
    for (const status of LABEL_STATUSES) expect(isShown(DEFAULTS, 'facebook', status), status).toBe(true)
  })

  it('shows nothing with badges off', () => {
    for (const status of LABEL_STATUSES) expect(isShown({ ...DEFAULTS, badges: false }, 'facebook', status), status).toBe(false)
  })

  it('shows nothing on a site that is off, and everything on others', () => {
    const settings = { ...DEFAULTS, sitesOff: ['facebook'] }
    for (const status of LABEL_STATUSES) {
      expect(isShown(settings, 'facebook', status), status).toBe(false)
      expect(isShown(settings, 'other', status), status).toBe(true)
    }
  })

  it('hides the status that is off, and no other', () => {
    for (const off of LABEL_STATUSES) {
      const settings = { ...DEFAULTS, statuses: { ...DEFAULTS.statuses, [off]: false } }
      for (const status of LABEL_STATUSES) expect(isShown(settings, 'facebook', status), `${status} with ${off} off`).toBe(status !== off)
    }
  })
})
