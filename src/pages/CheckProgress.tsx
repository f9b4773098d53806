import type { SourceInfo } from '../shared/messages.ts'
import { bytesText } from './amounts.ts'
import { locale, text } from './i18n.ts'

/** How far a check is; what is to come isn't known at first. */
export function CheckProgress({ checking }: Pick<SourceInfo, 'checking'>) {
  const { received, total } = checking ?? { received: 0, total: null }
  return (
    <div class="check-progress">
      <progress aria-label={text('listChecking')} {...(total ? { max: total, value: received } : {})} />
      <span class="small soft">{total ? text('listProgress', bytesText(received, locale()), bytesText(total, locale())) : text('listChecking')}</span>
    </div>
  )
}
