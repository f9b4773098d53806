import type { ReportDraft } from '../shared/messages.ts'

/** Servers and browsers cut or refuse longer addresses. */
const LONGEST_ADDRESS = 7_500
/** Programs are given less: Windows hands over some 2,000 characters. */
const LONGEST_MAIL = 2_000

export interface FormAddress {
  address: string
  /** False when the body is left out, because the address would be too long or has no place for it. */
  withBody: boolean
}

type Filling = Pick<ReportDraft, 'kind' | 'title' | 'body'>

/** The address of a form, filled in with a report: where it has `{kind}`, `{title}` or `{body}`, or else as parameters `title` and `body`. */
export function formAddress(form: string, report: Filling): FormAddress {
  return PLACES.test(form) ? filledIn(form, report) : withParameters(form, report)
}

const PLACES = /\{(kind|title|body)\}/

function filledIn(form: string, { kind, title, body }: Filling): FormAddress {
  // All at once: what one part says must not be taken for the place of another.
  const fill = (filling: Filling) => form.split(/\{(kind|title|body)\}/).map((part, at) => (at % 2 === 0 ? part : encoded(filling[part as keyof Filling]))).join('')
  const address = fill({ kind, title, body })
  const withBody = form.includes('{body}') && address.length <= LONGEST_ADDRESS
  return { address: withBody ? address : fill({ kind, title, body: '' }), withBody }
}

function withParameters(form: string, { title, body }: Filling): FormAddress {
  const url = new URL(form)
  url.searchParams.set('title', title)
  const withoutBody = url.href
  url.searchParams.set('body', body)
  const withBody = url.href.length <= LONGEST_ADDRESS
  return { address: withBody ? url.href : withoutBody, withBody }
}

/** The address of an e-mail, filled in with a report. */
export function mailAddress(to: string, { title, body }: Pick<Filling, 'title' | 'body'>): FormAddress {
  const withoutBody = `mailto:${encoded(to).replaceAll('%40', '@')}?subject=${encoded(title)}`
  const whole = `${withoutBody}&body=${encoded(body.replaceAll('\n', '\r\n'))}`
  const withBody = whole.length <= LONGEST_MAIL
  return { address: withBody ? whole : withoutBody, withBody }
}

/** @param value half a character in it would be an error */
function encoded(value: string): string {
  return encodeURIComponent(value.replace(/\p{Cs}/gu, '\uFFFD'))
}
