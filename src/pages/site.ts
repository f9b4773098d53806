/** A site whose ads are labelled, as far as extension pages need to know it. */
export interface SupportedSite {
  id: string
  /** Its own name, the same in every language. */
  name: string
  origin: string
}

export const FACEBOOK: SupportedSite = { id: 'facebook', name: 'Facebook', origin: 'https://www.facebook.com' }

/** @param address undefined where the browser doesn't tell it */
export function siteAt(address: string | undefined): SupportedSite | null {
  return address?.startsWith(`${FACEBOOK.origin}/`) ? FACEBOOK : null
}
