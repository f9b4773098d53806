/** The built extensions that are tested: as people get it, and one that has a report address. */
export const BUILDS = {
  plain: { chromium: 'dist/chrome', firefox: 'dist/firefox' },
  reporting: { chromium: '.cache/reporting-chrome', firefox: '.cache/reporting-firefox' },
} as const

/** Where their reports go: a server of the test's, one for each browser, since both run at once. */
export const REPORT_URLS = {
  chromium: 'http://127.0.0.1:47611/new?template=advertiser.yml',
  firefox: 'http://127.0.0.1:47612/new?template=advertiser.yml',
} as const
