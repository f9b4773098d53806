import { useEffect, useRef, useState } from 'preact/hooks'
import { text } from '../pages/i18n.ts'
import { STATUS_TEXTS } from '../pages/status.ts'
import { type LogFilter, NO_FILTER } from '../shared/log.ts'
import { LABEL_STATUSES } from '../shared/settings.ts'
import { sites } from '../sites/registry.ts'

/** So long after the last letter, in milliseconds. */
const TYPED = 250

interface FiltersProps {
  filter: LogFilter
  onFilter: (filter: LogFilter) => void
}

/** Which ads of the log are shown, counted and taken out. */
export function Filters({ filter, onFilter }: FiltersProps) {
  const [typed, setTyped] = useState(filter.text)
  const timerRef = useRef<ReturnType<typeof setTimeout>>(undefined)
  // What was typed a moment ago goes with whatever else is chosen now.
  const change = (part: Partial<LogFilter>) => {
    clearTimeout(timerRef.current)
    onFilter({ ...filter, text: typed, ...part })
  }
  useEffect(() => {
    if (typed === filter.text) return undefined
    timerRef.current = setTimeout(() => onFilter({ ...filter, text: typed }), TYPED)
    return () => clearTimeout(timerRef.current)
  }, [typed, filter, onFilter])

  function reset(): void {
    setTyped('')
    onFilter(NO_FILTER)
  }

  return (
    <search aria-label={text('logFilterHeading')}>
      <form class="filters" onSubmit={(event) => event.preventDefault()}>
        <div class="field wide">
          <label for="log-text">{text('logSearch')}</label>
          <input id="log-text" type="search" value={typed} maxLength={200} autocomplete="off" spellcheck={false} dir="auto" onInput={(event) => setTyped(event.currentTarget.value)} />
        </div>
        <Choice id="log-status" label={text('logLabel')} any={text('logAnyStatus')} value={filter.status} choices={LABEL_STATUSES.map((status) => [status, text(STATUS_TEXTS[status])])} onChange={(status) => change({ status })} />
        <Choice id="log-site" label={text('logSite')} any={text('logAnySite')} value={filter.site} choices={sites.map(({ id, name }) => [id, name])} onChange={(site) => change({ site })} />
        <Day id="log-from" label={text('logFrom')} value={filter.from} onChange={(from) => change({ from })} />
        <Day id="log-until" label={text('logUntil')} value={filter.until} onChange={(until) => change({ until })} />
        <button type="button" id="log-reset" onClick={reset}>
          {text('logReset')}
        </button>
      </form>
    </search>
  )
}

interface ChoiceProps<Value extends string> {
  id: string
  label: string
  /** What takes all is called. */
  any: string
  value: Value | null
  choices: readonly (readonly [value: Value, name: string])[]
  onChange: (value: Value | null) => void
}

function Choice<Value extends string>({ id, label, any, value, choices, onChange }: ChoiceProps<Value>) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value ?? ''} onChange={({ currentTarget }) => onChange(choices.find(([choice]) => choice === currentTarget.value)?.[0] ?? null)}>
        <option value="">{any}</option>
        {choices.map(([choice, name]) => (
          <option key={choice} value={choice}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}

interface DayProps {
  id: string
  label: string
  value: string | null
  onChange: (day: string | null) => void
}

function Day({ id, label, value, onChange }: DayProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {/* A year that is being typed has more than four digits or none. */}
      <input id={id} type="date" value={value ?? ''} onChange={({ currentTarget }) => onChange(/^\d{4}-\d\d-\d\d$/.test(currentTarget.value) ? currentTarget.value : null)} />
    </div>
  )
}
