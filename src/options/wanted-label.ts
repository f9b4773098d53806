/** An advertiser that the page was opened to write a label about. */
export interface WantedLabel {
  name: string
  /** '' where it isn't known. */
  domain: string
}

/** @param search of the page's address: `?advertiser=NAME&domain=DOMAIN` */
export function wantedLabel(search: string): WantedLabel | null {
  const parameters = new URLSearchParams(search)
  const name = parameters.get('advertiser')?.trim()
  return name ? { name, domain: parameters.get('domain')?.trim() ?? '' } : null
}
