import fc from 'fast-check'
import { getPublicSuffix } from 'tldts'
import { edgeChild, edgeLength, edgeStart, exceptionsRoot, labelText, rulesRoot } from 'tldts/dist/es6/src/data/trie.js'
import { describe, expect, it } from 'vitest'
import { isPublicSuffix } from '../src/distribution/public-suffix.ts'

/** What the package holds of the public suffix list says what tldts says, which has the list itself. */

const byTldts = (domain: string) => [true, false].some((allowPrivateDomains) => getPublicSuffix(domain, { allowPrivateDomains }) === domain)
const isAscii = (domain: string) => /^[ -~]+$/.test(domain)

/** Every name in the list, those that are there only for others as well. */
function names(root: number): string[] {
  const places = [0]
  for (const length of edgeLength) places.push((places.at(-1) ?? 0) + length)
  const below = (node: number, parent: string): string[] => {
    const found: string[] = []
    for (let edge = edgeStart[node] ?? 0; edge < (edgeStart[node + 1] ?? 0); edge++) {
      const name = `${labelText.slice(places[edge], places[edge + 1])}${parent}`
      found.push(name, ...below(edgeChild[edge] ?? 0, `.${name}`))
    }
    return found
  }
  return below(root, '')
}

const NAMES = [...names(rulesRoot), ...names(exceptionsRoot)].filter(isAscii).map((name) => name.replaceAll('*', 'any'))
const LABELS = [...new Set(NAMES.flatMap((name) => name.split('.')))]

describe('public suffixes', () => {
  it('are those of the list: each name, what is above and what is below it', () => {
    expect(NAMES.length).toBeGreaterThan(10_000)
    const domains = NAMES.flatMap((name) => [name, name.replace(/^[^.]+\./, ''), `www.${name}`, `a.www.${name}`, name.slice(1), `x${name}`, `${name}x`])
    expect(domains.filter((domain) => isPublicSuffix(domain) !== byTldts(domain))).toEqual([])
  })

  it.each([['co.uk', true], ['ford.com', false], ['github.io', true], ['ford.github.io', false], ['ford.ck', true], ['www.ck', false], ['city.kawasaki.jp', false], ['nowhere', true]])('%s: %s', (domain, expected) => {
    expect(isPublicSuffix(domain)).toBe(expected)
  })

  it('are those of tldts among any domains', () => {
    const label = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...LABELS) }, fc.stringMatching(/^[a-z\d_-]{1,6}$/), fc.stringMatching(/^[a-z\d]{60,66}$/))
    fc.assert(
      fc.property(fc.array(label, { minLength: 1, maxLength: 6 }).map((labels) => labels.join('.')), (domain) => {
        expect(isPublicSuffix(domain)).toBe(byTldts(domain))
      }),
      { numRuns: 20_000 },
    )
  })

  it('are all there in ASCII that the list has in other letters', () => {
    const others = names(rulesRoot).filter((name) => !isAscii(name) && byTldts(name))
    expect(others.length).toBeGreaterThan(100)
    expect(others.map((name) => new URL(`https://${name}`).hostname).filter((name) => !isPublicSuffix(name))).toEqual([])
  })
})
