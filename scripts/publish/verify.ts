import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dataPath, HEAD_PATH } from '../../src/distribution/addresses.ts'
import { sha256 } from '../../src/distribution/encoding.ts'
import { type KeyChange, readEnvelope, verifyEnvelope } from '../../src/distribution/envelope.ts'
import { type Head, MOST_HEAD_BYTES, parseHead } from '../../src/distribution/head.ts'
import { ListProblem } from '../../src/distribution/problem.ts'
import type { PublicKey } from '../../src/distribution/public-key.ts'

/** The clients' own checks, by those who know any of the keys so far. */

/**
 * @param signer who must turn out to have signed, for clients that know any key that led to it
 * @throws Error when clients would refuse it
 */
export async function verifyHead(bytes: Uint8Array, changes: readonly KeyChange[], signer: PublicKey): Promise<Head> {
  if (bytes.length > MOST_HEAD_BYTES) throw new Error(`the head would have ${bytes.length} bytes, and clients read ${MOST_HEAD_BYTES} at most: publish fewer lists together`)
  try {
    const envelope = readEnvelope(bytes)
    const keys = [...changes.map(({ from }) => from), signer]
    for (const known of keys.slice(0, keys.indexOf(signer) + 1)) {
      if ((await verifyEnvelope(envelope, known, null)) !== signer) throw new ListProblem('signature', 'another key than the given one')
    }
    return parseHead(envelope.text)
  } catch (error) {
    if (error instanceof ListProblem) throw new Error(`clients would refuse this: ${error.message}`, { cause: error })
    throw error
  }
}

/**
 * Reads a folder as it was written, with all that its head names.
 * @throws Error when clients would refuse any of it
 */
export async function verifyPublished(folder: string, changes: readonly KeyChange[], signer: PublicKey): Promise<void> {
  const { files } = await verifyHead(readFileSync(join(folder, HEAD_PATH)), changes, signer)
  for (const { size, sha256: hash } of files.flatMap((file) => [file, ...file.differences])) {
    const bytes = new Uint8Array(readFileSync(join(folder, dataPath(hash))))
    if (bytes.length !== size || (await sha256(bytes)) !== hash) throw new Error(`${dataPath(hash)} is not what was written`)
  }
}
