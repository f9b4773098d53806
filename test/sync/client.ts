import { readWords } from '../../scripts/lists-plugin.ts'
import type { BundledText } from '../../src/background/bundled.ts'
import { type LoadedLists, loadOwn } from '../../src/background/loaded-lists.ts'
import type { KeyValueStore } from '../../src/background/sync/key-value-store.ts'
import type { Source, SyncState } from '../../src/background/sync/state.ts'
import { type Outcome, Syncer } from '../../src/background/sync/syncer.ts'
import { checkLists, entryIds } from '../../src/distribution/check-lists.ts'
import { writeDataFile } from '../../src/distribution/data-file.ts'
import { isPublicSuffix } from '../../src/distribution/public-suffix.ts'
import type { ListFile } from '../../src/list/schema.ts'
import { sha256Of } from '../../harness/list-signer.ts'
import { NO_LARGE_TEXTS } from './large-texts.ts'
import { MemoryStore } from './memory-store.ts'

const words = readWords()

/** An installation of the extension as far as it keeps lists fresh: the real syncer, a clock and a storage of its own. */
export class Client {
  readonly store = new MemoryStore()
  /** What the clock says. */
  now = Date.parse('2026-06-01T12:00:00Z')
  random = 0.5
  /** Whether hosts may be asked. */
  allowed = true
  /** What stands for tens of seconds: long enough for a busy machine, short enough to wait for. */
  patience = { stall: 500, total: 2_000, perByte: 0 }
  sources: Source[]
  /** What came with the extension. */
  bundled: BundledText[]
  /** What it says of sites. */
  bundledSites: { sha256: string; text: string } | null = null
  syncer: Syncer

  constructor(source: Source, bundled: object) {
    this.sources = [source]
    this.bundled = [bundledText(bundled)]
    this.syncer = this.newSyncer()
  }

  get source(): Source {
    const [source] = this.sources
    if (!source) throw new Error('there is no source left')
    return source
  }

  /** Another worker with the same storage. */
  newSyncer(store: KeyValueStore = this.store): Syncer {
    return new Syncer({
      fetch: (...args) => fetch(...args),
      store,
      largeTexts: NO_LARGE_TEXTS,
      now: () => this.now,
      random: () => this.random,
      patience: this.patience,
      mayFetch: () => Promise.resolve(this.allowed),
      isWanted: ({ id }) => Promise.resolve(this.sources.some((one) => one.id === id)),
      localTexts: () => Promise.resolve(new Map([...this.bundled, ...(this.bundledSites ? [this.bundledSites] : [])].map(({ sha256, text }) => [sha256, text]))),
      entriesInUse: async () => entryIds((await this.inUse()).files),
      accept: (texts) => Promise.resolve(texts).then((given) => checkLists(given, words, isPublicSuffix)),
      sources: () => Promise.resolve(this.sources),
    })
  }

  /** As if the browser had stopped the worker and started it again. */
  restart(): void {
    this.syncer = this.newSyncer()
  }

  check(): Promise<Outcome> {
    return this.syncer.check(this.source)
  }

  state(): Promise<SyncState> {
    return this.syncer.state(this.source)
  }

  /** Texts of what was synced; null when nothing of it is there. */
  async texts(): Promise<string[] | null> {
    const held = await this.syncer.held(this.source)
    return held && held.texts.map(({ text }) => text)
  }

  /** What pages are labelled by. */
  async inUse(): Promise<LoadedLists> {
    return loadOwn({ format: 1, name: 'Bundled', words, lists: this.bundled, sites: this.bundledSites }, this.bundled, await this.syncer.held(this.source))
  }
}

/** A list as packages hold it. */
export function bundledText(list: object): BundledText {
  const text = writeDataFile(list as ListFile)
  return { id: (list as ListFile).id, text, sha256: sha256Of(text) }
}
