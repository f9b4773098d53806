const LONGEST_ADDRESS = 8_000

/** @returns null for anything that is no http(s) address. A long one is none: its beginning could be any other's. */
export function webUrl(address: string | null | undefined, base?: string): URL | null {
  if (!address || address.length > LONGEST_ADDRESS) return null
  try {
    const url = new URL(address, base)
    return /^https?:$/.test(url.protocol) ? url : null
  } catch {
    return null
  }
}
