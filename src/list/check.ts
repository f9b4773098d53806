import { compileLists } from './compile.ts'
import { checkDomains } from './check-domains.ts'
import { checkHandles } from './check-handles.ts'
import { checkLookAlikes } from './check-look-alikes.ts'
import { checkNames } from './check-names.ts'
import type { ListFile } from './schema.ts'
import { openList } from './situation.ts'
import type { PackedTable } from './table.ts'

/**
 * What looks wrong in a list that may well be meant: what would be found by another's name, blocked by a look-alike, or does nothing.
 * @param file checked by the schema
 * @param words the table of words that all lists share
 * @param isPublicSuffix whether anybody may register names below a domain, or has a page there
 * @returns lines such as `entry "Ford": …`, in the order of the file
 * @throws ListError when two entries of the list claim the same name, page or domain
 */
export function checkList(file: ListFile, words: PackedTable, isPublicSuffix: (domain: string) => boolean): string[] {
  const list = openList(file, compileLists([file], words, '').index)
  return [
    ...file.entries.flatMap((entry) => {
      const warnings = [...checkNames(entry, list), ...checkDomains(entry, file, isPublicSuffix), ...checkHandles(entry), ...(entry.sources.length === 0 ? ['has no source'] : [])]
      return warnings.map((warning) => `entry "${entry.name}": ${warning}`)
    }),
    ...file.not_the_same.flatMap((other, place) => checkLookAlikes(other, place, list, isPublicSuffix).map((warning) => `not_the_same "${other.name}": ${warning}`)),
  ]
}
