import { useEffect, useState } from 'preact/hooks'
import { browser } from '../shared/browser.ts'

export interface Shortcut {
  name: string
  does: string
  /** '' where it has none, as when another extension has it. */
  keys: string
}

/** The shortcuts of the extension as they are set now; none where the browser has no shortcuts, as on phones. */
export function useShortcuts(): readonly Shortcut[] {
  const [shortcuts, setShortcuts] = useState<readonly Shortcut[]>([])
  useEffect(() => {
    const { commands } = browser as Partial<typeof browser>
    commands?.getAll().then(
      (all) => setShortcuts(all.flatMap(({ name, description, shortcut }) => (name && description ? { name, does: description, keys: shortcut ?? '' } : []))),
      () => undefined,
    )
  }, [])
  return shortcuts
}
