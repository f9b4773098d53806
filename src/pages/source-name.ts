import type { SourceInfo } from '../shared/messages.ts'

/** What to call a list; before it was loaded there is only its address. */
export function sourceName({ name, address }: Pick<SourceInfo, 'name' | 'address'>): string {
  return name || (address ? hostIn(address) : '')
}

/** As addresses have it, with its port. */
export function hostIn(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address
}
