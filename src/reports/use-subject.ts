import { useEffect, useState } from 'preact/hooks'
import { ask } from '../pages/ask.ts'
import type { ReportSubject } from '../shared/messages.ts'

/** What the page was opened about: `none` without being opened about anything, `gone` when it is known no more. */
export function useSubject(id: string | null): ReportSubject | 'none' | 'gone' | 'loading' {
  const [subject, setSubject] = useState<ReportSubject | 'none' | 'gone' | 'loading'>(id === null ? 'none' : 'loading')
  useEffect(() => {
    if (id === null) return
    ask('report:subject', { id }).then(
      (found) => setSubject(found ?? 'gone'),
      () => setSubject('gone'),
    )
  }, [id])
  return subject
}
