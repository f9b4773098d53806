import { type Bytes, fromBase64 } from '../../distribution/encoding.ts'

/** Texts as they are kept: compressed, as storage holds 10 MB and text of lists shrinks to a sixth. */

export function pack(text: string): Promise<Bytes> {
  return bytesOf(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip')))
}

/** @throws for what {@link pack} didn't give, as bytes or as base64 of them */
export async function unpack(packed: unknown): Promise<string> {
  const bytes = typeof packed === 'string' ? fromBase64(packed) : packed
  if (!(bytes instanceof Uint8Array)) throw new Error('no packed text')
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await bytesOf(new Blob([bytes as Bytes]).stream().pipeThrough(new DecompressionStream('gzip'))))
}

async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Bytes> {
  return new Uint8Array(await new Response(stream as ReadableStream<Bytes>).arrayBuffer())
}
