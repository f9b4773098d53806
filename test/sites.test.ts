import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { SiteFixture } from '../harness/sites/types.ts'
import { pageUrlOf, siteAt, siteById, sites } from '../src/sites/registry.ts'

/** What every site must have beside its adapter, and what the registry says of sites. */

const ROOT = new URL('../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8')
const fixtures = import.meta.glob<{ fixture?: SiteFixture }>('../harness/sites/*.ts')

/** Rows of the README's table of feeds: site, surface, signals, tested on. */
const rows = read('README.md')
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()))

describe.each(sites.map((site) => [site.id, site] as const))('%s', (id, site) => {
  it('has words of its own', () => {
    const { labels, notPages } = JSON.parse(read(`src/sites/${id}.data.json`)) as { labels: Record<string, unknown>; notPages: unknown }
    expect(labels).toHaveProperty('en')
    expect(Array.isArray(notPages)).toBe(true)
  })

  it('has pages with at least 8 ads and 12 traps', async () => {
    const load = fixtures[`../harness/sites/${id}.ts`]
    expect(load, `harness/sites/${id}.ts`).toBeDefined()
    const { fixture } = (await load?.()) ?? {}
    expect(fixture?.site).toBe(id)
    expect(fixture?.ads.length).toBeGreaterThanOrEqual(8)
    expect(fixture?.traps.length).toBeGreaterThanOrEqual(12)
    expect(siteAt(fixture?.address ?? '')).toBe(site)
  })

  it('has a test that runs them', () => {
    expect(existsSync(new URL(`e2e/sites/${id}.spec.ts`, ROOT)), `e2e/sites/${id}.spec.ts`).toBe(true)
    const spec = read(`e2e/sites/${id}.spec.ts`)
    expect(spec).toContain(`'../../harness/sites/${id}.ts'`)
    expect(spec).toMatch(/\btestSite\(fixture\)/)
  })

  it("has a row in the README's table of feeds", () => {
    const row = rows.find(([name]) => name === site.name)
    expect(row, `a row that begins with | ${site.name} |`).toBeDefined()
    expect(row).toHaveLength(4)
    for (const cell of row ?? []) expect(cell).toMatch(/[a-z]{2}|^X$/i)
  })

  it('is found by the addresses of its pages, over https alone', () => {
    expect(site.matches.length).toBeGreaterThan(0)
    for (const pattern of site.matches) expect(pattern).toMatch(/^https:\/\/(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+\/\*$/)
    expect(siteAt(site.home)).toBe(site)
    expect(siteAt(site.home.replace('https:', 'http:'))).toBeUndefined()
    expect(siteById(id)).toBe(site)
    const page = pageUrlOf(id, 'acme') ?? ''
    expect(siteAt(page)).toBe(site)
    // What a page is called is page text.
    expect(new URL(pageUrlOf(id, '../../x?y#z') ?? '').host).toBe(new URL(page).host)
  })
})

describe('the registry', () => {
  it('has each site once, and no file of words for a site that is none', () => {
    const ids = sites.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const files = readdirSync(new URL('src/sites/', ROOT)).filter((file) => file.endsWith('.data.json')).map((file) => file.slice(0, -'.data.json'.length))
    expect(files.toSorted()).toEqual(ids.toSorted())
  })

  it.each(['https://notfacebook.com/', 'https://facebook.com.evil.example/', 'https://x.com.evil.example/', 'https://evilpinterest.com/', 'ftp://x.com/', 'x.com', ''])('takes "%s" for no site', (address) => {
    expect(siteAt(address)).toBeUndefined()
  })

  it('knows subdomains only where a site has any', () => {
    expect(siteAt('https://de.pinterest.com/x')?.id).toBe('pinterest')
    expect(siteAt('https://pinterest.com/')?.id).toBe('pinterest')
    expect(siteAt('https://help.x.com/')).toBeUndefined()
  })
})
