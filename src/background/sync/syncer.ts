import { dataAddress } from '../../distribution/addresses.ts'
import { checkShrinking, entryIds, type ListText } from '../../distribution/check-lists.ts'
import { applyDifference } from '../../distribution/difference.ts'
import { fromUtf8, sha256, utf8 } from '../../distribution/encoding.ts'
import { readEnvelope, verifyEnvelope } from '../../distribution/envelope.ts'
import { type Head, type HeadFile, MOST_HEAD_BYTES, parseHead } from '../../distribution/head.ts'
import { ListProblem } from '../../distribution/problem.ts'
import { parseAdjustments } from '../../distribution/site-adjustments.ts'
import type { ListFile } from '../../list/schema.ts'
import { download, type Patience } from './download.ts'
import type { KeyValueStore } from './key-value-store.ts'
import { type LargeTexts, ListData } from './list-data.ts'
import { retryMoment } from './schedule.ts'
import { OWN, parseState, type Source, stateKey, type SyncState } from './state.ts'

/** What keeping lists fresh needs of the world around. */
export interface SyncEnvironment {
  fetch: typeof fetch
  store: KeyValueStore
  largeTexts: LargeTexts
  /** Milliseconds since 1970. */
  now: () => number
  /** 0 to 1. */
  random: () => number
  patience: Patience
  /** Whether the person lets us ask that host. */
  mayFetch: (address: string) => Promise<boolean>
  /** Whether the source is still there. */
  isWanted: (source: Source) => Promise<boolean>
  /** Texts of lists that are here anyway, by their SHA-256. */
  localTexts: () => Promise<ReadonlyMap<string, string>>
  /** Ids of the entries in use, as {@link entryIds} has them. */
  entriesInUse: (source: Source) => Promise<ReadonlySet<string>>
  /** @throws ListProblem `invalid` */
  accept: (texts: readonly ListText[]) => Promise<readonly ListFile[]>
  /** All that there are. */
  sources: () => Promise<readonly Source[]>
}

export type Outcome = { outcome: 'unchanged' | 'updated' } | { outcome: 'failed'; problem: ListProblem }

/** Bytes so far and in all; in all is null until it is known. */
export interface Progress {
  received: number
  total: number | null
}

/** A published list as it is here. */
export interface Held {
  head: Head
  /** Of its lists, and of what it may say of sites. */
  texts: HeldText[]
}

export interface HeldText extends ListText {
  kind: string
}

export function isList({ kind }: { kind: string }): boolean {
  return kind === 'list'
}

/** Keeps published lists fresh: all or nothing, and nothing that isn't signed, newer and sound. */
export class Syncer {
  readonly #env: SyncEnvironment
  readonly #data: ListData
  readonly #running = new Map<string, Promise<Outcome>>()
  readonly #progress = new Map<string, Progress>()
  #queue: Promise<unknown> = Promise.resolve()

  constructor(env: SyncEnvironment) {
    this.#env = env
    this.#data = new ListData(env.store, env.largeTexts)
  }

