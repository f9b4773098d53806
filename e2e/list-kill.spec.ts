import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'puppeteer-core'
import { randomFrom } from '../demo/random.ts'
import type { BrowserKind } from '../harness/find.ts'
import { ListHost } from '../harness/list-host.ts'
import { newKey, sha256Of, signLists, type TestKey } from '../harness/list-signer.ts'
import type { Session } from '../harness/session.ts'
import { unpack } from '../src/background/sync/packed-text.ts'
import type { SyncState } from '../src/background/sync/state.ts'
import { readEnvelope } from '../src/distribution/envelope.ts'
import { parseHead } from '../src/distribution/head.ts'
import { openIndex } from '../src/list/lookup.ts'
import type { ListFile } from '../src/list/schema.ts'
import { openTable } from '../src/list/table.ts'
import type { Answer, MessageName, Payload, SourceInfo } from '../src/shared/messages.ts'
import type { PageData } from '../src/shared/page-data.ts'
import type { ExtensionGlobals } from './extension-pages.ts'
import { expect, extensionPath, launchWith, test } from './fixtures.ts'
import { packagedLists } from './list-sync/lists.ts'

/**
 * The background is stopped at random moments while it takes a list from a slow host: Chromium stops the worker, Firefox
 * reloads the extension, for it stops a background in no other way that a test could use. Whatever the moment, storage
 * holds a whole list and pages have one, and the next sync succeeds. `ADPLEDGE_KILL=<seed>` draws the same moments again.
 */

const FEW = 5
const MANY = 20

test('a sync whose background is stopped leaves a whole list', async ({ kind }) => {
  test.setTimeout(120_000)
  await killAgainAndAgain(kind, FEW, given() ?? 1)
})

test('a sync whose background is stopped many times leaves a whole list @long', async ({ kind }) => {
  test.setTimeout(400_000)
  await killAgainAndAgain(kind, MANY, given() ?? Math.floor(Math.random() * 1e8))
})

function given(): number | null {
  const seed = Number.parseInt(process.env['ADPLEDGE_KILL'] ?? '', 10)
  return Number.isNaN(seed) ? null : seed
}

/** The host sends its list in so many pieces, with a pause of so many milliseconds after each. */
const PIECES = 20
const PAUSE = 25
/** Checking, storing and switching take about as long, in milliseconds. */
const AFTERWARDS = 250

async function killAgainAndAgain(kind: BrowserKind, rounds: number, seed: number): Promise<void> {
  console.log(`${kind}: ADPLEDGE_KILL=${seed}`)
  const random = randomFrom(seed)
  const place = await Place.open(kind)
  const found = { old: 0, new: 0 }
  try {
    await place.subscribe()
    for (let round = 1; round <= rounds; round++) {
      const isOnItsWay = round % 2 === 1
      // A difference is as long as what is new in it, which is soon sent.
      place.publish({ withDifference: random() < 0.3, isKept: isOnItsWay })
      await place.beginCheck()
      if (isOnItsWay) await sleep(random() * PIECES * PAUSE)
      else {
        await place.allSent()
        await sleep(random() * AFTERWARDS)
      }
      await place.kill()
      const which = await place.expectWhole()
      // Nothing can have come of what hadn't arrived, and it was noted before that it was begun.
      if (isOnItsWay) expect([which, (await place.state()).failures], `round ${round}`).toEqual(['old', 1])
      found[which]++
      await place.expectNext()
    }
  } finally {
    await place.close()
  }
  console.log(`${kind}: the list before was there ${found.old} times, the new one ${found.new} times`)
  expect(found.old + found.new).toBe(rounds)
}

type Storage = Record<string, unknown>

/** A browser that follows a list on a slow host. */
class Place {
  /** Each has an entry more than the one before. */
  #version = 0
  #texts = new Map<number, string>()
  #id = ''
  #tool: Page | null = null
  #sent = 0
  readonly #kind: BrowserKind
  readonly #session: Session
  readonly #host: ListHost
  readonly #extension: string
  readonly #list: ListFile
  readonly #key: TestKey = newKey()

