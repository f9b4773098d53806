import { spawnSync } from 'node:child_process'
import type { Target } from './build.ts'

/** What the linter of addons.mozilla.org says of a build, notices included: the store shows all of it to reviewers. */

/** It knows Firefox alone. Of Chrome's build these are meant: it has no id, no `scripts` for its background, and nothing that only Firefox reads. */
const MEANT: Readonly<Record<Target, readonly string[]>> = {
  chrome: ['ADDON_ID_REQUIRED', 'BACKGROUND_SERVICE_WORKER_NOFALLBACK', 'MISSING_DATA_COLLECTION_PERMISSIONS'],
  firefox: [],
}

interface Finding {
  _type: string
  code: string
  message: string
  file?: string
  line?: number
}

interface Report {
  errors: Finding[]
  warnings: Finding[]
  notices: Finding[]
}

/** @returns a line for each finding that isn't meant */
export function findingsIn(output: string, target: Target): string[] {
  const { errors, warnings, notices } = JSON.parse(output) as Report
  return [...errors, ...warnings, ...notices]
    .filter(({ code }) => !MEANT[target].includes(code))
    .map(({ _type, code, message, file, line }) => `${_type} ${code}${file === undefined ? '' : ` in ${file}${line === undefined ? '' : `:${line}`}`}: ${message}`)
}

/** @throws Error when the linter leaves no report */
export function lintExtension(folder: string, target: Target): string[] {
  const { stdout, stderr } = spawnSync('npx', ['--no-install', 'web-ext', 'lint', '--source-dir', folder, '--output', 'json', '--boring', '--no-config-discovery'], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    shell: process.platform === 'win32',
  })
  try {
    return findingsIn(stdout, target)
  } catch (error) {
    throw new Error(`web-ext lint left no report: ${stderr || stdout}`, { cause: error })
  }
}
