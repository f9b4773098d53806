/** Hosts that match patterns are about, as people write them: without "www." and wildcards, each once. */
export function hostsOf(patterns: readonly string[]): string[] {
  return [...new Set(patterns.map((pattern) => (pattern.split('/')[2] ?? '').replace(/^(\*|www)\./, '')))]
}
