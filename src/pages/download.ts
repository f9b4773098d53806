/** Long enough for a browser that asks where to put it, in milliseconds. */
const KEPT = 60_000

/** Hands a text over as a file, as a link does; no permission is needed for that. */
export function download(name: string, text: string, type: 'application/json' | 'text/plain'): void {
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), KEPT)
}
