import { countText, momentText, text } from '../pages/i18n.ts'
import type { ReportSending } from '../shared/messages.ts'
import { sendingText } from './sending-text.ts'

/** How sending a report goes; told to screen readers as it changes. */
export function SendingState({ sending }: { sending: ReportSending | null }) {
  return (
    <output class="sending">
      {sending && sendingText(sending, { text, tries: (count) => countText('sendingTries', count), moment: momentText })}
    </output>
  )
}
