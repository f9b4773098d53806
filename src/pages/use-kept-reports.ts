import { useEffect, useState } from 'preact/hooks'
import browser, { type Storage } from 'webextension-polyfill'
import type { KeptReport } from '../shared/messages.ts'
import { REPORTS_KEY } from '../shared/storage-keys.ts'
import { ask } from './ask.ts'

export type KeptState = KeptReport[] | 'loading' | 'unreadable'

/** The kept reports, newest first, as they change. */
export function useKeptReports(): KeptState {
  const [reports, setReports] = useState<KeptState>('loading')
  useEffect(() => {
    const read = () => void ask('report:list', null).then(
        (kept) => setReports(kept ?? 'unreadable'),
        () => setReports('unreadable'),
      )
    const onChanged = (changes: Record<string, Storage.StorageChange>, area: string) => {
      if (area === 'local' && changes[REPORTS_KEY]) read()
    }
    read()
    browser.storage.onChanged.addListener(onChanged)
    return () => browser.storage.onChanged.removeListener(onChanged)
  }, [])
  return reports
}
