import { checkShrinking, entryIds } from '../../src/distribution/check-lists.ts'
import { ListProblem } from '../../src/distribution/problem.ts'
import type { ListFile } from '../../src/list/schema.ts'
import type { PublishedFolder, PublishedHead } from './published.ts'
import type { SourceList } from './source-lists.ts'

/** What changed from one version to the next, as far as publishers should know. */

/** As much of a list as is compared. It was checked when it was published, and the schema may have changed since. */
type OldList = Pick<ListFile, 'id' | 'updated' | 'entries'>

/** A version's lists, without those whose data is gone. */
export async function readLists({ head }: PublishedHead, folder: PublishedFolder): Promise<OldList[]> {
  const texts = await Promise.all(head.files.filter(({ kind }) => kind === 'list').map(({ sha256 }) => folder.text(sha256)))
  return texts.flatMap((text) => (text === null ? [] : [JSON.parse(text) as OldList]))
}

/** @returns why so many entries are gone that clients would take it for a mishap; null when they aren't */
export function shrinking(old: readonly OldList[], lists: readonly SourceList[]): string | null {
  try {
    checkShrinking(entryIds(old as ListFile[]), entryIds(lists.map(({ file }) => file)))
    return null
  } catch (error) {
    if (error instanceof ListProblem) return error.detail
    throw error
  }
}

/** Lists that changed while their day did not. */
export function undated({ head }: PublishedHead, old: readonly OldList[], lists: readonly SourceList[]): string[] {
  return lists.flatMap(({ file, sha256 }) => {
    const before = old.find(({ id }) => id === file.id)
    const isSame = head.files.some((one) => one.kind === 'list' && one.id === file.id && one.sha256 === sha256)
    return before && !isSame && before.updated === file.updated ? [`${file.id}: the list changed, but its "updated" is still ${file.updated}`] : []
  })
}
