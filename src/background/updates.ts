import browser from 'webextension-polyfill'
import { parseSettings, SETTINGS_KEY, type UpdateInterval } from '../shared/settings.ts'
import { nextCheck } from './sync/schedule.ts'
import type { Source } from './sync/state.ts'
import type { Syncer } from './sync/syncer.ts'

const ALARM = 'lists'
/** Browsers don't keep alarms that are nearer than that, in milliseconds. */
const NEAREST = 60_000
/** A worker with nothing to do is stopped after 30 seconds, a slow host notwithstanding. */
const KEEP_ALIVE = 20_000

export interface UpdatesOptions {
  syncer: Syncer
  /** Those that are switched on. */
  sources: () => Promise<readonly Source[]>
  /** After a check, whatever came of it. */
  onChecked: () => Promise<void>
}

/** Looks for updates when they are due, and when a person asks. */
export class Updates {
  readonly #options: UpdatesOptions

  constructor(options: UpdatesOptions) {
    this.#options = options
  }

  /** Checks what is due, then has the browser wake us for the next. Called at every start: browsers lose alarms. */
  async start(): Promise<void> {
    const interval = await this.#interval()
    const now = Date.now()
    const { syncer, sources } = this.#options
    for (const source of await sources()) {
      const due = nextCheck(await syncer.state(source), interval, now)
      if (due !== null && due <= now) await this.check(source)
    }
    await this.plan()
  }

  async check(source: Source): Promise<void> {
    const { syncer, onChecked } = this.#options
    const alive = setInterval(() => void browser.runtime.getPlatformInfo(), KEEP_ALIVE)
    try {
      await syncer.check(source)
      await onChecked()
    } finally {
      clearInterval(alive)
    }
  }

  /** One alarm for the list that is due first; however many were slept through, it comes once. */
  async plan(): Promise<void> {
    const interval = await this.#interval()
    const now = Date.now()
    const { syncer, sources } = this.#options
    const moments = await Promise.all((await sources()).map(async (source) => nextCheck(await syncer.state(source), interval, now)))
    const next = moments.filter((moment) => moment !== null)
    if (next.length === 0) await browser.alarms.clear(ALARM)
    else void browser.alarms.create(ALARM, { when: Math.max(now + NEAREST, Math.min(...next)), periodInMinutes: 24 * 60 })
  }

  /** Listens to the browser's clock; must be called while the background starts. */
  listen(): void {
    browser.alarms.onAlarm.addListener(({ name }) => {
      if (name === ALARM) void this.start()
    })
    browser.storage.onChanged.addListener((changes, area) => {
      if (area === 'local' && SETTINGS_KEY in changes) void this.plan()
    })
    // Who has just allowed a host expects it to be asked.
    browser.permissions.onAdded.addListener(() => void this.#checkAllowed())
  }

  async #checkAllowed(): Promise<void> {
    const { syncer, sources } = this.#options
    for (const source of await sources()) if ((await syncer.state(source)).error?.code === 'permission') await this.check(source)
  }

  async #interval(): Promise<UpdateInterval> {
    return parseSettings((await browser.storage.local.get(SETTINGS_KEY))[SETTINGS_KEY]).updates
  }
}
