import { useListInfo } from '../pages/use-list-info.ts'
import type { LogFilter, LogTotals } from '../shared/log.ts'
import { Cite } from './Cite.tsx'
import { citedLists } from './cited-lists.ts'
import { TakeOut } from './TakeOut.tsx'

/** Taking the log out and citing it, which both name the lists in use; reading those takes the background a while. */
export function Evidence({ filter, totals }: { filter: LogFilter; totals: LogTotals }) {
  const { info } = useListInfo()
  if (info === 'loading') return null
  const lists = citedLists(info)
  return (
    <>
      <TakeOut filter={filter} total={totals.total} lists={lists} />
      <Cite filter={filter} totals={totals} lists={lists} />
    </>
  )
}
