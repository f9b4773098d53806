/** Long enough for a browser that asks where to put it, in milliseconds. */
const KEPT = 60_000

/**
 * Hands a text over as a file, as a link does; no permission is needed for that.
 * @param content also in pieces, for what is too long to be one text
 */
export function download(name: string, content: string | readonly BlobPart[], type: 'application/json' | 'text/plain' | 'text/csv'): void {
  const address = URL.createObjectURL(new Blob(typeof content === 'string' ? [content] : [...content], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), KEPT)
}
