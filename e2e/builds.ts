/** The built extensions that are tested: as people get it, one whose reports have somewhere to go, and one whose list is kept fresh. */
export const BUILDS = {
  plain: { chromium: 'dist/chrome', firefox: 'dist/firefox' },
  reporting: { chromium: '.cache/reporting-chrome', firefox: '.cache/reporting-firefox' },
  syncing: { chromium: '.cache/syncing-chrome', firefox: '.cache/syncing-firefox' },
} as const

/** Where their reports go: a server of the test's, one for each browser, since both run at once. */
export const REPORT_URLS = {
  chromium: 'http://127.0.0.1:47611/new?template=advertiser.yml',
  firefox: 'http://127.0.0.1:47612/new?template=advertiser.yml',
} as const

/** Where their reports can be sent directly: a receiver of the test's. */
export const REPORT_ENDPOINTS = { chromium: 'http://127.0.0.1:47631/reports', firefox: 'http://127.0.0.1:47632/reports' } as const

/** Who takes their reports by e-mail. */
export const REPORT_MAIL = 'reports@lists.example'

/** Where their own list is published: a host of the test's, again one for each browser. */
export const LIST_URLS = { chromium: 'http://127.0.0.1:47621/', firefox: 'http://127.0.0.1:47622/' } as const

/** The private key that it is signed with; made for this copy of the repository, and never part of it. */
export const LIST_KEY_FILE = '.cache/test-list-key.pem'