  private constructor(kind: BrowserKind, session: Session, host: ListHost, extension: string) {
    this.#kind = kind
    this.#session = session
    this.#host = host
    this.#extension = extension
    const [longest] = packagedLists(extension).toSorted((a, b) => b.entries.length - a.entries.length)
    if (!longest) throw new Error('the extension brings no list')
    this.#list = longest
  }

  static async open(kind: BrowserKind): Promise<Place> {
    const extension = resolve(`.cache/killed-${kind}`)
    mayAskThisMachine(extensionPath(kind, 'plain'), extension)
    const host = await ListHost.open()
    return new Place(kind, await launchWith(kind, { extension }), host, extension)
  }

  async close(): Promise<void> {
    await this.#session.close()
    await this.#host.close()
    rmSync(this.#extension, { recursive: true, force: true })
  }

  /** Takes the first version, in peace. */
  async subscribe(): Promise<void> {
    this.publish({ withDifference: false, isKept: false })
    this.#host.recover()
    const added = await this.#ask('subscription:add', { address: this.#host.address(), key: this.#key.publicKey })
    expect(added).toMatchObject({ ok: true })
    this.#id = added.id ?? ''
    expect(await this.#checked()).toMatchObject({ using: 'synced', version: this.#version, error: null })
  }

  /** The next version, sent slowly; `isKept`: but for the last of it, which never comes. */
  publish({ withDifference, isKept }: { withDifference: boolean; isKept: boolean }): void {
    const before = this.#texts.get(this.#version)
    const version = ++this.#version
    const [like] = this.#list.entries
    const later = Array.from({ length: version }, (_, at) => ({ ...like, id: `later-${at}`, name: `Later Organisation ${at}`, aliases: [], domains: [`later-${at}.example`], handles: {} }))
    const list = { ...this.#list, entries: [...this.#list.entries, ...later] }
    const moments = { created: new Date(Date.now() - 3_600_000).toISOString(), expires: new Date(Date.now() + 86_400_000).toISOString() }
    const { files, texts } = signLists({ key: this.#key, version, lists: [list], head: moments, from: withDifference && before !== undefined ? [before] : [] })
    this.#texts.set(version, texts[0] ?? '')
    this.#host.publish(files)
    this.#host.behave('data', ({ response, file = Buffer.alloc(0) }) => {
      response.on('finish', () => this.#sent++)
      void sendSlowly(response, file, isKept)
    })
  }

  /** Until data is on its way. */
  async beginCheck(): Promise<void> {
    this.#sent = 0
    const before = this.#host.dataRequests().length
    expect(await this.#ask('list:check', { source: this.#id })).toEqual({ ok: true })
    await this.#host.seen(before + 1, () => this.#host.dataRequests())
  }

  async allSent(): Promise<void> {
    await expect.poll(() => this.#sent, { intervals: [5] }).toBe(1)
  }

  /** Whatever the background is doing. */
  async kill(): Promise<void> {
    const page = await this.#page()
    if (this.#kind === 'chromium') {
      const client = await page.createCDPSession()
      await client.send('ServiceWorker.enable')
      await client.send('ServiceWorker.stopAllWorkers')
      await client.detach()
    } else {
      // The page that asks goes with it.
      await page.evaluate(() => void setTimeout(() => (globalThis as unknown as ExtensionGlobals).browser?.runtime.reload())).catch(() => undefined)
      await sleep(500)
      await page.close().catch(() => undefined)
      this.#tool = null
    }
    await expect.poll(() => this.#host.open).toBe(0)
  }

  /** Asks storage itself, then what the background makes of it after it was started again. */
  async expectWhole(): Promise<'old' | 'new'> {
    const stored = await this.#storage()
    const version = await this.#versionIn(stored)
    this.#expectPageData(stored, version)
    const info = await this.#info()
    expect(info).toMatchObject({ using: 'synced', name: 'Test lists' })
    expect(info.lists).toMatchObject([{ id: this.#list.id, entries: this.#list.entries.length + (info.version ?? 0) }])
    // What was on its way to storage as the background was stopped may have arrived meanwhile.
    expect(info.version).toBe(await this.#versionIn(await this.#storage()))
    expect(info.version).toBeGreaterThanOrEqual(version)
    return info.version === this.#version ? 'new' : 'old'
  }

  async expectNext(): Promise<void> {
    this.#host.recover()
    await expect.poll(() => this.#info().then(({ checking }) => checking)).toBeNull()
    expect(await this.#ask('list:check', { source: this.#id })).toEqual({ ok: true })
    expect(await this.#checked()).toMatchObject({ using: 'synced', version: this.#version, error: null })
    expect(await this.state()).toMatchObject({ failures: 0, retryAt: null, error: null })
    await expect.poll(async () => this.#sizeInPages(await this.#storage())).toBe(this.#list.entries.length + this.#version)
    const stored = await this.#storage()
    expect(await this.#versionIn(stored)).toBe(this.#version)
    expect(Object.keys(stored).filter((key) => key.startsWith('list-data:'))).toEqual([`list-data:${sha256Of(this.#texts.get(this.#version) ?? '')}`])
  }

  async state(): Promise<SyncState> {
    return (await this.#storage())[`list:${this.#id}`] as SyncState
  }

  /** Which version storage holds, every byte of it. */
  async #versionIn(stored: Storage): Promise<number> {
    const { head } = stored[`list:${this.#id}`] as SyncState
    const { version, files } = parseHead(readEnvelope(Buffer.from(head ?? '')).text)
    const texts = await Promise.all(files.map(({ sha256 }) => unpack(stored[`list-data:${sha256}`])))
    expect(texts.map(sha256Of)).toEqual([sha256Of(this.#texts.get(version) ?? 'never published')])
    expect([this.#version - 1, this.#version]).toContain(version)
    return version
  }

  /** Pages have it a moment later than the background, and as whole. */
  #expectPageData(stored: Storage, version: number): void {
    const { index, wording } = stored['page'] as PageData
    expect(openIndex(index)).toBeTruthy()
    for (const table of wording.labels) openTable(table)
    expect(wording.labels).toHaveLength(index.lists.length)
    const versions = [version, version - 1].map((one) => this.#list.entries.length + one)
    expect(versions).toContain(this.#sizeInPages(stored))
  }

  #sizeInPages(stored: Storage): number | undefined {
    return (stored['page'] as PageData | undefined)?.index.lists.find(({ id }) => id === `${this.#id}/${this.#list.id}`)?.size
  }

  async #info(): Promise<SourceInfo> {
    const { sources } = await this.#ask('list:info', null)
    const source = sources.find(({ id }) => id === this.#id)
    if (!source) throw new Error(`the subscription is not among ${sources.length} sources`)
    return source
  }

  /** Once no check is under way. */
  async #checked(): Promise<SourceInfo> {
    for (;;) {
      const info = await this.#info()
      if (info.checking === null) return info
      await sleep(30)
    }
  }

  async #page(): Promise<Page> {
    if (this.#tool === null || this.#tool.isClosed()) this.#tool = await this.#session.openExtensionPage('src/reports/index.html')
    return this.#tool
  }

  async #ask<Name extends MessageName>(name: Name, payload: Payload<Name>): Promise<Answer<Name>> {
    const message: { name: string; payload: unknown } = { name, payload }
    return (await this.#page()).evaluate(async (sent) => ((globalThis as unknown as ExtensionGlobals).browser ?? chrome).runtime.sendMessage<typeof sent, Answer<Name>>(sent), message)
  }

  async #storage(): Promise<Storage> {
    return (await this.#page()).evaluate(() => ((globalThis as unknown as ExtensionGlobals).browser ?? chrome).storage.local.get(null))
  }
}

async function sendSlowly(response: ServerResponse, file: Buffer, isKept: boolean): Promise<void> {
  response.writeHead(200, { 'content-length': file.length })
  const size = Math.ceil(file.length / PIECES)
  for (let at = 0; at < file.length && !response.destroyed; at += size) {
    if (isKept && at + size >= file.length) return
    response.write(file.subarray(at, at + size))
    await sleep(PAUSE)
  }
  response.end()
}

/** Copies a built extension, with the permission that a person would have given for the list's host. */
function mayAskThisMachine(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true })
  cpSync(from, to, { recursive: true })
  const path = join(to, 'manifest.json')
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as { host_permissions: string[] }
  manifest.host_permissions.push('http://127.0.0.1/*')
  writeFileSync(path, JSON.stringify(manifest))
}
