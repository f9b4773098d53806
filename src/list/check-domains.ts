import { domainSuffixes } from './domains.ts'
import type { ListFile, ListFileEntry } from './schema.ts'

/** Domains of an entry that speak for others as well, or twice. That none is a platform, the schema sees to. */
export function checkDomains(entry: ListFileEntry, { entries }: ListFile, isPublicSuffix: (domain: string) => boolean): string[] {
  return entry.domains.flatMap((domain, place) => {
    const warnings: string[] = []
    if (isPublicSuffix(domain)) warnings.push(`the domain ${domain} is a public suffix: anybody may have a name below it`)
    if (entry.domains.indexOf(domain) < place) warnings.push(`the domain ${domain} is there twice`)
    const [, ...above] = domainSuffixes(domain)
    for (const other of entries) {
      const parent = above.find((suffix) => other.domains.includes(suffix))
      if (parent !== undefined) warnings.push(other === entry ? `the domain ${domain} is below its own ${parent}, so it is superfluous` : `the domain ${domain} is below ${parent} of entry "${other.name}"`)
    }
    return warnings
  })
}
