import type { ListFile } from '../list/schema.ts'

/**
 * A list as it is published: JSON of which each entry, look-alike and source is a line, so that a change of
 * one is a change of a line (see difference.ts). The same list gives the same bytes.
 */
export function writeDataFile({ $schema: _, entries, not_the_same, sources, ...rest }: ListFile): string {
  const head = JSON.stringify(rest).slice(0, -1)
  const lines = (items: readonly string[]) => (items.length === 0 ? '' : `\n${items.join(',\n')}\n`)
  const cited = Object.entries(sources).map(([name, source]) => `${JSON.stringify(name)}:${JSON.stringify(source)}`)
  return [
    `${head},"entries":[${lines(entries.map((entry) => JSON.stringify(entry)))}],`,
    `"not_the_same":[${lines(not_the_same.map((other) => JSON.stringify(other)))}],`,
    `"sources":{${lines(cited)}}}\n`,
  ].join('\n')
}
