import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { OWN_PROPERTIES, shrink } from '../scripts/shrink.ts'

/** Where what goes through storage and messages, or to the scripts that come on demand, is described. */
const CROSSING = ['shared/messages', 'shared/page-data', 'shared/settings', 'shared/read-label', 'list/types', 'list/table', 'content/ad', 'content/page-host']
/** And types in files that have others besides. */
const CROSSING_TYPES: Readonly<Record<string, readonly string[]>> = { 'content/badge': ['Badge'], 'content/feed': ['Health', 'LabelledAd'], 'sites/types': ['Advertiser', 'SiteData', 'Words'] }
/** Names of parameters and of tuples' parts; of a table's hits, which stay where they are made; and what only the extension's own pages and the background tell each other. */
const NOT_CROSSING = ['by', 'node', 'spaces', 'value', 'last', 'state']

const read = (path: string) => readFileSync(new URL(`../src/${path}.ts`, import.meta.url), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
const membersIn = (text: string) => [...text.matchAll(/(\w+)\??:/g)].map(([, name]) => name)

describe('names that the scripts of pages shorten', () => {
  it('are none of anything that leaves these scripts', () => {
    const files = CROSSING.map(read)
    const types = Object.entries(CROSSING_TYPES).flatMap(([file, names]) => names.map((name) => new RegExp(`interface ${name} \\{[\\s\\S]*?\\n\\}`).exec(read(file))?.[0] ?? expect.fail(`${file} has no ${name}`)))
    const crossing = new Set([...files, ...types].flatMap(membersIn))
    expect(crossing.size).toBeGreaterThan(100)
    expect(OWN_PROPERTIES.filter((name) => crossing.has(name) && !NOT_CROSSING.includes(name))).toEqual([])
  })

  it('are shortened, and no others', async () => {
    const code = 'globalThis.use({ verdict: 1, evidence: 2, element: globalThis.one.element })'
    expect(await shrink(code, {})).toMatch(/^globalThis\.use\(\{\w:1,evidence:2,\w:globalThis\.one\.\w\}\);?$/)
    expect(await shrink(code, null)).toContain('verdict:1')
  })

  it('leave signs alone that a list can switch off', async () => {
    const code = "globalThis.use('unsure', 'ad mark', 'invisible text')"
    expect(await shrink(code, {})).toContain('use("u","ad mark","invisible text")')
    expect(await shrink(code, null)).toContain('"unsure"')
  })
})
