import { fromBase64 } from './encoding.ts'

/** An Ed25519 key, 32 bytes, in base64. */
export type PublicKey = string

export function isPublicKey(text: unknown): text is PublicKey {
  return typeof text === 'string' && text.length === 44 && fromBase64(text)?.length === 32
}
