import { afterAll, expect, test } from 'vitest'
import { caseTitle } from '../../harness/failure-cases.ts'
import { ListHost } from '../../harness/list-host.ts'
import { type ListSource, newKey, type SignedLists, type Signing, signLists } from '../../harness/list-signer.ts'
import type { ProblemCode } from '../../src/distribution/problem.ts'
import { acme, file, type Json, zenith } from '../list-json.ts'
import { Client } from './client.ts'

/** Numbers of the cases that a test was made for. */
export const covered: number[] = []
const hosts: ListHost[] = []

/** A test of one of the numbered cases: a host, and a client that knows its key. */
export function failureCase(number: number, run: (situation: Situation) => Promise<void>): void {
  covered.push(number)
  test(caseTitle(number), { timeout: 30_000 }, async () => run(await Situation.open()))
}

afterAll(async () => {
  for (const host of hosts) await host.close()
})

const HOUR = 3_600_000

/** A list that differs from version to version. */
export function listOf(version: number, change: Json = {}): Json {
  return file({ updated: '2026-05-01', entries: [acme({ note: `As of version ${version}` }), zenith()], ...change })
}

/** So many entries, told apart by their numbers. */
export function firms(count: number, change: (at: number) => Json = () => ({})): Json[] {
  return Array.from({ length: count }, (_, at) => acme({ id: `firm-${at}`, name: `Firm${at}`, aliases: [], domains: [`firm${at}.example`], handles: {}, ...change(at) }))
}

export class Situation {
  readonly host: ListHost
  readonly client: Client
  readonly key = newKey()
  /** The last that was published. */
  version = 0
  /** Published last. */
  latest: SignedLists | null = null

  private constructor(host: ListHost) {
    this.host = host
    this.client = new Client({ id: 'own', address: host.address('head.txt'), key: this.key.publicKey }, file())
  }

  static async open(): Promise<Situation> {
    return new Situation(await openHost())
  }

  /** Publishes the next version, or what a test wants instead. */
  publish(change: Partial<Signing> = {}): SignedLists {
    const version = change.version ?? this.version + 1
    const signed = signLists({ key: this.key, version, lists: [listOf(version)], ...change })
    this.host.publish(signed.files)
    // What a test makes up beyond all versions isn't followed by others.
    if (version < 1_000_000) this.version = version
    this.latest = signed
    return signed
  }

  publishLists(...lists: ListSource[]): SignedLists {
    return this.publish({ lists })
  }

  /** Publishes and takes the next version. */
  async takes(change: Partial<Signing> = {}): Promise<string[]> {
    const { texts } = this.publish(change)
    expect(await this.client.check()).toEqual({ outcome: 'updated' })
    await this.holds(texts)
    return texts
  }

  async holds(texts: readonly string[] | null): Promise<void> {
    expect(await this.client.texts()).toEqual(texts)
  }

  /**
   * Checks, and fails as it should: what was here is here whole, the failure is on record, and the next check is later.
   * @returns what exactly was wrong
   */
  async refuses(code: ProblemCode): Promise<string> {
    const { client } = this
    const [texts, before] = [await client.texts(), await client.state()]
    const outcome = await client.check()
    if (outcome.outcome !== 'failed') return expect.fail(`should have failed with ${code}: ${outcome.outcome}`)
    const { problem } = outcome
    expect({ code: problem.code, detail: problem.detail }).toEqual({ code, detail: problem.detail })
    expect(await client.texts()).toEqual(texts)
    const after = await client.state()
    expect(after.error).toEqual({ code, detail: problem.detail, at: client.now })
    expect(after).toMatchObject({ head: before.head, version: before.version, signed: before.signed, key: before.key, nextKey: before.nextKey, etag: before.etag, lastSuccess: before.lastSuccess })
    expect(after).toMatchObject({ lastAttempt: client.now, failures: before.failures + 1 })
    expect(after.retryAt).toBeGreaterThan(client.now)
    // Nothing is left behind of what didn't come to be used.
    expect(client.store.dataKeys()).toHaveLength(texts?.length ?? 0)
    return problem.detail
  }

  /** The host is good again, and an hour later its next version is taken. */
  async recovers(change: Partial<Signing> = {}): Promise<void> {
    const { client, host } = this
    host.recover()
    client.now += HOUR
    await this.takes(change)
    expect(await client.state()).toMatchObject({ error: null, failures: 0, retryAt: null, lastSuccess: client.now, lastAttempt: client.now })
    expect(client.store.dataKeys()).toHaveLength(this.latest?.texts.length ?? 0)
  }

  /** Published, refused; what was held is still, and the next good version is taken. */
  async refusesOne(code: ProblemCode, change: Partial<Signing>): Promise<string> {
    this.publish(change)
    return this.refuses(code)
  }

  /** Whether nothing is left of connections that the client has given up. */
  async hasHungUp(): Promise<void> {
    await expect.poll(() => this.host.open).toBe(0)
  }
}

export async function openHost(): Promise<ListHost> {
  const host = await ListHost.open()
  hosts.push(host)
  return host
}
