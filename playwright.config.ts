import { defineConfig } from '@playwright/test'
import type { TestOptions } from './e2e/fixtures.ts'

export default defineConfig<object, TestOptions>({
  testDir: 'e2e',
  outputDir: '.cache/test-results',
  // A browser a worker; more than two starve each other on two cores.
  workers: 2,
  fullyParallel: false,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // A browser that doesn't come up or loads a page too late isn't ours to mend; what passed only then is named at the end.
  retries: 1,
  forbidOnly: true,
  reporter: process.env['ADPLEDGE_TEST_JSON'] ? [['list'], ['json', { outputFile: process.env['ADPLEDGE_TEST_JSON'] }]] : [['list']],
  projects: [
    { name: 'chromium', use: { kind: 'chromium' } },
    { name: 'firefox', use: { kind: 'firefox' } },
  ],
  ...(process.env['ADPLEDGE_LONG'] ? {} : { grepInvert: /@long/ }),
})
