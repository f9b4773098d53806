/**
 * Firefox's name for what a report holds: an advertiser's name, page and domain, read off a page
 * (https://extensionworkshop.com/documentation/develop/firefox-builtin-data-consent/). Builds that have an address
 * for reports declare it as optional, and it is asked for in the press that sends; see PRIVACY.md.
 */
export const REPORT_DATA = 'websiteContent'

/** @param manifest as the browser has it; Chrome's says nothing of data */
export function declaresReportData(manifest: unknown): boolean {
  const { browser_specific_settings: settings } = manifest as { browser_specific_settings?: { gecko?: { data_collection_permissions?: { optional?: readonly string[] } } } }
  return settings?.gecko?.data_collection_permissions?.optional?.includes(REPORT_DATA) ?? false
}

/** As `permissions` of Firefox takes it, which no types know yet. */
export const REPORT_PERMISSION = { data_collection: [REPORT_DATA] } as object
