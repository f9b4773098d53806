/** Names under which things are kept in storage.local; that of the settings is in settings.ts. */
export const PAGE_KEY = 'page'
/** What the lists in use say of sites, by which their parts are made. */
export const ADJUSTMENTS_KEY = 'adjustments'
/** Reports of earlier versions; since then they are in IndexedDB. */
export const REPORTS_KEY = 'reports'
export const OWN_LABELS_KEY = 'own-labels'
/** Of what pages of one site read. */
export const siteKey = (site: string): string => `site:${site}`
/** When the first-run page was opened, which happens once. */
export const WELCOMED_KEY = 'welcomed'
