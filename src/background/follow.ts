import browser from 'webextension-polyfill'
import { tellChange } from '../shared/changes.ts'
import type { FollowState } from '../shared/messages.ts'
import { parseSettings, SETTINGS_KEY } from '../shared/settings.ts'
import { labelItems, leftOver, readItems, SETTINGS_ITEM } from './follow-items.ts'
import { followed, isLabel, isSame, type LabelTrace, mergeLabels, newer, stamp, type Stamped, tracesOf, withFollowed } from './follow-merge.ts'
import { OWN_LABELS_KEY, type OwnLabels } from './own-labels.ts'
import { changeSettings } from './settings-store.ts'
import type { Mutex } from './mutex.ts'

const KEY = 'follow'
/** A burst of changes is given to the browser's sync as one, in milliseconds: it takes a limited number an hour. */
const SETTLE = 2_000

/** What this device knew when it last gave or took something. */
interface Known {
  settings: Record<string, Stamped>
  labels: LabelTrace[]
  last: string | null
  problem: FollowState['problem']
}

const NOTHING: Known = { settings: {}, labels: [], last: null, problem: null }

/**
 * Settings and own labels follow the person through the browser's own sync, if that is switched on here. Where a person
 * isn't signed in to their browser, it keeps them on this device.
 */
export class Follow {
  readonly #mutex: Mutex
  readonly #labels: OwnLabels
  #running: Promise<void> = Promise.resolve()
  #soon: ReturnType<typeof setTimeout> | undefined

  constructor(mutex: Mutex, labels: OwnLabels) {
    this.#mutex = mutex
    this.#labels = labels
  }

  /** Must be called while the background starts. */
  listen(): void {
    browser.storage.onChanged.addListener((changes, area) => {
      if (area === 'sync') this.#later(0)
      if (area === 'local' && (SETTINGS_KEY in changes || OWN_LABELS_KEY in changes)) this.#later(SETTLE)
    })
  }

  async state(): Promise<FollowState> {
    if (!sync()) return { state: 'unsupported', last: null, problem: null }
    const { last, problem } = await this.#known()
    return (await this.#settings()).follow ? { state: 'on', last, problem } : { state: 'off', last: null, problem: null }
  }

  /** Takes what is newer there, and gives what is newer here. */
  update(): Promise<void> {
    this.#running = this.#running.then(() => this.#update()).catch((error: unknown) => console.warn('AdPledge: settings could not follow', error))
    return this.#running
  }

  #later(wait: number): void {
    clearTimeout(this.#soon)
    this.#soon = setTimeout(() => void this.update(), wait)
  }

  async #update(): Promise<void> {
    const area = sync()
    const settings = await this.#settings()
    if (!area || !settings.follow) return
    const known = await this.#known()
    const now = Date.now()
    try {
      const stored = await area.get(null)
      const there = readItems(stored)
      // What was there before it was first switched on goes before what is here: it is what the person brings along.
      const mine = known.last === null ? first(followed(settings), now) : stamp(known.settings, followed(settings), now)
      const values = newer(mine, there.settings)
      const labels = mergeLabels(tracesOf(known.labels, await this.#labels.list(), now), there.labels)
      await this.#take(values, labels)
      const items = labelItems(labels)
      const wanted = { [SETTINGS_ITEM]: values, ...items }
      const changed = Object.fromEntries(Object.entries(wanted).filter(([name, value]) => !isSame(stored[name], value)))
      if (Object.keys(changed).length > 0) await area.set(changed)
      const old = items ? leftOver(stored, items) : []
      if (old.length > 0) await area.remove(old)
      await this.#remember({ settings: values, labels, last: new Date(now).toISOString(), problem: items ? null : 'labels' }, known)
    } catch (error) {
      await this.#remember({ ...known, problem: 'failed' }, known)
      throw error
    }
  }

  /** What another device has the newer word on. */
  async #take(values: Readonly<Record<string, Stamped>>, labels: readonly LabelTrace[]): Promise<void> {
    const settings = await this.#settings()
    const next = parseSettings(withFollowed(settings, Object.fromEntries(Object.entries(values).map(([name, [value]]) => [name, value]))))
    if (!isSame(followed(next), followed(settings))) await changeSettings(this.#mutex, { ...next, follow: settings.follow })
    const here = await this.#labels.list()
    const wanted = labels.filter(isLabel)
    const byId = new Map(here.map((label) => [label.id, label]))
    if (wanted.length !== here.length || wanted.some((label) => !isSame(byId.get(label.id), label))) await this.#labels.replace(wanted)
  }

  async #settings() {
    return parseSettings((await browser.storage.local.get(SETTINGS_KEY))[SETTINGS_KEY])
  }

  async #known(): Promise<Known> {
    const stored = (await browser.storage.local.get(KEY))[KEY] as Partial<Known> | undefined
    return { ...NOTHING, ...stored }
  }

  async #remember(next: Known, before: Known): Promise<void> {
    await browser.storage.local.set({ [KEY]: next })
    if (next.problem !== before.problem || next.last !== before.last) tellChange('follow')
  }
}

/** As old as can be, but where a person has chosen something else than what everybody starts with. */
function first(values: Readonly<Record<string, unknown>>, now: number): Record<string, Stamped> {
  const usual = followed(parseSettings(undefined))
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value, isSame(value, usual[name]) ? 0 : Math.min(1, now)]]))
}

function sync(): typeof browser.storage.sync | undefined {
  return browser.storage.sync as typeof browser.storage.sync | undefined
}
