import { FiltersEngine, Request } from '@ghostery/adblocker'
import { domainSuffixes } from '../../src/list/domains.ts'
import { openIndex } from '../../src/list/lookup.ts'
import type { ListFile, ListFileEntry } from '../../src/list/schema.ts'
import { openTable } from '../../src/list/table.ts'
import type { CompiledIndex } from '../../src/list/types.ts'
import { eachOf, fresh, halfWarm, inTurns, milliseconds, type Spread } from './measure.ts'
import { Random } from './random.ts'

export interface DomainFigures {
  domains: number
  /** Bytes. */
  blockerBytes: number
  /** Milliseconds. The list's index holds names and pages too. */
  load: Record<'ours' | 'blocker', Spread>
  /** Nanoseconds. */
  match: Record<'hit' | 'miss' | 'blockerHit' | 'blockerMiss', Spread>
}

const ROUNDS = 7
const QUESTIONS = 10_000

/**
 * Domains looked up in the list, beside an ad blocker's engine that has a filter for each.
 * @throws Error on a wrong answer
 */
export function benchDomains(json: string, { entries }: ListFile, stranger: () => ListFileEntry): DomainFigures {
  const domains = entries.flatMap((entry) => entry.domains)
  const index = JSON.parse(json) as CompiledIndex
  const packed = index.lists[0]?.keys
  if (!packed) throw new Error('no table')
  const table = openTable(packed)
  const serialised = FiltersEngine.parse(domains.map((domain) => `||${domain}^`).join('\n'), { loadCosmeticFilters: false }).serialize()
  const engine = FiltersEngine.deserialize(serialised)
  const load = inTurns(domains.length > 1e6 ? 3 : ROUNDS, {
    ours: () => milliseconds(() => openIndex(index)),
    blocker: () => milliseconds(() => FiltersEngine.deserialize(serialised)),
  })

  const random = new Random(3)
  const withHost = (domain: string) => (random.chance(0.5) ? domain : `${random.pick(['www', 'shop', 'jobs'])}.${domain}`)
  const hits = halfWarm(domains, QUESTIONS, random).map(withHost)
  const misses = Array.from({ length: QUESTIONS }, () => withHost(stranger().domains[0] ?? ''))
  const ours = (hosts: string[], isHit: boolean) => () =>
    eachOf(hosts.map(fresh), (host) => {
      if (domainSuffixes(host).some((suffix) => table.get(`d${suffix}`)) !== isHit) throw new Error(`wrong about ${host}`)
    })
  // Made beforehand: what a request takes to make isn't counted.
  const blockers = (hosts: string[], isHit: boolean) => () =>
    eachOf(hosts.map((host) => Request.fromRawDetails({ url: `https://${host}/`, type: 'sub_frame', sourceUrl: 'https://www.facebook.com/' })), (request) => {
      if (engine.match(request).match !== isHit) throw new Error(`the ad blocker is wrong about ${request.url}`)
    })
  const ways = { hit: ours(hits, true), blockerHit: blockers(hits, true), miss: ours(misses, false), blockerMiss: blockers(misses, false) }
  inTurns(2, ways)
  return { domains: domains.length, blockerBytes: serialised.length, load, match: inTurns(ROUNDS, ways) }
}
