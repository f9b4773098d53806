/** The built extensions that are tested: as people get it, and one that has a report address. */
export const BUILDS = {
  plain: { chromium: 'dist/chrome', firefox: 'dist/firefox' },
  reporting: { chromium: '.cache/reporting-chrome', firefox: '.cache/reporting-firefox' },
} as const

export const REPORT_URL = 'https://reports.example/new?template=advertiser.yml'
