import type { ReportDraft } from '../shared/messages.ts'

/** Servers and browsers cut or refuse longer addresses. */
const LONGEST_ADDRESS = 7_500

export interface FormAddress {
  address: string
  /** False when the body is left out, because the address would be too long. */
  withBody: boolean
}

/** The address of a form, filled in with a report. */
export function formAddress(form: string, { title, body }: Pick<ReportDraft, 'title' | 'body'>): FormAddress {
  const url = new URL(form)
  url.searchParams.set('title', title)
  const withoutBody = url.href
  url.searchParams.set('body', body)
  const withBody = url.href.length <= LONGEST_ADDRESS
  return { address: withBody ? url.href : withoutBody, withBody }
}
