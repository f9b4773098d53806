import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { gzipSync } from 'node:zlib'

/** What went to and fro, in bytes as they are on the line: heads of HTTP/1.1 with the rest, TLS without. */
export interface Traffic {
  requests: number
  sent: number
  received: number
}

/** A web server on this machine that counts. It compresses, as those do that publish for many. */
export class CountingHost {
  etags = true
  #files = new Map<string, { plain: Buffer; packed: Buffer; etag: string }>()
  #requests = 0
  readonly #sockets = new Set<Socket>()
  readonly #server = createServer((request, response) => this.#answer(request, response))

  static async start(): Promise<CountingHost> {
    const host = new CountingHost()
    host.#server.on('connection', (socket: Socket) => host.#sockets.add(socket))
    host.#server.keepAliveTimeout = 600_000
    host.#server.listen(0, '127.0.0.1')
    await once(host.#server, 'listening')
    return host
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/head.txt`
  }

  publish(files: ReadonlyMap<string, Buffer>): void {
    // Ahead of time, so that packing isn't measured.
    for (const [path, plain] of files) this.#files.set(`/${path}`, { plain, packed: gzipSync(plain), etag: `"${createHash('sha256').update(plain).digest('hex').slice(0, 32)}"` })
  }

  /** Since the start. */
  traffic(): Traffic {
    const sum = (count: (socket: Socket) => number) => [...this.#sockets].reduce((total, socket) => total + count(socket), 0)
    return { requests: this.#requests, sent: sum((socket) => socket.bytesWritten), received: sum((socket) => socket.bytesRead) }
  }

  stop(): void {
    this.#server.closeAllConnections()
    this.#server.close()
  }

  #answer({ url = '', headers }: IncomingMessage, response: ServerResponse): void {
    this.#requests++
    const file = this.#files.get(url)
    if (!file) return void response.writeHead(404).end()
    const { plain, packed, etag } = file
    const common = { 'cache-control': 'max-age=300', 'content-type': 'text/plain; charset=utf-8', vary: 'accept-encoding', ...(this.#etagOf(etag)) }
    if (this.etags && headers['if-none-match'] === etag) return void response.writeHead(304, common).end()
    const packs = headers['accept-encoding']?.includes('gzip')
    const body = packs ? packed : plain
    response.writeHead(200, { ...common, 'content-length': body.length, ...(packs ? { 'content-encoding': 'gzip' } : {}) }).end(body)
  }

  #etagOf(etag: string): { etag?: string } {
    return this.etags ? { etag } : {}
  }
}
