import type { Ref } from 'preact'
import { isolated } from '../shared/isolated.ts'
import { text } from '../pages/i18n.ts'
import { REPORT_ENDPOINT, REPORT_MAIL, REPORT_URL } from '../shared/config.ts'
import type { ReportDraft } from '../shared/messages.ts'
import { besidesText } from './besides-text.ts'
import { formAddress, mailAddress } from './form-address.ts'
import { Preview } from './Preview.tsx'
import { RECEIVER } from './receiver.ts'
import { SentState } from './SentState.tsx'
import type { Delivery, Way } from './use-delivery.ts'
import { wholeText } from './whole-text.ts'

interface SendingProps {
  draft: ReportDraft
  delivery: Pick<Delivery, 'outcome' | 'keepFailed' | 'sent'>
  previewRef: Ref<HTMLPreElement>
}

/** The ways that this build has, the shortest first. */
const WAYS: { way: Way; id: string; label: 'reportKeepAndSend' | 'reportKeepAndOpen' | 'reportKeepAndMail' | 'reportKeepAndCopy' | 'saveAsFile' }[] = [
  ...(REPORT_ENDPOINT ? [{ way: 'send', id: 'keep-and-send', label: 'reportKeepAndSend' } as const] : []),
  ...(REPORT_URL ? [{ way: 'open', id: 'keep-and-open', label: 'reportKeepAndOpen' } as const] : []),
  ...(REPORT_MAIL ? [{ way: 'mail', id: 'keep-and-mail', label: 'reportKeepAndMail' } as const] : []),
  { way: 'copy', id: 'keep-and-copy', label: 'reportKeepAndCopy' },
  { way: 'save', id: 'keep-and-save', label: 'saveAsFile' },
]

/** The end of each report's form: all that goes out, and the ways in which it can. Each button's value is its {@link Way}. */
export function Sending({ draft, delivery: { outcome, keepFailed, sent }, previewRef }: SendingProps) {
  return (
    <>
      <Preview content={wholeText(draft)} contentRef={previewRef} />
      {RECEIVER && <p id="report-besides" class="small">{besidesText()}</p>}
      <p class="small soft">{nothingYet()}</p>
      {REPORT_URL && !formAddress(REPORT_URL, draft).withBody && <p class="small">{text('reportTooLong')}</p>}
      {REPORT_MAIL && !mailAddress(REPORT_MAIL, draft).withBody && <p class="small">{text('reportTooLongMail')}</p>}
      <div class="actions">
        {WAYS.map(({ way, id, label }, at) => (
          <button key={way} id={id} class={at === 0 ? 'primary' : ''} value={way}>
            {text(label)}
          </button>
        ))}
        {keepFailed && (
          <button id="copy-only" value={'copy-only' satisfies Way}>
            {text('reportCopyOnly')}
          </button>
        )}
      </div>
      <output id="report-outcome" class="outcome">{outcome}</output>
      {sent !== null && <SentState id={sent} />}
    </>
  )
}

function nothingYet(): string {
  if (RECEIVER) return text('reportNothingYetSend', isolated(RECEIVER))
  if (REPORT_URL) return text('reportNothingYet')
  return text(REPORT_MAIL ? 'reportNothingYetMail' : 'reportNothingYetCopy')
}
