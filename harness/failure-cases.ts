/** What the sync of lists must survive, by number and name, and where each case is shown. */

/** `node`: the engine against a server that misbehaves. `browser`: the built extension, in both browsers. */
export type Shown = 'node' | 'browser' | 'both'

export interface FailureCase {
  number: number
  name: string
  shown: Shown
}

const NAMES: readonly (readonly [name: string, shown: Shown])[] = [
  // Transport
  ['offline at first run (bundled used)', 'both'],
  ['offline later', 'both'],
  ['DNS/TLS error', 'node'],
  ['timeout before headers', 'node'],
  ['stall mid-body', 'node'],
  ['truncated body', 'both'],
  ['endless body / > size cap (also gzip bomb)', 'both'],
  ['redirects to another host / to http', 'both'],
  ['captive portal 200 text/html', 'node'],
  ['404/410', 'node'],
  ['429 + Retry-After', 'node'],
  ['5xx, then recover', 'both'],
  ['304 with and without a local copy', 'both'],
  ['304 after local copy was evicted', 'both'],
  ['wrong/weak/missing ETag', 'node'],
  ['CDN serves old edge copy (new manifest, old data: mix-and-match)', 'both'],
  ['wrong charset, BOM', 'node'],
  // Content
  ['empty body', 'node'],
  ['`{}` / `[]` / `null` valid JSON of the wrong shape', 'node'],
  ['unknown schema version (newer)', 'node'],
  ['one bad entry among many', 'node'],
  ['duplicate ids, alias collisions, cycles in parent links', 'node'],
  ['entry for a platform host or a public suffix', 'node'],
  ['list shrinks by > X % (mass deletion guard)', 'node'],
  ['huge strings, prototype keys', 'node'],
  ['javascript: URLs', 'node'],
  ['bidi/zero-width/homoglyph names', 'node'],
  ['numbers as strings', 'node'],
  // Authenticity
  ['bad signature', 'both'],
  ['unsigned', 'node'],
  ['signed by retired key', 'node'],
  ['valid but older version (rollback)', 'node'],
  ['same version, other content', 'both'],
  ['expired metadata (freeze)', 'node'],
  ['key rotation with old client', 'node'],
  ['fast-forward (version 2⁵³) recovery', 'node'],
  ['hash/size mismatch of data vs manifest', 'both'],
  // Client
  ['worker killed between download and write', 'both'],
  ['storage quota / disk full', 'both'],
  ['storage corrupted or half written', 'both'],
  ['two contexts update at once', 'both'],
  ['extension updated with newer bundled list than cached remote', 'node'],
  ['downgrade of the extension', 'node'],
  ['clock wrong by years / jumps back', 'node'],
  ['alarm lost after browser restart', 'both'],
  ['laptop sleep: missed alarms coalesce', 'node'],
  ['private window / storage.session absent', 'both'],
  ['host permission revoked', 'both'],
  ['user disables sync', 'both'],
  ['subscription URL removed while updating', 'both'],
  ['user overrides survive updates', 'browser'],
  ['retry storm: jitter + backoff + stamp on failure', 'node'],
  // What people see
  ['UI shows last success, last error, version', 'browser'],
  ['badges re-judged when the list changes without reload', 'browser'],
  ['old content script after update stops quietly', 'browser'],
]

export const FAILURE_CASES: readonly FailureCase[] = NAMES.map(([name, shown], at) => ({ number: at + 1, name, shown }))

/** `07 endless body …`: how its tests are called. */
export function caseTitle(number: number): string {
  const found = FAILURE_CASES[number - 1]
  if (!found) throw new Error(`there is no case ${number}`)
  return `${String(number).padStart(2, '0')} ${found.name}`
}

/** Numbers of the cases that are shown there. */
export function casesShownIn(place: 'node' | 'browser'): number[] {
  return FAILURE_CASES.filter(({ shown }) => shown === place || shown === 'both').map(({ number }) => number)
}
