import browser from 'webextension-polyfill'
import { LONGEST_PAUSE, parseSettings, SETTINGS_KEY } from '../shared/settings.ts'
import { changeSettings } from './settings-store.ts'
import type { Mutex } from './mutex.ts'

const ALARM = 'pause'

/** Ends a pause of the badges when its time has come; pages themselves watch no clock. */
export class Pause {
  readonly #mutex: Mutex

  constructor(mutex: Mutex) {
    this.#mutex = mutex
  }

  /** Must be called while the background starts. */
  listen(): void {
    browser.alarms.onAlarm.addListener(({ name }) => {
      if (name === ALARM) void this.check()
    })
    browser.storage.onChanged.addListener((changes, area) => {
      if (area === 'local' && SETTINGS_KEY in changes) void this.check()
    })
  }

  /** Ends what is over, and has the browser wake us for what isn't. Called at every start, since browsers lose alarms. */
  async check(): Promise<void> {
    const { pausedUntil } = parseSettings((await browser.storage.local.get(SETTINGS_KEY))[SETTINGS_KEY])
    if (pausedUntil === null) return void (await browser.alarms.clear(ALARM))
    const left = pausedUntil - Date.now()
    // Later than a pause can last: the clock was set.
    if (left <= 0 || left > LONGEST_PAUSE) await changeSettings(this.#mutex, { pausedUntil: null })
    else void browser.alarms.create(ALARM, { when: pausedUntil })
  }
}
