import { type KeyChange, keyStatement } from '../../src/distribution/envelope.ts'
import type { PublicKey } from '../../src/distribution/public-key.ts'
import { isSignedBy } from '../../src/distribution/signature.ts'
import type { SigningKey } from './keys.ts'
import type { PublishedHead } from './published.ts'

/** Which key may sign next, and how one hands over to another. */

/** What an envelope and its head tell of keys. */
export interface Succession {
  changes: KeyChange[]
  /** The key that follows the one that signs. */
  nextKey: PublicKey | null
}

/**
 * @throws Error when a folder's newest head isn't one that this key may follow: it must be signed by the key itself, or by
 * one that leads to it
 */
export async function checkMayFollow({ path, changes, signer }: PublishedHead, key: PublicKey): Promise<void> {
  const chain = await chainOf(changes, key)
  if (!chain.includes(key)) throw new Error(`${path}: signed by another key, which does not lead to this one`)
  if (chain.indexOf(key) < chain.indexOf(signer)) throw new Error(`${path}: signed by a key that follows this one, so this one signs no more`)
}

/**
 * Carries on the changes of the head before, and hands over to another key where that is asked for.
 * @throws Error when another one was announced, or the next key was used before
 */
export async function succeed(before: readonly KeyChange[], key: SigningKey, next: PublicKey | null): Promise<Succession> {
  const chain = await chainOf(before, key.publicKey)
  if (!chain.includes(key.publicKey)) throw new Error('the version before was signed by another key, which does not lead to this one')
  const announced = chain[chain.indexOf(key.publicKey) + 1] ?? null
  if (next === null || next === announced) return { changes: [...before], nextKey: announced }
  if (announced !== null) throw new Error(`another next key was announced already: ${announced}`)
  if (chain.includes(next)) throw new Error(`the next key is the one that signs, or was used before: ${next}`)
  const change = { from: key.publicKey, to: next }
  return { changes: [...before, { ...change, signature: key.sign(keyStatement(change)) }], nextKey: next }
}

/** Keys in the order in which they followed each other, each named by the one before. */
async function chainOf(changes: readonly KeyChange[], otherwise: PublicKey): Promise<PublicKey[]> {
  const chain = [changes[0]?.from ?? otherwise]
  for (const change of changes) {
    const follows = change.from === chain.at(-1) && !chain.includes(change.to)
    if (!follows || !(await isSignedBy(change.from, change.signature, keyStatement(change)))) throw new Error('the key lines of the newest head are no chain')
    chain.push(change.to)
  }
  return chain
}
