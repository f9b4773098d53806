import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { needBrowser } from '../harness/install.ts'
import { BUILDS, LIST_KEY_FILE, LIST_URLS, REPORT_ENDPOINTS, REPORT_MAIL, REPORT_URLS } from '../e2e/builds.ts'
import { keyKeptIn } from '../harness/list-signer.ts'
import { buildExtension, type Target } from './build.ts'
import { type BrowserReport, caseTable, type UnitReport } from './case-table.ts'
import { lintExtension } from './web-ext-lint.ts'

/**
 * Everything that must hold: types, lint, unit tests, and the built extension in Chromium and
 * Firefox. Ends with one line, `N passed, N failed`; `--long` adds the runs that take long.
 */

const { values } = parseArgs({ options: { long: { type: 'boolean', default: false } } })
const CACHE = resolve('.cache')
const counts = { passed: 0, failed: 0, skipped: 0 }

mkdirSync(CACHE, { recursive: true })
// Of the last run; where this one doesn't get that far, nothing was shown.
rmSync(`${CACHE}/e2e.json`, { force: true })
check('types', ['tsc', '-p', '.'])
check('lint', ['oxlint', '--type-aware'])
check('dead code', ['knip'])
unit()
// Both before any test, so that a missing one ends the run with a clear error.
const browsers = [await needBrowser('chromium'), await needBrowser('firefox')]
console.log(browsers.map(({ kind, path }) => `${kind}: ${path}`).join('\n'))
if (await build()) {
  for (const target of ['chrome', 'firefox'] as const) lintBuild(target)
  endToEnd()
} else {
  counts.failed++
}
cases()
console.log(`\n${counts.passed} passed, ${counts.failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''}`)
process.exit(counts.failed > 0 ? 1 : 0)

function run(command: string[], environment: Record<string, string> = {}): boolean {
  const { status } = spawnSync('npx', ['--no-install', ...command], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...environment },
    shell: process.platform === 'win32',
  })
  return status === 0
}

/** A tool that only says yes or no counts as one test. */
function check(name: string, command: string[]): void {
  console.log(`\n# ${name}`)
  const passed = run(command)
  counts[passed ? 'passed' : 'failed']++
  if (!passed) console.log(`${name}: failed`)
}

/** Warnings and notices fail as errors do. */
function lintBuild(target: Target): void {
  console.log(`\n# web-ext lint, ${target}`)
  const findings = attempt(() => lintExtension(BUILDS.plain[target === 'chrome' ? 'chromium' : 'firefox'], target))
  for (const finding of findings) console.log(finding)
  counts[findings.length === 0 ? 'passed' : 'failed']++
  console.log(findings.length === 0 ? 'no errors, warnings or notices' : 'web-ext lint: failed')
}

function attempt(ask: () => string[]): string[] {
  try {
    return ask()
  } catch (error) {
    return [(error as Error).message]
  }
}

function unit(): void {
  console.log('\n# unit tests')
  const file = `${CACHE}/unit.json`
  rmSync(file, { force: true })
  const passed = run(['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`], values.long ? { ADPLEDGE_LONG: '1' } : {})
  const report = readReport(file) as { numPassedTests: number; numFailedTests: number; numPendingTests: number } | null
  add(passed, report && [report.numPassedTests, report.numFailedTests, report.numPendingTests])
}

async function build(): Promise<boolean> {
  console.log('\n# build')
  try {
    for (const target of ['chrome', 'firefox'] as const) {
      const kind = target === 'chrome' ? 'chromium' : 'firefox'
      await buildExtension(target)
      await buildExtension(target, BUILDS.reporting[kind], { ADPLEDGE_REPORT_URL: REPORT_URLS[kind], ADPLEDGE_REPORT_ENDPOINT: REPORT_ENDPOINTS[kind], ADPLEDGE_REPORT_MAIL: REPORT_MAIL })
      await buildExtension(target, BUILDS.syncing[kind], { ADPLEDGE_LIST_URL: LIST_URLS[kind], ADPLEDGE_LIST_KEY: keyKeptIn(LIST_KEY_FILE).publicKey })
    }
    return true
  } catch (error) {
    console.log(`build: failed: ${(error as Error).message}`)
    return false
  }
}

function endToEnd(): void {
  console.log('\n# end to end')
  const file = `${CACHE}/e2e.json`
  rmSync(file, { force: true })
  const passed = run(['playwright', 'test'], { ADPLEDGE_TEST_JSON: file, ...(values.long ? { ADPLEDGE_LONG: '1' } : {}) })
  const report = readReport(file) as { stats: { expected: number; unexpected: number; flaky: number; skipped: number } } | null
  if (report && report.stats.flaky > 0) console.log(`\n${report.stats.flaky} passed only at the second try: see "flaky" above`)
  add(passed, report && [report.stats.expected + report.stats.flaky, report.stats.unexpected, report.stats.skipped])
}

/** What came of each case that sync must survive; one that wasn't run at all is a failure. */
function cases(): void {
  console.log('\n# what sync must survive')
  const { text, missing } = caseTable(readReport(`${CACHE}/unit.json`) as UnitReport | null, readReport(`${CACHE}/e2e.json`) as BrowserReport | null)
  console.log(text)
  if (missing.length > 0) console.log(`\nnot shown everywhere that they should be: ${missing.join(', ')}`)
  counts.failed += missing.length
}

/** A runner that ends badly without a failed test, or leaves no report, has failed all the same. */
function add(passed: boolean, numbers: [number, number, number] | null): void {
  const [good, bad, skipped] = numbers ?? [0, 0, 0]
  counts.passed += good
  counts.failed += bad > 0 || passed ? bad : 1
  counts.skipped += skipped
}

function readReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}
