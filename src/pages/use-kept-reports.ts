import { useEffect, useState } from 'preact/hooks'
import { onChange } from '../shared/changes.ts'
import type { KeptReport } from '../shared/messages.ts'
import { ask } from './ask.ts'

export type KeptState = KeptReport[] | 'loading' | 'unreadable'

/** The kept reports, newest first, as they change. */
export function useKeptReports(): KeptState {
  const [reports, setReports] = useState<KeptState>('loading')
  useEffect(() => {
    // Answers may overtake each other; the last question's holds.
    let asked = 0
    const read = () => {
      const at = ++asked
      const tell = (kept: KeptState) => at === asked && setReports(kept)
      void ask('report:list', null).then(
        (kept) => tell(kept ?? 'unreadable'),
        () => tell('unreadable'),
      )
    }
    const stop = onChange('reports', read)
    read()
    return stop
  }, [])
  return reports
}
