import { verifyAsync } from '@noble/ed25519'
import { type Bytes, fromBase64 } from './encoding.ts'
import type { PublicKey } from './public-key.ts'

/** Ed25519 by @noble/ed25519, because browsers that we support lack it (Chrome before 137). */

/** @returns false for anything that isn't this key's signature of these bytes; it never throws */
export async function isSignedBy(key: PublicKey, signature: string, bytes: Bytes): Promise<boolean> {
  const [keyBytes, signatureBytes] = [fromBase64(key), fromBase64(signature)]
  if (keyBytes?.length !== 32 || signatureBytes?.length !== 64) return false
  // Strict as in RFC 8032: the lenient rules of ZIP 215 take some signatures that other verifiers refuse.
  return verifyAsync(signatureBytes, bytes, keyBytes, { zip215: false }).catch(() => false)
}
