import { createHash } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A host of published lists on this machine: a good one, until it is told how to misbehave. */

export interface SeenRequest {
  method: string
  path: string
  headers: IncomingHttpHeaders
}

/** A request that is being answered. */
export interface Exchange {
  request: IncomingMessage
  response: ServerResponse
  path: string
  /** What is published there. */
  file: Buffer | undefined
  /** Answers as a good host does. */
  answer: () => void
}

export type Behaviour = (exchange: Exchange) => void

/** `head` and `data`: every head and every data file; otherwise one path, as `/head.txt`. */
export type Where = 'head' | 'data' | `/${string}`

export class ListHost {
  /** Every request that has come, the oldest first. */
  readonly requests: SeenRequest[] = []
  readonly #files = new Map<string, Buffer>()
  readonly #behaviours = new Map<Where, Behaviour>()
  #server: Server | null = null
  #port: number
  #open = 0

  private constructor(port: number) {
    this.#port = port
  }

  /** @param port 0: any that is free, which it keeps */
  static async open(port = 0): Promise<ListHost> {
    const host = new ListHost(port)
    await host.goOnline()
    return host
  }

  get port(): number {
    return this.#port
  }

  /** Of a folder of lists, with a slash behind it. */
  address(folder = ''): string {
    return `http://127.0.0.1:${this.#port}/${folder}`
  }

  /** Puts files where they belong, beside those that are there: data is never taken away. */
  publish(files: ReadonlyMap<string, Uint8Array>, folder = ''): void {
    for (const [path, bytes] of files) this.#files.set(`/${folder}${path}`, Buffer.from(bytes))
  }

  /** Takes a file away. */
  remove(path: `/${string}`): void {
    this.#files.delete(path)
  }

  /** Paths of what is published. */
  paths(): string[] {
    return [...this.#files.keys()]
  }

  /** One path's behaviour goes before that of its kind. */
  behave(where: Where, behaviour: Behaviour): void {
    this.#behaviours.set(where, behaviour)
  }

  /** A good host again. */
  recover(): void {
    this.#behaviours.clear()
  }

  /** As if nothing had ever been there. */
  clear(): void {
    this.recover()
    this.#files.clear()
    this.requests.length = 0
  }

  headRequests(): SeenRequest[] {
    return this.requests.filter(({ path }) => isHead(path))
  }

  dataRequests(): SeenRequest[] {
    return this.requests.filter(({ path }) => isData(path))
  }

  /** Resolves once so many requests have come. */
  async seen(count: number, requests: () => readonly SeenRequest[] = () => this.requests): Promise<void> {
    while (requests().length < count) await new Promise((again) => setTimeout(again, 5))
  }

  /** Nobody listens there any more, until {@link goOnline}. */
  async goOffline(): Promise<void> {
    const server = this.#server
    this.#server = null
    if (!server) return
    await new Promise<void>((closed) => {
      server.close(() => closed())
      server.closeAllConnections()
    })
  }

  async goOnline(): Promise<void> {
    const server = createServer((request, response) => this.#onRequest(request, response))
    // Answers that never end are meant.
    server.requestTimeout = 0
    await new Promise<void>((ready, failed) => {
      server.once('error', failed)
      server.listen(this.#port, '127.0.0.1', ready)
    })
    this.#port = (server.address() as AddressInfo).port
    this.#server = server
  }

  /** How many requests are being answered still, and nobody has hung up. */
  get open(): number {
    return this.#open
  }

  close(): Promise<void> {
    return this.goOffline()
  }

  #onRequest(request: IncomingMessage, response: ServerResponse): void {
    const { pathname: path } = new URL(request.url ?? '', 'http://host')
    this.requests.push({ method: request.method ?? '', path, headers: request.headers })
    // Each request its own connection: one that is left over from a misbehaviour would spoil the next.
    response.shouldKeepAlive = false
    response.on('error', () => undefined)
    this.#open++
    response.on('close', () => this.#open--)
    const file = this.#files.get(path)
    const answer = () => answerWell(request, response, file)
    const behaviour = this.#behaviours.get(path as Where) ?? (isHead(path) ? this.#behaviours.get('head') : isData(path) ? this.#behaviours.get('data') : undefined)
    if (behaviour) behaviour({ request, response, path, file, answer })
    else answer()
  }
}

export function etagOf(file: Buffer): string {
  return `"${createHash('sha256').update(file).digest('hex').slice(0, 16)}"`
}

function answerWell(request: IncomingMessage, response: ServerResponse, file: Buffer | undefined): void {
  if (!file) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('nothing is here')
    return
  }
  const etag = etagOf(file)
  // A host that tries to follow its visitors.
  const headers = { etag, 'set-cookie': 'visitor=1; Path=/', 'cache-control': 'max-age=3600', 'content-type': 'application/octet-stream' }
  if (request.headers['if-none-match'] === etag) response.writeHead(304, headers).end()
  else response.writeHead(200, { ...headers, 'content-length': file.length }).end(file)
}

function isHead(path: string): boolean {
  return path.endsWith('/head.txt')
}

function isData(path: string): boolean {
  return /\/data\/[0-9a-f]{64}\.json$/.test(path)
}
