import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

/** Hands out the files of a folder on this machine alone, as any web host does. */
export async function serveFiles(folder: string): Promise<{ address: string; close: () => void }> {
  const server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const parts = pathname.split('/').filter(Boolean)
    // Names as they are published, so none leads out of the folder.
    if (!parts.every((part) => /^[a-z0-9]+(\.[a-z]+)?$/.test(part))) return void response.writeHead(404).end()
    try {
      const body = readFileSync(join(folder, ...parts))
      const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`
      if (request.headers['if-none-match'] === etag) return void response.writeHead(304, { etag }).end()
      const type = pathname.endsWith('.json') ? 'application/json' : 'text/plain; charset=utf-8'
      response.writeHead(200, { etag, 'content-type': type, 'content-length': body.length }).end(body)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
