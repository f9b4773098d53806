import { useCallback, useEffect, useState } from 'preact/hooks'
import type { Storage } from 'webextension-polyfill'
import { browser } from '../shared/browser.ts'
import type { OwnLabel } from '../shared/messages.ts'
import { OWN_LABELS_KEY } from '../shared/storage-keys.ts'
import { ask } from './ask.ts'

export type OwnLabelsState = OwnLabel[] | 'loading' | 'unreadable'

export interface OwnLabelsReading {
  labels: OwnLabelsState
  /** Reads them again. */
  refresh: () => Promise<void>
}

/** The person's own labels. */
export function useOwnLabels(): OwnLabelsReading {
  const [labels, setLabels] = useState<OwnLabelsState>('loading')
  const refresh = useCallback(
    () =>
      ask('own-label:list', null).then(
        (found) => setLabels(found ?? 'unreadable'),
        () => setLabels('unreadable'),
      ),
    [],
  )
  useEffect(() => {
    void refresh()
    // Another tab or another device may change them.
    const onChanged = (changes: Record<string, Storage.StorageChange>, area: string) => {
      if (area === 'local' && OWN_LABELS_KEY in changes) void refresh()
    }
    browser.storage.onChanged.addListener(onChanged)
    return () => browser.storage.onChanged.removeListener(onChanged)
  }, [refresh])
  return { labels, refresh }
}
