import { createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import type { Bytes } from '../../src/distribution/encoding.ts'
import { isPublicKey, type PublicKey } from '../../src/distribution/public-key.ts'

/** The keys of those who publish: the private one as a PKCS#8 PEM file, the public one as a line of base64. */

export interface SigningKey {
  publicKey: PublicKey
  /** @returns the signature, 64 bytes in base64 */
  sign(bytes: Bytes): string
}

/** The contents of two new files. */
export function makeKeyPair(): { privateFile: string; publicFile: string } {
  const { privateKey } = generateKeyPairSync('ed25519')
  return { privateFile: privateKey.export({ format: 'pem', type: 'pkcs8' }) as string, publicFile: `${publicKeyOf(privateKey)}\n` }
}

/** @throws Error for a file that can't be read or holds no such key; it tells nothing of what the file holds */
export function readSigningKey(path: string): SigningKey {
  const key = parsePrivateKey(contentOf(path))
  if (key?.asymmetricKeyType !== 'ed25519') throw new Error(`${path}: no Ed25519 private key without a passphrase, as list:keygen writes it`)
  return { publicKey: publicKeyOf(key), sign: (bytes) => sign(null, bytes, key).toString('base64') }
}

/** @throws Error for a file that can't be read or holds anything but one key */
export function readPublicKey(path: string): PublicKey {
  const key = contentOf(path).trim()
  if (!isPublicKey(key)) throw new Error(`${path}: no public key, which is one line of 44 characters, as list:keygen writes it`)
  return key
}

/** Whether the rights of a file let anybody but its owner read or change it. Windows has other ones, which aren't looked at. */
export function isOpenToOthers(path: string): boolean {
  return process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0
}

function contentOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`, { cause: error })
  }
}

function parsePrivateKey(pem: string): KeyObject | null {
  try {
    return createPrivateKey(pem)
  } catch {
    return null
  }
}

function publicKeyOf(key: KeyObject): PublicKey {
  return Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url').toString('base64')
}
