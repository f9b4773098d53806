import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import zopfli from '@gfx/zopfli'
import { configure, Uint8ArrayReader, Uint8ArrayWriter, ZipWriter, type ZipWriterAddDataOptions } from '@zip.js/zip.js'

/** Zips that are the same bytes for the same files, on every machine and at any time. */

export interface PackedFile {
  /** With "/" between its parts. */
  path: string
  bytes: Uint8Array
}

/** `smallest` takes Zopfli, which is slow and leaves 4 % less; `fast` is for what nobody downloads. */
export type Effort = 'smallest' | 'fast'

const DEFLATE = 8
const STORED = 0

// Its own compressor, in WebAssembly: that of Node.js writes other bytes on other processors.
configure({ useCompressionStream: false, useWebWorkers: false })

/** Of every entry: no owner, rights that everybody has, and the first moment that a zip can say. That moment is local time, which is what a zip has. */
const common = (): ZipWriterAddDataOptions => ({
  lastModDate: new Date(1980, 0, 1),
  extendedTimestamp: false,
  dataDescriptor: false,
  versionMadeBy: 0x0314,
  externalFileAttributes: (0o100644 << 16) >>> 0,
})

/** @param files in any order; the zip has them in the order of their paths */
export async function zipOf(files: readonly PackedFile[], effort: Effort): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { zip64: false, keepOrder: true })
  for (const { path, bytes } of files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    // One after another, so that nothing depends on which is ready first.
    if (effort === 'fast') await writer.add(path, new Uint8ArrayReader(bytes), { ...common(), level: 9 })
    else await addSmallest(writer, path, bytes)
  }
  return writer.close()
}

async function addSmallest(writer: ZipWriter<Uint8Array>, path: string, bytes: Uint8Array): Promise<void> {
  const deflated = await smallest(bytes)
  const isSmaller = deflated.length < bytes.length
  await writer.add(path, new Uint8ArrayReader(isSmaller ? deflated : bytes), {
    ...common(),
    passThrough: true,
    compressionMethod: isSmaller ? DEFLATE : STORED,
    uncompressedSize: bytes.length,
    crc32: crc32(bytes),
  })
}

/** Both browsers' packages have most files in common. */
const found = new Map<string, Promise<Uint8Array>>()

function smallest(bytes: Uint8Array): Promise<Uint8Array> {
  const key = createHash('sha256').update(bytes).digest('hex')
  const known = found.get(key) ?? zopfli.deflateAsync(bytes, { numiterations: 15 })
  found.set(key, known)
  return known
}
