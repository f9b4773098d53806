import { getPublicSuffix } from 'tldts'

/** Whether anybody can have a name below a domain: of registries, and of those who give such names away. */
export function isPublicSuffix(domain: string): boolean {
  return [true, false].some((allowPrivateDomains) => getPublicSuffix(domain, { allowPrivateDomains }) === domain)
}