  /** Looks for an update. Whoever asks while that is under way gets the same answer. Never rejects. */
  check(source: Source): Promise<Outcome> {
    const running = this.#running.get(source.id)
    if (running) return running
    this.#progress.set(source.id, { received: 0, total: null })
    const check = this.#inTurn(() => this.#check(source)).finally(() => {
      this.#running.delete(source.id)
      this.#progress.delete(source.id)
    })
    this.#running.set(source.id, check)
    return check
  }

  /** null while no check is under way. */
  progress(source: string): Progress | null {
    return this.#progress.get(source) ?? null
  }

  async state(source: Source): Promise<SyncState> {
    const key = stateKey(source.id)
    return parseState((await this.#env.store.get([key]))[key], source, this.#env.random)
  }

  /** What was synced last, checked once more; null when there is none, or not as it was stored. */
  async held(source: Source): Promise<Held | null> {
    return this.#held(source, await this.state(source))
  }

  /** Forgets a source that is gone, and its data. */
  forget(source: string): Promise<void> {
    return this.#inTurn(async () => {
      await this.#env.store.remove([stateKey(source)])
      await this.#sweep()
    })
  }

  /** One after the other: what one has written beside, another's sweep would take away. */
  #inTurn<Result>(task: () => Promise<Result>): Promise<Result> {
    const result = this.#queue.then(task)
    this.#queue = result.catch(() => undefined)
    return result
  }

  async #check(source: Source): Promise<Outcome> {
    const { now, random } = this.#env
    let before: SyncState | null = null
    try {
      if (!(await this.#env.isWanted(source))) throw new ListProblem('removed')
      before = await this.state(source)
      // As if it had failed already: a worker that is killed in the middle must not begin again at once.
      const failures = before.failures + 1
      before = { ...before, lastAttempt: now(), failures, retryAt: retryMoment(failures, now(), random(), null) }
      await this.#write(source, before)
      if (!(await this.#env.mayFetch(source.address))) throw new ListProblem('permission', new URL(source.address).host)
      const after = await this.#update(source, before)
      // What is left over, of the list before or of a worker that was killed, goes even where nothing is new.
      await this.#sweep().catch(() => undefined)
      return { outcome: after.head === before.head ? 'unchanged' : 'updated' }
    } catch (error) {
      const problem = error instanceof ListProblem ? error : new ListProblem(before ? 'internal' : 'storage', messageOf(error))
      if (before && problem.code !== 'removed') await this.#noteFailure(source, before, problem)
      return { outcome: 'failed', problem }
    }
  }

  /** @throws ListProblem */
  async #update(source: Source, state: SyncState): Promise<SyncState> {
    const held = await this.#held(source, state)
    const now = this.#env.now()
    // A clock that is behind what was published already is wrong.
    const isOver = ({ expires }: Head) => Date.parse(expires) <= Math.max(now, held ? Date.parse(held.head.created) : 0)
    const got = await download(source.address, {
      ...this.#env,
      most: MOST_HEAD_BYTES,
      // Where the copy is missing or has expired, "not modified" would be no answer.
      etag: held && !isOver(held.head) ? state.etag : null,
    })
    const succeeded = { lastSuccess: now, failures: 0, retryAt: null, error: null }
    if (got === 'not-modified') return this.#write(source, { ...state, ...succeeded })

    const envelope = readEnvelope(got.bytes)
    const signer = await verifyEnvelope(envelope, state.key, state.nextKey)
    const head = parseHead(envelope.text)
    const signed = await sha256(utf8(envelope.text))
    // A new key begins its own count: so a version that an old key has driven to the end can be left behind.
    const version = signer === state.key ? state.version : 0
    if (head.version < version) throw new ListProblem('rollback', `${head.version} after ${version}`)
    if (head.version === version && state.signed !== null && signed !== state.signed) throw new ListProblem('changed', `version ${version}`)
    if (isOver(head)) throw new ListProblem('expired', head.expires)
    const next: SyncState = { ...state, ...succeeded, etag: got.etag }
    // Who was announced stays announced: a key that was stolen later can't name somebody else.
    const announced = signer === state.key ? state.nextKey : null
    if (announced !== null && head.nextKey !== undefined && head.nextKey !== announced) throw new ListProblem('signature', 'another next key was announced')
    if (held && head.version === version) return this.#write(source, next)

    const texts = await this.#texts(source, head, held)
    const files = await this.#env.accept(texts.filter(isList).map(({ id, text }) => ({ id, text })))
    for (const { text } of texts.filter((one) => !isList(one))) parseAdjustments(text)
    if (!mayShrink(head, held?.head ?? null)) checkShrinking(await this.#env.entriesInUse(source), entryIds(files))
    return this.#switch(source, new Map(texts.map(({ sha256, text }) => [sha256, text])), {
      ...next,
      key: signer,
      nextKey: head.nextKey ?? announced,
      version: head.version,
      signed,
      head: fromUtf8(got.bytes),
    })
  }

  /** Writes beside, verifies, then switches; whoever reads gets the old list or the new one. */
  async #switch(source: Source, texts: ReadonlyMap<string, string>, next: SyncState): Promise<SyncState> {
    try {
      await this.#data.write(texts, await this.#needed())
    } catch (error) {
      await this.#sweep().catch(() => undefined)
      throw new ListProblem('storage', messageOf(error))
    }
    if (!(await this.#env.isWanted(source))) {
      await this.#sweep()
      throw new ListProblem('removed')
    }
    // Somebody else may have been faster, such as this worker's predecessor that was still on its way.
    const stored = await this.state(source)
    if (stored.key === next.key && stored.version > next.version) return stored
    return this.#write(source, next)
  }

  async #texts(source: Source, head: Head, held: Held | null): Promise<(HeldText & { sha256: string })[]> {
    const files = filesOf(source, head)
    if (!files.some(isList)) throw new ListProblem('invalid', 'no list is in it')
    const here = new Map(await this.#env.localTexts())
    for (const { text } of held?.texts ?? []) here.set(await sha256(utf8(text)), text)
    const plans = files.map((file) => ({ file, difference: differenceFor(file, here) }))
    const total = plans.reduce((sum, { file, difference }) => sum + (here.has(file.sha256) ? 0 : (difference?.size ?? file.size)), 0)
    let done = 0
    const get = async (part: Part) => {
      const text = await this.#part(source, part, (received) => this.#progress.set(source.id, { received: done + received, total }))
      done += part.size
      return text
    }
    const texts: (HeldText & { sha256: string })[] = []
    for (const { file, difference } of plans) {
      const text = here.get(file.sha256) ?? (difference && (await this.#patched(file, difference, here, get))) ?? (await get(file))
      texts.push({ kind: file.kind, id: file.id, text, sha256: file.sha256 })
    }
    return texts
  }

  /** @returns null when it doesn't give what it should, which costs the whole file and nothing else */
  async #patched(file: HeadFile, difference: HeadFile['differences'][number], here: ReadonlyMap<string, string>, get: (part: Part) => Promise<string>): Promise<string | null> {
    try {
      const text = applyDifference(here.get(difference.from) ?? '', await get(difference), file.size)
      return (await sha256(utf8(text))) === file.sha256 ? text : null
    } catch (error) {
      if (error instanceof ListProblem) return null
      throw error
    }
  }

  /** @throws ListProblem */
  async #part(source: Source, part: Part, onBytes: (received: number) => void): Promise<string> {
    const got = await download(dataAddress(source.address, part), { ...this.#env, most: part.size, onBytes })
    if (got === 'not-modified' || got.bytes.length !== part.size || (await sha256(got.bytes)) !== part.sha256) {
      throw new ListProblem('damaged', `a file isn't what the head says`)
    }
    try {
      return fromUtf8(got.bytes)
    } catch {
      throw new ListProblem('invalid', 'a file is no UTF-8')
    }
  }

  async #held(source: Source, state: SyncState): Promise<Held | null> {
    if (state.head === null) return null
    try {
      const envelope = readEnvelope(utf8(state.head))
      if ((await verifyEnvelope(envelope, state.key, null)) !== state.key) return null
      const head = parseHead(envelope.text)
      const texts: HeldText[] = []
      for (const { id, kind, sha256 } of filesOf(source, head)) {
        const text = await this.#data.read(sha256)
        if (text === null) return null
        texts.push({ kind, id, text })
      }
      return { head, texts }
    } catch {
      return null
    }
  }

  async #noteFailure(source: Source, state: SyncState, problem: ListProblem): Promise<void> {
    const { now, random } = this.#env
    try {
      // Not what was there before: it may have been switched meanwhile.
      const stored = await this.state(source)
      await this.#write(source, {
        ...stored,
        lastAttempt: state.lastAttempt,
        failures: state.failures,
        retryAt: retryMoment(state.failures, now(), random(), problem.retryAt),
        error: { code: problem.code, detail: problem.detail, at: now() },
      })
    } catch {
      // Storage that takes nothing can't note that either; the popup is told by the outcome.
    }
  }

  async #write(source: Source, state: SyncState): Promise<SyncState> {
    try {
      await this.#env.store.set({ [stateKey(source.id)]: state })
    } catch (error) {
      throw new ListProblem('storage', messageOf(error))
    }
    return state
  }

  async #sweep(): Promise<void> {
    await this.#data.sweep(await this.#needed())
  }

  /** Data that lists in use are made of. */
  async #needed(): Promise<Set<string>> {
    const needed = new Set<string>()
    for (const source of await this.#env.sources()) for (const hash of hashesIn((await this.state(source)).head)) needed.add(hash)
    return needed
  }
}

/** Lists, and from the build's own what is said of sites. Anything else isn't even asked for. */
function filesOf(source: Source, { files }: Head): HeadFile[] {
  return files.filter((file) => isList(file) || (source.id === OWN && file.kind === 'sites' && file.id === 'sites'))
}

type Part = Pick<HeadFile, 'size' | 'sha256'>

/** One from what is here, where it is worth it. */
function differenceFor(file: HeadFile, here: ReadonlyMap<string, string>): HeadFile['differences'][number] | null {
  const usable = file.differences.filter(({ from, size }) => here.has(from) && size < file.size)
  return usable.toSorted((a, b) => a.size - b.size)[0] ?? null
}

/** What a stored head needs: nothing where it is damaged, so that one list's damage is no other's. */
function hashesIn(head: string | null): string[] {
  try {
    return head === null ? [] : parseHead(readEnvelope(utf8(head)).text).files.map(({ sha256 }) => sha256)
  } catch {
    return []
  }
}

/** Versions of another key's count tell nothing about each other. */
function mayShrink(head: Head, held: Head | null): boolean {
  if (head.shrunk === undefined) return false
  return held === null || head.version <= held.version || head.shrunk > held.version
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
