import { destinationOf, hostOf } from '../../src/list/domains.ts'
import { nameKey } from '../../src/list/name-key.ts'
import { pageKey } from '../../src/list/normalise.ts'
import type { Table } from '../../src/list/table.ts'
import { pageOf } from '../page-address.ts'
import type { Report } from './read-reports.ts'

/** Each report once: the same number means the same report. */
export function once(reports: readonly Report[]): Report[] {
  const seen = new Set<string>()
  return reports.filter(({ id }) => {
    if (id === null) return true
    const isNew = !seen.has(id)
    seen.add(id)
    return isNew
  })
}

/** Reports about one advertiser, as they came: each shares its name, its page or its domain with another. */
export function byAdvertiser(reports: readonly Report[], words: Table): Report[][] {
  const parents = reports.map((_report, at) => at)
  const rootOf = (at: number): number => {
    let root = at
    while (parents[root] !== root) root = parents[root] ?? root
    parents[at] = root
    return root
  }
  const owners = new Map<string, number>()
  for (const [at, report] of reports.entries()) {
    for (const key of keysOf(report, words)) {
      const owner = owners.get(key)
      if (owner === undefined) owners.set(key, at)
      else parents[rootOf(at)] = rootOf(owner)
    }
  }
  const groups = new Map<number, Report[]>()
  for (const [at, report] of reports.entries()) {
    const group = groups.get(rootOf(at))
    if (group) group.push(report)
    else groups.set(rootOf(at), [report])
  }
  return [...groups.values()]
}

/** A domain that is an advertiser's own; '' for a platform's, on which anybody has a page. */
export function ownDomain(domain: string, words: Table): string {
  return destinationOf(domain, words) ? hostOf(domain) : ''
}

function keysOf({ lines: { advertiser = '', page = '', domain = '' } }: Report, words: Table): string[] {
  const name = nameKey(advertiser, words)
  const slug = pageOf(page)
  const host = ownDomain(domain, words)
  return [...(name === '' ? [] : [`n${name}`]), ...(slug === null || page === '' ? [] : [pageKey(slug)]), ...(host === '' ? [] : [`d${host}`])]
}
