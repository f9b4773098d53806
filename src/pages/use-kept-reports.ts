import { useEffect, useState } from 'preact/hooks'
import browser, { type Storage } from 'webextension-polyfill'
import type { KeptReport } from '../shared/messages.ts'
import { REPORTS_KEY } from '../shared/storage-keys.ts'
import { ask } from './ask.ts'

/** The kept reports, newest first, as they change; null until they are known. */
export function useKeptReports(): KeptReport[] | null {
  const [reports, setReports] = useState<KeptReport[] | null>(null)
  useEffect(() => {
    const read = () => void ask('report:list', null).then(setReports, () => undefined)
    const onChanged = (changes: Record<string, Storage.StorageChange>, area: string) => {
      if (area === 'local' && changes[REPORTS_KEY]) read()
    }
    read()
    browser.storage.onChanged.addListener(onChanged)
    return () => browser.storage.onChanged.removeListener(onChanged)
  }, [])
  return reports
}
