import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js'
import type { PackedFile } from './zip.ts'

/** @throws Error for what is no zip, or is damaged */
export async function filesIn(zip: Uint8Array): Promise<PackedFile[]> {
  const files: PackedFile[] = []
  for (const entry of await new ZipReader(new Uint8ArrayReader(zip), { checkCrc32: true }).getEntries()) {
    if (!entry.directory) files.push({ path: entry.filename, bytes: await entry.getData(new Uint8ArrayWriter()) })
  }
  return files
}
