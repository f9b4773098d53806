import type { MessageKey } from '../pages/i18n.ts'
import type { ReportSending } from '../shared/messages.ts'

interface Texts {
  text: (key: MessageKey, ...substitutions: string[]) => string
  tries: (count: number) => string
  moment: (moment: string) => string
}

/** How sending a report goes, in a person's words. */
export function sendingText(sending: ReportSending, { text, tries, moment }: Texts, now = Date.now()): string {
  if (sending.state === 'received') return text('sendingReceived', moment(sending.at))
  if (sending.state === 'refused') return text('sendingRefused', moment(sending.at), whyText(sending.error, text))
  if (sending.error === null) return text('sendingWaiting')
  const why = whyText(sending.error, text)
  const state = Date.parse(sending.next) > now ? text('sendingAgain', why, moment(sending.next)) : text('sendingAgainSoon', why)
  return sending.tries > 0 ? `${state} ${tries(sending.tries)}` : state
}

/** @param error as the background has it: `network`, `timeout` or `HTTP` and a status */
function whyText(error: string, text: Texts['text']): string {
  if (error === 'timeout') return text('sendingErrorTimeout')
  const status = /^HTTP (\d{3})$/.exec(error)?.[1]
  if (status === undefined) return text('sendingErrorNetwork')
  return text(BY_STATUS[status] ?? (status.startsWith('5') ? 'sendingErrorTrouble' : 'sendingErrorOther'), status)
}

const BY_STATUS: Readonly<Record<string, MessageKey>> = {
  400: 'sendingErrorUnread',
  401: 'sendingErrorForbidden',
  403: 'sendingErrorForbidden',
  404: 'sendingErrorGone',
  410: 'sendingErrorGone',
  413: 'sendingErrorLarge',
  422: 'sendingErrorUnread',
  429: 'sendingErrorBusy',
}
