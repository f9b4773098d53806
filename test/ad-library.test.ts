import { describe, expect, it } from 'vitest'
import { siteById, sites } from '../src/sites/registry.ts'

const ACME = { name: 'Acme & Söhne', page: 'acme', domain: 'acme.com' }
const NOBODY = { name: null, page: null, domain: null }
const library = (site: string, about: typeof ACME | typeof NOBODY) => siteById(site)?.adLibrary?.(about) ?? null
const queryOf = (address: string | null) => Object.fromEntries(new URL(address ?? '').searchParams)

describe('ad libraries', () => {
  it('are https addresses of the sites’ own hosts, whoever advertises', () => {
    const hosts = { facebook: 'www.facebook.com', instagram: 'www.facebook.com', x: 'ads.x.com', linkedin: 'www.linkedin.com', youtube: 'adstransparency.google.com', tiktok: 'library.tiktok.com', pinterest: 'ads.pinterest.com' }
    for (const { id } of sites) {
      for (const about of [ACME, NOBODY, { name: 'javascript:alert(1)', page: '../../x?y#z', domain: '"><img>' }]) {
        const address = library(id, about)
        if (address === null) continue
        expect(new URL(address).protocol).toBe('https:')
        expect(new URL(address).hostname).toBe((hosts as Record<string, string>)[id])
      }
    }
  })

  it('Meta’s is asked by a page’s number, else by name', () => {
    expect(queryOf(library('facebook', { ...ACME, page: '12345' }))).toMatchObject({ search_type: 'page', view_all_page_id: '12345' })
    expect(queryOf(library('facebook', ACME))).toMatchObject({ search_type: 'keyword_unordered', q: 'Acme & Söhne', country: 'ALL' })
    // A handle of digits is no page of Facebook's.
    expect(queryOf(library('instagram', { ...ACME, page: '12345' }))).toMatchObject({ q: 'Acme & Söhne' })
    expect(library('facebook', NOBODY)).toBe(null)
  })

  it('others are asked as theirs want it', () => {
    expect(queryOf(library('linkedin', ACME))).toEqual({ accountOwner: 'Acme & Söhne' })
    expect(queryOf(library('youtube', ACME))).toEqual({ region: 'anywhere', domain: 'acme.com' })
    expect(queryOf(library('tiktok', ACME))).toEqual({ region: 'all', query_type: '1', adv_name: 'Acme & Söhne' })
    for (const site of ['linkedin', 'tiktok', 'reddit']) expect(library(site, NOBODY)).toBe(null)
  })
})
