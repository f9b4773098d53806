import browser from 'webextension-polyfill'
import type { Outcome, SettingsChange } from '../shared/messages.ts'
import { parseSettings, SETTINGS_KEY } from '../shared/settings.ts'
import type { Mutex } from './mutex.ts'

/** The only writer of settings; what changed is merged into what is stored at that moment. */
export async function changeSettings(mutex: Mutex, change: SettingsChange): Promise<Outcome> {
  return mutex.run(async () => {
    try {
      const now = parseSettings((await browser.storage.local.get(SETTINGS_KEY))[SETTINGS_KEY])
      const next = parseSettings({ ...now, ...change, statuses: { ...now.statuses, ...change.statuses }, appearance: { ...now.appearance, ...change.appearance } })
      await browser.storage.local.set({ [SETTINGS_KEY]: next })
      return { ok: true }
    } catch (error) {
      return { ok: false, error: (error as Error).message }
    }
  })
}
