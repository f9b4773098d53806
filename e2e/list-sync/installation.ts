import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from '@playwright/test'
import type { Page } from 'puppeteer-core'
import { readBadges } from '../../harness/badges.ts'
import type { BrowserKind } from '../../harness/find.ts'
import { ListHost } from '../../harness/list-host.ts'
import { keyKeptIn, type SignedLists, type Signing, signLists, type TestKey } from '../../harness/list-signer.ts'
import type { Session } from '../../harness/session.ts'
import type { SyncState } from '../../src/background/sync/state.ts'
import type { ProblemCode } from '../../src/distribution/problem.ts'
import type { ListFile } from '../../src/list/schema.ts'
import type { Answer, MessageName, Payload, SourceInfo } from '../../src/shared/messages.ts'
import { LIST_KEY_FILE, LIST_URLS } from '../builds.ts'
import type { ExtensionGlobals } from '../extension-pages.ts'
import { extensionPath, launch, SITE } from '../fixtures.ts'
import { laterLists, packagedLists } from './lists.ts'

const DAY = 24 * 3_600_000

/** A browser with an extension whose list is kept fresh, and the host of that list. */
export class Installation {
  readonly kind: BrowserKind
  readonly session: Session
  readonly host: ListHost
  readonly key: TestKey = keyKeptIn(LIST_KEY_FILE)
  /** What the extension brings along. */
  readonly packaged: ListFile[]
  /** The last that was published. */
  version = 0
  #tool: Page | null = null

  private constructor(kind: BrowserKind, session: Session, host: ListHost) {
    this.kind = kind
    this.session = session
    this.host = host
    this.packaged = packagedLists(extensionPath(kind, 'syncing'))
  }

  /** Starts with a host that isn't there. */
  static async open(kind: BrowserKind): Promise<Installation> {
    const host = await ListHost.open(Number(new URL(LIST_URLS[kind]).port))
    await host.goOffline()
    return new Installation(kind, await launch(kind, 'syncing'), host)
  }

  /** Another browser that keeps its list fresh from the same host. */
  beside(session: Session): Installation {
    return new Installation(this.kind, session, this.host)
  }

  async close(): Promise<void> {
    await this.session.close()
    await this.host.close()
  }

  /** As it was after the installation, with a host that is there and has published nothing. */
  async reset(): Promise<void> {
    await this.host.goOffline()
    this.host.clear()
    await this.host.goOnline()
    await this.clearStorage()
    // Whatever comes of it, lists are read anew.
    await this.check()
    await this.clearStorage()
    this.host.requests.length = 0
    expect(await this.own()).toMatchObject({ using: 'bundled', version: null, error: null, lastAttempt: null })
  }

