import { useRef, useState } from 'preact/hooks'
import { copyText, selectContents } from '../pages/clipboard.ts'
import { text } from '../pages/i18n.ts'
import { browser } from '../shared/browser.ts'
import type { LogFilter, LogTotals } from '../shared/log.ts'
import { citationOf, type CitedList } from './citation.ts'

interface CiteProps {
  filter: LogFilter
  totals: LogTotals
  lists: readonly CitedList[]
}

/** The line by which what is shown can be cited. */
export function Cite({ filter, totals: { total, days }, lists }: CiteProps) {
  const [told, setTold] = useState('')
  const lineRef = useRef<HTMLParagraphElement>(null)
  const [first, last] = [days[0], days.at(-1)]
  const citation = citationOf({ count: total, days: first && last ? [first.day, last.day] : null }, lists, filter, { text, version: browser.runtime.getManifest().version })

  async function copy(): Promise<void> {
    const copied = await copyText(citation)
    if (!copied) selectContents(lineRef.current)
    setTold(text(copied ? 'copied' : 'logNotCopied'))
  }

  return (
    <section aria-labelledby="cite-heading">
      <h2 id="cite-heading">{text('logCiteHeading')}</h2>
      <p id="citation" class="citation" ref={lineRef} tabIndex={-1} dir="auto">
        {citation}
      </p>
      <div class="actions">
        <button type="button" id="copy-citation" onClick={() => void copy()}>
          {text('copy')}
        </button>
        <output id="copy-outcome" class="outcome">
          {told}
        </output>
      </div>
      <p class="small soft">{text('logCiteHint')}</p>
    </section>
  )
}
