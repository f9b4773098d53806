import { useCallback, useEffect, useState } from 'preact/hooks'
import type { OwnLabel } from '../shared/messages.ts'
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
    // Another tab may have changed them meanwhile.
    const onShown = () => document.visibilityState === 'visible' && void refresh()
    document.addEventListener('visibilitychange', onShown)
    return () => document.removeEventListener('visibilitychange', onShown)
  }, [refresh])
  return { labels, refresh }
}
