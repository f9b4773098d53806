import { applyDifference, writeDifference } from '../../src/distribution/difference.ts'
import { type Bytes, sha256, utf8 } from '../../src/distribution/encoding.ts'
import type { PublishedFolder, PublishedHead } from './published.ts'
import type { SourceList } from './source-lists.ts'

/** A difference from what a list was in an earlier version. */
export interface Difference {
  /** SHA-256 of the earlier data file. */
  from: string
  bytes: Bytes
  sha256: string
}

/**
 * Differences from what a list was in earlier versions, in their order, but only those that are shorter than the list.
 * @throws Error for one that doesn't give what it should
 */
export async function differencesOf(list: SourceList, earlier: readonly PublishedHead[], folder: PublishedFolder): Promise<Difference[]> {
  const hashes = new Set(earlier.flatMap(({ head }) => hashIn(head, list.file.id) ?? []))
  hashes.delete(list.sha256)
  const differences: Difference[] = []
  for (const from of hashes) {
    const old = await folder.text(from)
    if (old === null) continue
    const text = writeDifference(old, list.text)
    const bytes = utf8(text)
    if (bytes.length >= list.bytes.length) continue
    if (applyDifference(old, text, list.bytes.length) !== list.text) throw new Error(`${list.file.id}: the difference from ${from} does not give the list`)
    differences.push({ from, bytes, sha256: await sha256(bytes) })
  }
  return differences
}

/** What a list hashed to in a version. */
function hashIn({ files }: PublishedHead['head'], id: string): string | undefined {
  return files.find((file) => file.kind === 'list' && file.id === id)?.sha256
}
