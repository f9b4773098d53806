import { fromBase64, toBase64 } from '../../distribution/encoding.ts'

/** Texts as they are kept: compressed, as storage holds 10 MB and text of lists shrinks to a sixth. */

export async function pack(text: string): Promise<string> {
  const bytes = await bytesOf(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip')))
  return toBase64(bytes)
}

/** @throws for what {@link pack} didn't give */
export async function unpack(packed: unknown): Promise<string> {
  const bytes = typeof packed === 'string' ? fromBase64(packed) : null
  if (!bytes) throw new Error('no packed text')
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await bytesOf(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))))
}

async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer())
}
