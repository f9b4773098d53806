import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname } from 'node:path'

/**
 * A receiver of reports on this machine: takes them at `POST /reports`, each once, and appends them to a file, a JSON object a line.
 * A good one, until it is told how to misbehave. The protocol is in docs/reports.md.
 */

export interface ReceivedReport {
  id: string
  kind: 'missing' | 'mistake' | 'broken'
  title: string
  body: string
  /** ISO 8601 */
  received: string
}

/** `drop`: hangs up without an answer; `stall`: never answers; `lose`: takes the report, and hangs up before saying so. */
export type Misbehaviour = 'drop' | 'stall' | 'lose' | { status: number; retryAfter?: string }

export interface SeenReport {
  method: string
  headers: IncomingHttpHeaders
  body: string
}

const PATH = '/reports'
/** Most bytes of one report. */
const LONGEST = 200_000
const KINDS: readonly string[] = ['missing', 'mistake', 'broken']

export class ReportReceiver {
  /** Every POST that has come, the oldest first. */
  readonly requests: SeenReport[] = []
  readonly file: string
  /** What is done with POSTs from now on; null: what a good receiver does. */
  misbehaviour: Misbehaviour | null = null
  readonly #known = new Set<string>()
  #server: Server | null = null
  #port: number

  private constructor(file: string, port: number) {
    this.file = file
    this.#port = port
    for (const { id } of this.received()) this.#known.add(id)
  }

  /** @param port 0: any that is free, which it keeps */
  static async open(file: string, port = 0): Promise<ReportReceiver> {
    mkdirSync(dirname(file), { recursive: true })
    const receiver = new ReportReceiver(file, port)
    await receiver.goOnline()
    return receiver
  }

  get address(): string {
    return `http://127.0.0.1:${this.#port}${PATH}`
  }

  /** What is in the file. */
  received(): ReceivedReport[] {
    if (!existsSync(this.file)) return []
    return readFileSync(this.file, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line) as ReceivedReport)
  }

  async goOnline(): Promise<void> {
    const server = createServer((request, response) => void this.#answer(request, response).catch(() => request.socket.destroy()))
    server.requestTimeout = 0
    await new Promise<void>((ready, failed) => {
      server.once('error', failed)
      server.listen(this.#port, '127.0.0.1', ready)
    })
    this.#port = (server.address() as AddressInfo).port
    this.#server = server
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

  close(): Promise<void> {
    return this.goOffline()
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.shouldKeepAlive = false
    // Any page may send a report, as it could by a form; what is here can be read by none.
    const headers = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'retry-after' }
    const say = (status: number, more: Record<string, string> = {}) => void response.writeHead(status, { ...headers, ...more }).end()
    if (new URL(request.url ?? '', 'http://host').pathname !== PATH) return say(404)
    if (request.method === 'OPTIONS') return say(204, { 'access-control-allow-methods': 'POST', 'access-control-allow-headers': 'content-type, idempotency-key', 'access-control-max-age': '600' })
    if (request.method !== 'POST') return say(405, { allow: 'POST, OPTIONS' })
    const body = await bodyOf(request)
    if (body === null) return say(413)
    this.requests.push({ method: request.method, headers: request.headers, body })
    const how = this.misbehaviour
    if (how === 'drop') return void request.socket.destroy()
    if (how === 'stall') return
    if (typeof how === 'object' && how !== null) return say(how.status, how.retryAfter === undefined ? {} : { 'retry-after': how.retryAfter })
    const report = readReport(body, request.headers)
    if (!report) return say(400)
    const isNew = !this.#known.has(report.id)
    if (isNew) {
      appendFileSync(this.file, `${JSON.stringify({ ...report, received: new Date().toISOString() } satisfies ReceivedReport)}\n`)
      this.#known.add(report.id)
    }
    if (how === 'lose') return void request.socket.destroy()
    say(isNew ? 201 : 200)
  }
}

/** @returns null for one that is too long */
async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request) {
    size += (part as Buffer).length
    if (size > LONGEST) return null
    parts.push(part as Buffer)
  }
  return Buffer.concat(parts).toString('utf8')
}

/** @returns null for anything but a report */
function readReport(body: string, headers: IncomingHttpHeaders): Omit<ReceivedReport, 'received'> | null {
  if (!/^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '')) return null
  let data: unknown
  try {
    data = JSON.parse(body)
  } catch {
    return null
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return null
  const { id, kind, title, body: text, ...more } = data as Record<string, unknown>
  if (Object.keys(more).length > 0) return null
  if (!isText(id, 100) || id !== headers['idempotency-key']) return null
  if (!isText(kind, 20) || !KINDS.includes(kind) || !isText(title, 300) || !isText(text, 20_000)) return null
  return { id, kind: kind as ReceivedReport['kind'], title, body: text }
}

function isText(value: unknown, longest: number): value is string {
  return typeof value === 'string' && value !== '' && value.length <= longest
}
