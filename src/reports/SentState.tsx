import { useKeptReports } from '../pages/use-kept-reports.ts'
import { SendingState } from './SendingState.tsx'

/** How sending one report goes, below the form that it was written in. */
export function SentState({ id }: { id: string }) {
  const reports = useKeptReports()
  const report = typeof reports === 'object' ? reports.find((kept) => kept.id === id) : undefined
  return <SendingState sending={report?.sending ?? null} />
}
