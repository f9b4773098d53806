import { useState } from 'preact/hooks'
import { text } from '../pages/i18n.ts'
import { PageHead } from '../pages/PageHead.tsx'
import { useSettings } from '../pages/use-settings.ts'
import { NO_FILTER } from '../shared/log.ts'
import { Charts } from './Charts.tsx'
import { Clear } from './Clear.tsx'
import { Evidence } from './Evidence.tsx'
import { Filters } from './Filters.tsx'
import { FoundTold } from './FoundTold.tsx'
import { Keeping } from './Keeping.tsx'
import { Off } from './Off.tsx'
import { Patterns } from './Patterns.tsx'
import { Problems } from './Problems.tsx'
import { Rows } from './Rows.tsx'
import { Totals } from './Totals.tsx'
import { useLog } from './use-log.ts'

/** The ad log: whether it is kept, what is in it, and how to take it out. */
export function LogPage() {
  const { settings, problem, change } = useSettings()
  const [filter, setFilter] = useState(NO_FILTER)
  const reading = useLog(filter)
  const { state, totals, rows } = reading
  const isEmpty = state?.rows === 0
  return (
    <>
      <PageHead current="log" />
      <main>
        <Patterns />
        <h1>{text('logHeading')}</h1>
        <p class="soft">{text('logIntro')}</p>
        <Problems log={state?.problem ?? null} unreadable={reading.failed} unsaved={problem !== null} />
        {settings && !settings.log && <Off days={settings.logDays} onOn={() => change({ log: true })} />}
        {settings && state && (settings.log || !isEmpty) && <Keeping settings={settings} state={state} onChange={change} />}
        {settings?.log && isEmpty && <p class="empty">{text('logEmpty')}</p>}
        {state && !isEmpty && (
          <>
            <Filters filter={filter} onFilter={setFilter} />
            <FoundTold filter={filter} totals={totals} />
            {totals && totals.total > 0 && <Totals totals={totals} />}
            {totals && totals.total > 0 && <Charts filter={filter} totals={totals} />}
            {rows && <Rows reading={reading} rows={rows} />}
            {totals && rows && <Evidence filter={filter} totals={totals} />}
      
    </>
      )}
      {state && <Clear hidden={isEmpty} />}
    </main>
    </>
  )
}
