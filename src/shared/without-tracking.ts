/** Parameters that follow people around and say nothing of where a link goes. */
const TRACKING = /^(utm_.*|(fb|g|d|tt|tw)clid|msclkid|rdt_cid|epik|[gw]braid|li_fat_id|igshid|mc_[ce]id|h|__(tn|cft|xts)__.*|c\[\d+\]|hsa_.*|_hs.*|(campaign|adset|ad)_id|fb_.*)$/i

/** The address without tracking parameters, user info and fragment. */
export function withoutTracking(url: URL): string {
  const clean = new URL(url)
  clean.username = ''
  clean.password = ''
  clean.hash = ''
  for (const name of [...clean.searchParams.keys()]) if (TRACKING.test(name)) clean.searchParams.delete(name)
  return clean.href
}
