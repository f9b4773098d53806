/** Bytes as the text that heads hold, and their fingerprints. */

export type Bytes = Uint8Array<ArrayBuffer>

const PIECE = 8_192

export function utf8(text: string): Bytes {
  return new TextEncoder().encode(text)
}

/** @throws TypeError for bytes that aren't UTF-8; a byte order mark is kept, so that it can be refused */
export function fromUtf8(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
}

export function toBase64(bytes: Uint8Array): string {
  let binary = ''
  // In pieces, as a call takes only so many arguments; one by one takes four times as long, and lists have megabytes.
  for (let at = 0; at < bytes.length; at += PIECE) binary += String.fromCharCode(...bytes.subarray(at, at + PIECE))
  return btoa(binary)
}

/** @returns null for what isn't the one way in which those bytes are written */
export function fromBase64(text: string): Bytes | null {
  try {
    const binary = atob(text)
    const bytes = new Uint8Array(binary.length)
    for (let at = 0; at < bytes.length; at++) bytes[at] = binary.charCodeAt(at)
    return toBase64(bytes) === text ? bytes : null
  } catch {
    return null
  }
}

/** In lower-case hexadecimal digits. */
export async function sha256(bytes: Bytes): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
