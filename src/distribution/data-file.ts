import type { ListFile } from '../list/schema.ts'

/**
 * A list as it is published: JSON of which each entry, look-alike and source is a line, so that a change of
 * one is a change of a line (see difference.ts). The same list gives the same bytes.
 */
export function writeDataFile({ entries, not_the_same, sources, ...rest }: ListFile): string {
  // Where editors find the schema is nothing to readers.
  delete rest.$schema
  const cited = Object.entries(sources).map(([name, source]) => `${JSON.stringify(name)}:${JSON.stringify(source)}`)
  return [
    `${JSON.stringify(rest).slice(0, -1)},"entries":[${lines(entries.map((entry) => JSON.stringify(entry)))}],`,
    `"not_the_same":[${lines(not_the_same.map((other) => JSON.stringify(other)))}],`,
    `"sources":{${lines(cited)}}}\n`,
  ].join('\n')
}

function lines(items: readonly string[]): string {
  return items.length === 0 ? '' : `\n${items.join(',\n')}\n`
}