  /** A page of the extension, to speak to the background from. */
  async tool(): Promise<Page> {
    if (this.#tool === null || this.#tool.isClosed()) this.#tool = await this.session.openExtensionPage('src/reports/index.html')
    return this.#tool
  }

  async closeTool(): Promise<void> {
    await this.#tool?.close().catch(() => undefined)
    this.#tool = null
  }

  async ask<Name extends MessageName>(name: Name, payload: Payload<Name>): Promise<Answer<Name>> {
    const page = await this.tool()
    const message: { name: string; payload: unknown } = { name, payload }
    return page.evaluate(async (sent) => ((globalThis as unknown as ExtensionGlobals).browser ?? chrome).runtime.sendMessage<typeof sent, Answer<Name>>(sent), message)
  }

  /** How a list is; the build's own unless another is meant. */
  async source(id: string): Promise<SourceInfo | undefined> {
    return (await this.ask('list:info', null)).sources.find((one) => one.id === id)
  }

  async own(): Promise<SourceInfo> {
    const own = await this.source('own')
    if (!own) throw new Error('the background does not know its own list')
    return own
  }

  /** Looks for updates, as the popup's button does, and waits for what comes of it. */
  async check(): Promise<SourceInfo> {
    expect(await this.ask('list:check', { source: 'own' })).toEqual({ ok: true })
    return this.checked()
  }

  /** Waits until no check is under way. */
  async checked(): Promise<SourceInfo> {
    for (;;) {
      const own = await this.own()
      if (own.checking === null) return own
      await sleep(50)
    }
  }

  /** Publishes the next version, or what a test wants instead. */
  publish(change: Partial<Signing> = {}, folder = ''): SignedLists {
    const version = change.version ?? this.version + 1
    const moments = { created: moment(Date.now() - DAY), expires: moment(Date.now() + 30 * DAY) }
    const signed = signLists({ key: this.key, version, lists: laterLists(this.packaged, version), ...change, head: { ...moments, ...change.head } })
    this.host.publish(signed.files, folder)
    this.version = version
    return signed
  }

  /** Publishes and takes the next version. */
  async takes(change: Partial<Signing> = {}): Promise<SignedLists> {
    const signed = this.publish(change)
    const own = await this.check()
    expect(own).toMatchObject({ using: 'synced', version: this.version, error: null })
    expect(Date.parse(own.lastSuccess ?? '')).toBeGreaterThanOrEqual(Date.parse(own.lastAttempt ?? ''))
    return signed
  }

  /**
   * Checks, and fails as it should, with what was here whole and in use.
   * @returns what exactly was wrong
   */
  async refuses(...codes: ProblemCode[]): Promise<string> {
    const [before, state] = [await this.own(), await this.state()]
    const own = await this.check()
    expect(codes, `${own.error?.code}: ${own.error?.detail}`).toContain(own.error?.code)
    const { using, version, lists, lastSuccess } = before
    expect(own).toMatchObject({ using, version, lists, lastSuccess })
    expect(await this.state()).toMatchObject({ head: state?.head ?? null, etag: state?.etag ?? null, failures: (state?.failures ?? 0) + 1 })
    return own.error?.detail ?? ''
  }

  /** The host is good again, and its next version is taken. */
  async recovers(): Promise<void> {
    this.host.recover()
    await this.takes()
    expect(await this.state()).toMatchObject({ failures: 0, retryAt: null, error: null })
  }

  async state(): Promise<SyncState | undefined> {
    return (await this.stored('list:own')) as SyncState | undefined
  }

  async stored(key: string): Promise<unknown> {
    return (await this.storage())[key]
  }

  async storage(): Promise<Record<string, unknown>> {
    return (await this.tool()).evaluate(() => ((globalThis as unknown as ExtensionGlobals).browser ?? chrome).storage.local.get(null))
  }

  async store(items: Record<string, unknown>): Promise<void> {
    await (await this.tool()).evaluate((values) => ((globalThis as unknown as ExtensionGlobals).browser ?? chrome).storage.local.set(values), items)
  }

  async drop(...keys: string[]): Promise<void> {
    await (await this.tool()).evaluate((names) => ((globalThis as unknown as ExtensionGlobals).browser ?? chrome).storage.local.remove(names), keys)
  }

  async clearStorage(): Promise<void> {
    await (await this.tool()).evaluate(() => ((globalThis as unknown as ExtensionGlobals).browser ?? chrome).storage.local.clear())
  }

  /** Stops the background in the middle of whatever it does. */
  async stopWorker(): Promise<void> {
    if (this.kind === 'firefox') return this.reload()
    const page = await this.tool()
    const client = await page.createCDPSession()
    await client.send('ServiceWorker.enable')
    await client.send('ServiceWorker.stopAllWorkers')
    await client.detach()
  }

  /** Stops the background and has it start again. */
  async restartWorker(): Promise<void> {
    await this.stopWorker()
    await this.own()
  }

  /** Reloads the extension, as an update of it does. Its pages close. */
  async reload(): Promise<void> {
    if (this.kind === 'chromium') {
      // What the driver loaded doesn't come back after a reload of its own; loading it anew is the same to everybody.
      await this.closeTool()
      await this.session.browser.installExtension(extensionPath('chromium', 'syncing'))
      return
    }
    const page = await this.tool()
    await page.evaluate(() => void setTimeout(() => (globalThis as unknown as ExtensionGlobals).browser?.runtime.reload(), 20))
    await sleep(500)
    await this.closeTool()
  }

  /** A tab on the demo feed. */
  async openFeed(): Promise<Page> {
    const page = await this.session.newPage()
    await page.goto(`${SITE}?n=40&more=0&late=0`, { waitUntil: 'load' })
    return page
  }
}

/** Badges that can be seen, as `NAME: TEXT`. */
export async function badgesOn(page: Page): Promise<string[]> {
  return (await readBadges(page)).filter(({ visible }) => visible).map(({ name }) => name)
}

function moment(time: number): string {
  return `${new Date(time).toISOString().slice(0, -'.000Z'.length)}Z`
}
