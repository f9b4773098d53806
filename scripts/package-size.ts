import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'

/** Of a zip: what stands before each file, in its directory for each, and at its end; beside the file's name, which stands in both. */
const LOCAL_HEADER = 30
const DIRECTORY_HEADER = 46
const END = 22

/** Files of a folder by their paths in it, in the order of their names. */
function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length).replaceAll('\\', '/'))
    .toSorted()
}

/** How many bytes a folder is as a zip, each file compressed as far as deflate goes: the same on every machine. */
export function packageSize(folder: string): number {
  const sizes = filesOf(folder).map((file) => {
    const bytes = readFileSync(join(folder, file))
    return LOCAL_HEADER + DIRECTORY_HEADER + 2 * Buffer.byteLength(file) + Math.min(bytes.length, deflateRawSync(bytes, { level: 9 }).length)
  })
  return sizes.reduce((sum, size) => sum + size, END)
}
