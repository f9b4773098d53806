import type { Ref } from 'preact'
import { text } from '../pages/i18n.ts'
import { REPORT_URL } from '../shared/config.ts'
import type { ReportDraft } from '../shared/messages.ts'
import { formAddress } from './form-address.ts'
import { Preview } from './Preview.tsx'
import type { Delivery, Way } from './use-delivery.ts'
import { wholeText } from './whole-text.ts'

interface SendingProps {
  draft: ReportDraft
  delivery: Pick<Delivery, 'outcome' | 'keepFailed'>
  previewRef: Ref<HTMLPreElement>
}

/** The end of each report's form: all that goes out, and the ways in which it can. Each button's value is its {@link Way}. */
export function Sending({ draft, delivery: { outcome, keepFailed }, previewRef }: SendingProps) {
  return (
    <>
      <Preview content={wholeText(draft)} contentRef={previewRef} />
      <p class="small soft">{text(REPORT_URL ? 'reportNothingYet' : 'reportNothingYetCopy')}</p>
      {REPORT_URL && !formAddress(REPORT_URL, draft).withBody && <p class="small">{text('reportTooLong')}</p>}
      <div class="actions">
        {REPORT_URL && (
          <button id="keep-and-open" class="primary" value={'open' satisfies Way}>
            {text('reportKeepAndOpen')}
          </button>
        )}
        <button id="keep-and-copy" class={REPORT_URL ? '' : 'primary'} value={'copy' satisfies Way}>
          {text('reportKeepAndCopy')}
        </button>
        <button id="keep-and-save" value={'save' satisfies Way}>
          {text('reportKeepAndSave')}
        </button>
        {keepFailed && (
          <button id="copy-only" value={'copy-only' satisfies Way}>
            {text('reportCopyOnly')}
          </button>
        )}
      </div>
      <output id="report-outcome" class="outcome">{outcome && text(outcome)}</output>
    </>
  )
}
