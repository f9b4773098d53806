import { expect } from 'vitest'
import { ListError, type ListFile, parseList } from '../src/list/schema.ts'

/** A small list file as JSON, with what a test changes in it. */

export type Json = Record<string, unknown>

export function acme(change: Json = {}): Json {
  return {
    id: 'acme', name: 'Acme Works', aliases: ['Acme'], domains: ['acme.com'], handles: { facebook: ['acme'] }, kind: 'company', industry: 'anvils', country: 'US', parent: null,
    brands_named_in_sources: ['Anvil'], status: 'paused-unclear', claim: 'reported', statement: 'It paused its ads', badge_ok: true, scope: 'all ads', scope_short: 'US only',
    announced: '2020-06-29', from: '2020-07-01', until: '2020-07-31', until_kind: 'stated-end', duration: 'July 2020', confidence: 'high', from_memory: false,
    match_risk: 'normal', sources: ['news'], note: 'A note', later: [{ finding: 'It came back', sources: ['news'] }], ...change,
  }
}

export function zenith(change: Json = {}): Json {
  return acme({ id: 'zenith', name: 'Zenith', aliases: [], domains: ['zenith.org'], handles: {}, ...change })
}

export function file(change: Json = {}): Json {
  return {
    format: 1,
    id: 'small',
    updated: '2026-01-31',
    campaign: {
      name: 'Campaign', hashtag: null, platforms: ['site'], platform_name: 'A site', target: 'A site', ask: 'pause ads', launched: '2020-06-17', window_from: '2020-07-01', window_until: '2020-07-31',
      organisers: ['Somebody'], later_partners: [], claimed_participants: 'some', claimed_participants_source: 'news',
      participant_count_claims: [{ as_of: '2020-07', n: '10', what: 'firms', source: 'news' }], trademark_note: null, sources: ['news'],
    },
    entries: [acme(), zenith()],
    not_the_same: [{ name: 'Acme Zoo', confusable_with: 'Acme Works', domain: 'acmezoo.org', relation: 'unrelated' }],
    sources: { news: { title: 'News', url: 'https://news.example/1', date: '2020-07-02', kind: 'news' } },
    ...change,
  }
}

export function parse(data: unknown): ListFile {
  return parseList('small.json', JSON.stringify(data))
}

/** The error of a list file; fails where the file is accepted. */
export function faultOf(data: unknown): ListError {
  return errorOf(() => parse(data))
}

export function errorOf(act: () => unknown): ListError {
  try {
    act()
  } catch (error) {
    expect(error).toBeInstanceOf(ListError)
    return error as ListError
  }
  return expect.fail('was accepted')
}
