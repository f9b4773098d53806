import { describe, expect, it } from 'vitest'
import { type BrokenSite, brokenReportText } from '../src/reports/broken-text.ts'

const NOTHING: BrokenSite = { site: 'Reddit', language: null, condition: null, page: null, stored: undefined, skeleton: null }

describe('brokenReportText', () => {
  it('says all that is known, the structure last', () => {
    const about: BrokenSite = {
      ...NOTHING, language: 'de', condition: 'no-header', page: { total: 2, health: { posts: 40, unreadable: 21, sinceAd: 7 } }, stored: { posts: 90, unreadable: 50, since: '2026-11-01T10:00:00.000Z' }, skeleton: 'div\n  a href=inside',
    }
    const { kind, title, body } = brokenReportText(about, ' No badges\r\nsince Monday ', '0.1.0')
    expect([kind, title]).toEqual(['broken', 'Site isn’t labelled right: Reddit'])
    expect(body).toBe(
      [
        'Site: Reddit', 'Language of the page: de', 'The check said: no-header',
        'This page: 40 posts, 21 of them without a header that could be read, 2 ads, 7 posts since the last ad',
        'On this device since the last ad: 90 posts, 50 of them without a header that could be read',
        'What is wrong / source: No badges\n  since Monday', 'Extension version: 0.1.0', '', 'Structure of one post, without its words, names, links and numbers:', 'div\n  a href=inside',
      ].join('\n'),
    )
  })

  it('leaves out what is not known, and marks that turn text around', () => {
    expect(brokenReportText(NOTHING, '\u202Eright\u0000', '0.1.0').body).toBe('Site: Reddit\nWhat is wrong / source: right\nExtension version: 0.1.0')
    expect(brokenReportText(NOTHING, '  ', '0.1.0').body).toBe('Site: Reddit\nExtension version: 0.1.0')
  })
})
