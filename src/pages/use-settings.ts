import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { Storage } from 'webextension-polyfill'
import { browser } from '../shared/browser.ts'
import { ask } from './ask.ts'
import type { SettingsChange } from '../shared/messages.ts'
import { useHues } from './use-hues.ts'
import { DEFAULTS, parseSettings, SETTINGS_KEY, type Settings } from '../shared/settings.ts'

export interface StoredSettings {
  /** Null until they are read. */
  settings: Settings | null
  problem: 'read' | 'save' | null
  change: (change: SettingsChange) => void
}

/** Settings as they are stored; a change shows at once and is taken back when it can't be saved. */
export function useSettings(): StoredSettings {
  const [settings, setSettings] = useState<Settings | null>(null)
  const [problem, setProblem] = useState<StoredSettings['problem']>(null)
  const savingRef = useRef(0)

  const read = useCallback(async () => {
    try {
      setSettings(parseSettings((await browser.storage.local.get(SETTINGS_KEY))[SETTINGS_KEY]))
    } catch {
      setSettings(DEFAULTS)
      setProblem('read')
    }
  }, [])

  useEffect(() => {
    const onChanged = (changes: Record<string, Storage.StorageChange>, area: string) => {
      // While one of our changes is under way, what is stored lacks it.
      if (area === 'local' && changes[SETTINGS_KEY] && savingRef.current === 0) void read()
    }
    void read()
    browser.storage.onChanged.addListener(onChanged)
    return () => browser.storage.onChanged.removeListener(onChanged)
  }, [read])

  const change = useCallback(
    (change: SettingsChange) => {
      setSettings((now) => now && { ...now, ...change, statuses: { ...now.statuses, ...change.statuses }, appearance: { ...now.appearance, ...change.appearance } })
      savingRef.current++
      void ask('settings:change', change)
        .then(({ ok }) => ok, () => false)
        .then((saved) => {
          setProblem(saved ? null : 'save')
          if (--savingRef.current === 0) void read()
        })
    },
    [read],
  )
  useHues(settings?.appearance.hues)
  return { settings, problem, change }
}
