import { escape } from '../../demo/html.ts'
import { nowhere } from '../../demo/hrefs.ts'
import { pick, type Random } from '../../demo/random.ts'
import type { Language } from './languages.ts'
import { nameHref } from './parts.ts'

/** What stands in the header of a political ad: the label and who paid, in one piece or several; null where the words aren't known. */
export function paidForSlot({ paidFor }: Language, payer: string, random: Random): string | null {
  if (!paidFor) return null
  const label = `<a role="link" tabindex="0" href="${escape(nowhere(random))}"><span>${escape(paidFor.label)}</span></a>`
  const linked = `<a role="link" tabindex="0" href="${nameHref('vote2020', random)}">${escape(payer)}</a>`
  const before = escape(paidFor.before)
  const after = escape(paidFor.after)
  return pick(random, [
    `<span>${escape(paidFor.label)} · ${before}${escape(payer)}${after}</span>`,
    `${label}<span> · </span><span>${before}${escape(payer)}${after}</span>`,
    `${label}<span> · </span><span>${before}${linked}${after}</span>`,
    `<span>${escape(paidFor.label)} · ${before}${linked}${after}</span>`,
  ])
}
