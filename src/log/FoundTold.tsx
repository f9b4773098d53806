import { useEffect, useRef, useState } from 'preact/hooks'
import { countText, text } from '../pages/i18n.ts'
import type { LogFilter, LogTotals } from '../shared/log.ts'

interface FoundToldProps {
  filter: LogFilter
  totals: LogTotals | null
}

/** Tells screen readers what a search has found, once; ads that come or go meanwhile are not told. */
export function FoundTold({ filter, totals }: FoundToldProps) {
  const [told, setTold] = useState('')
  const filterRef = useRef(filter)
  const waitsRef = useRef(false)
  useEffect(() => {
    if (filterRef.current !== filter) waitsRef.current = true
    filterRef.current = filter
  }, [filter])
  // An answer to an earlier search never comes in after that.
  useEffect(() => {
    if (!totals || !waitsRef.current) return
    waitsRef.current = false
    setTold(totals.total > 0 ? countText('ads', totals.total) : text('logNoneFound'))
  }, [totals])
  return (
    <output id="log-told" class="for-readers">
      {told}
    </output>
  )
}
