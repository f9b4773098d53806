/** Parameters that follow people around and say nothing of where a link goes. */
const TRACKING = /^(utm_.*|(fb|g|d|tt|tw)clid|msclkid|[gw]braid|li_fat_id|igshid|mc_[ce]id|h|__(tn|cft|xts)__.*|c\[\d+\]|hsa_.*|_hs.*|(campaign|adset|ad)_id|fb_.*)$/i

/** @returns null for anything that is no http(s) address */
export function webUrl(address: string | null | undefined, base?: string): URL | null {
  if (!address || address.length > 8_000 || !URL.canParse(address, base)) return null
  const url = new URL(address, base)
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : null
}

/** The address without tracking parameters, user info and fragment. */
export function withoutTracking(url: URL): string {
  const clean = new URL(url)
  clean.username = ''
  clean.password = ''
  clean.hash = ''
  const names: string[] = []
  // In Firefox a content script can't iterate over them directly.
  clean.searchParams.forEach((_value, name) => names.push(name))
  for (const name of names) if (TRACKING.test(name)) clean.searchParams.delete(name)
  return clean.href
}
