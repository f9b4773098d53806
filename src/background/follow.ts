import browser from 'webextension-polyfill'
import { tellChange } from '../shared/changes.ts'
import type { FollowState, OwnLabel } from '../shared/messages.ts'
import { MOST_OWN_LABELS } from '../shared/own-labels.ts'
import { parseSettings, SETTINGS_KEY, type Settings } from '../shared/settings.ts'
import { OWN_LABELS_KEY } from '../shared/storage-keys.ts'
import { labelItems, leftOver, readItems, SETTINGS_ITEM, settingsItem } from './follow-items.ts'
import { firstStamps, followed, isLabel, isSame, type LabelTrace, mergeLabels, mergeSettings, plainLabel, stamp, type StampedSettings, tracesOf, withFollowed } from './follow-merge.ts'
import type { Mutex } from './mutex.ts'
import { readOwnLabels } from './own-labels-stored.ts'

const KEY = 'follow'
const ALARM = 'follow'
/** A burst of changes is given to the browser's sync as one, in milliseconds: it takes a limited number an hour. */
const SETTLE = 2_000
/** What could not be given is tried again then, in minutes. */
const RETRY = 15

/** What this device knew when it last gave or took something. */
interface Known {
  settings: StampedSettings
  labels: readonly LabelTrace[]
  last: string | null
  problem: FollowState['problem']
}

/** All of one moment. */
interface Here {
  settings: Settings
  labels: OwnLabel[]
  known: Known | null
}

/**
 * Settings and own labels follow the person through the browser's own sync, if that is switched on here. Where a person
 * isn't signed in to their browser, it keeps them on this device.
 */
export class Follow {
  readonly #mutex: Mutex
  #running: Promise<void> = Promise.resolve()
  #soon: ReturnType<typeof setTimeout> | undefined

  constructor(mutex: Mutex) {
    this.#mutex = mutex
  }

  /** Must be called while the background starts. */
  listen(): void {
    browser.storage.onChanged.addListener((changes, area) => {
      if (area === 'sync') this.#later(0)
      if (area === 'local' && (SETTINGS_KEY in changes || OWN_LABELS_KEY in changes)) this.#later(SETTLE)
    })
    browser.alarms.onAlarm.addListener(({ name }) => {
      if (name === ALARM) void this.update()
    })
  }

  async state(): Promise<FollowState> {
    if (!sync()) return { state: 'unsupported', last: null, problem: null }
    const { settings, known } = await here()
    return settings.follow ? { state: 'on', last: known?.last ?? null, problem: known?.problem ?? null } : { state: 'off', last: null, problem: null }
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
    if (!area || !(await this.#isOn())) return
    try {
      const stored = await area.get(null)
      const { give, known, took } = (await this.#mutex.run(() => take(stored))) ?? {}
      if (!give || !known) return
      const changed = Object.fromEntries(Object.entries(give).filter(([name, value]) => !isSame(stored[name], value)))
      const old = known.problem === 'labels' ? [] : leftOver(stored, give)
      if (Object.keys(changed).length > 0) await area.set(changed)
      if (old.length > 0) await area.remove(old)
      const isNews = took || Object.keys(changed).length > 0 || old.length > 0 || known.last === null
      await this.#tell({ last: isNews ? new Date().toISOString() : known.last, problem: known.problem })
      await browser.alarms.clear(ALARM)
    } catch (error) {
      await this.#tell({ problem: 'failed' })
      // The browser counts what is written in an hour, and a network comes back.
      void browser.alarms.create(ALARM, { delayInMinutes: RETRY })
      throw error
    }
  }

  /** Once it is switched off, what was known is forgotten: what changes here from then on is this device's alone. */
  async #isOn(): Promise<boolean> {
    return this.#mutex.run(async () => {
      const { settings, known } = await here()
      if (settings.follow) return true
      if (known) await browser.storage.local.remove(KEY)
      await browser.alarms.clear(ALARM)
      return false
    })
  }

  async #tell(change: Partial<Pick<Known, 'last' | 'problem'>>): Promise<void> {
    await this.#mutex.run(async () => {
      const { settings, known } = await here()
      // Switched off, or all deleted, meanwhile.
      if (!settings.follow || !known) return
      const next = { ...known, ...change }
      if (isSame(next, known)) return
      await browser.storage.local.set({ [KEY]: next })
      tellChange('follow')
    })
  }
}

/**
 * Takes what another device has the newer word on, in one step, so that nothing a person does meanwhile is lost.
 * @returns what there should be for other devices; null where it is switched off
 */
async function take(stored: Readonly<Record<string, unknown>>): Promise<{ give: Record<string, unknown>; known: Known; took: boolean } | null> {
  const { settings, labels, known } = await here()
  if (!settings.follow) return null
  const there = readItems(stored)
  const values = followed(settings)
  // What was there before it was first switched on goes before what is here: it is what the person brings along.
  const merged = mergeSettings(known ? stamp(known.settings, values, Date.now()) : firstStamps(values), there.settings)
  const traces = mergeLabels(tracesOf(known?.labels ?? [], labels, Date.now()), there.labels)
  const wanted = inOrder(traces.filter(isLabel).map(plainLabel), labels)
  const fit = wanted.length <= MOST_OWN_LABELS ? labelItems(traces) : null

  const next = { settings: withFollowed(settings, valuesOf(merged.here)), labels: fit ? wanted : labels }
  const changes = {
    ...(isSame(next.settings, settings) ? {} : { [SETTINGS_KEY]: next.settings }),
    ...(isSame(next.labels, labels) ? {} : { [OWN_LABELS_KEY]: next.labels }),
  }
  const now: Known = { settings: merged.here, labels: fit?.kept ?? known?.labels ?? [], last: known?.last ?? null, problem: fit ? (known?.problem === 'failed' ? 'failed' : null) : 'labels' }
  if (Object.keys(changes).length > 0 || !isSame(now, known)) await browser.storage.local.set({ ...changes, [KEY]: now })
  return {
    give: { [SETTINGS_ITEM]: settingsItem(merged.there, merged.here), ...fit?.items },
    known: { ...now, problem: fit ? null : 'labels' },
    took: Object.keys(changes).length > 0,
  }
}

async function here(): Promise<Here> {
  const stored = await browser.storage.local.get([SETTINGS_KEY, OWN_LABELS_KEY, KEY])
  return { settings: parseSettings(stored[SETTINGS_KEY]), labels: readOwnLabels(stored[OWN_LABELS_KEY]), known: (stored[KEY] as Known | undefined) ?? null }
}

/** Those that were here already stay in their places. */
function inOrder(labels: readonly OwnLabel[], before: readonly OwnLabel[]): OwnLabel[] {
  const places = new Map(before.map(({ id }, place) => [id, place]))
  const placeOf = ({ id }: OwnLabel) => places.get(id) ?? Infinity
  return labels.toSorted((a, b) => (placeOf(a) === placeOf(b) ? (a.changed < b.changed ? -1 : 1) : placeOf(a) - placeOf(b)))
}

function valuesOf(stamps: StampedSettings): Record<string, unknown> {
  return Object.fromEntries(Object.entries(stamps).map(([name, [value]]) => [name, value]))
}

function sync(): typeof browser.storage.sync | undefined {
  return browser.storage.sync
}
