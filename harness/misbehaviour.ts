import { gzipSync } from 'node:zlib'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Behaviour } from './list-host.ts'

/** The ways in which hosts of lists misbehave. */

/** Takes the request and says nothing. */
export const stallBeforeHeaders: Behaviour = () => undefined

/** Sends half of it, then nothing more. */
export const stallMidBody: Behaviour = ({ response, file }) => {
  response.writeHead(200, { 'content-length': file?.length ?? 100 })
  response.write(file?.subarray(0, Math.ceil(file.length / 2)) ?? 'x')
}

/** Sends a few bytes at a time, so that it never stalls. */
export function drip(pause: number, bytes: number): Behaviour {
  return ({ response, file = Buffer.alloc(10_000, 'x') }) => {
    response.writeHead(200, { 'content-length': file.length })
    void (async () => {
      for (let at = 0; at < file.length && !response.destroyed; at += bytes) {
        response.write(file.subarray(at, at + bytes))
        await sleep(pause)
      }
      response.end()
    })()
  }
}

/** Announces more than it sends, then hangs up. */
export const truncate: Behaviour = ({ response, file = Buffer.from('xx') }) => {
  response.writeHead(200, { 'content-length': file.length })
  response.write(file.subarray(0, Math.floor(file.length / 2)), () => response.socket?.end())
}

/** Announces what it sends, which isn't all of it. */
export const cutShort: Behaviour = ({ response, file = Buffer.from('xx') }) => {
  response.writeHead(200).end(file.subarray(0, Math.floor(file.length / 2)))
}

/** Sends and sends. */
export const endless: Behaviour = ({ response, file }) => {
  response.writeHead(200, { 'content-type': 'text/plain' })
  if (file) response.write(file)
  const more = Buffer.alloc(64 * 1024, ' ')
  const pump = () => {
    while (!response.destroyed && response.write(more));
  }
  response.on('drain', pump)
  pump()
}

/** A few kilobytes that unpack to as many bytes as are asked for. */
export function gzipBomb(bytes: number): Behaviour {
  const bomb = gzipSync(Buffer.alloc(bytes, ' '), { level: 9 })
  return ({ response }) => {
    response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': bomb.length }).end(bomb)
  }
}

/** Compressed honestly. */
export const gzipped: Behaviour = ({ response, file = Buffer.alloc(0) }) => {
  response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(file))
}

export function redirect(to: string, status = 302): Behaviour {
  return ({ response }) => response.writeHead(status, { location: to }).end()
}

/** What hotels and trains answer to everything until one has agreed to their terms. */
export const captivePortal: Behaviour = ({ response }) => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', etag: '"portal"' }).end('<!doctype html><title>Welcome</title><p>Please agree to our terms.')
}

export function status(code: number, headers: Record<string, string> = {}): Behaviour {
  return ({ response }) => response.writeHead(code, headers).end(code === 304 ? undefined : 'no')
}

/** "Not modified", whatever is asked. */
export const alwaysNotModified: Behaviour = status(304)

/** Misbehaves so many times, then answers well. */
export function times(count: number, behaviour: Behaviour): Behaviour {
  let left = count
  return (exchange) => (left-- > 0 ? behaviour(exchange) : exchange.answer())
}

/** What is published there, under an ETag of its own; without any for null. "Not modified" to whoever repeats it. */
export function withEtag(etag: string | null): Behaviour {
  return ({ request, response, file }) => {
    const headers = etag === null ? {} : { etag }
    if (etag !== null && request.headers['if-none-match'] === etag) response.writeHead(304, headers).end()
    else response.writeHead(200, headers).end(file)
  }
}

/** Sends other bytes than what is published there, such as an old copy. */
export function send(bytes: Uint8Array | string, headers: Record<string, string> = {}): Behaviour {
  return ({ response }) => response.writeHead(200, headers).end(bytes)
}

/** Changes what is published there on its way. */
export function change(how: (file: Buffer) => Uint8Array | string, headers: Record<string, string> = {}): Behaviour {
  return ({ response, file = Buffer.alloc(0) }) => response.writeHead(200, headers).end(how(file))
}

/** Hangs up without a word. */
export const hangUp: Behaviour = ({ response }) => response.socket?.resetAndDestroy()

/** Waits to be let go, and answers well then. */
export function held(): { behaviour: Behaviour; release: () => void } {
  const waiting: (() => void)[] = []
  let open = false
  return {
    behaviour: ({ answer }) => (open ? answer() : void waiting.push(answer)),
    release: () => {
      open = true
      for (const answer of waiting.splice(0)) answer()
    },
  }
}
