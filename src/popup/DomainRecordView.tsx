import { locale, text } from '../pages/i18n.ts'
import { dayOf } from '../shared/dates.ts'
import type { DomainRecord } from '../shared/messages.ts'
import { webUrl } from '../shared/web-url.ts'

/** What there is beside a label: whose record it is, what was said, in which list, and the sources. */
export function DomainRecordView({ record: { label, level, statement, list, sources } }: { record: DomainRecord }) {
  if (!list) return <p class="soft">{text('cardOwnLabel')}</p>
  const name = label.entryName ?? ''
  return (
    <>
      <h3 dir="auto">{name}</h3>
      {level === 'likely' && <p class="soft">{text('cardLikely', name)}</p>}
      {statement === null ? (
        <p>{text('cardUnconfirmed')}</p>
      ) : (
        <p dir="auto" lang={list.accordingTo === null ? 'en' : undefined}>
          {statement}
        </p>
      )}
      <p class="small soft">{listText(list)}</p>
      {sources.length === 0 ? (
        <p class="small soft">{text('cardNoSources')}</p>
      ) : (
        <details>
          <summary>{text('cardSources')}</summary>
          <ul class="small">
            {sources.map(({ title, url, date }) => (
              <li key={url}>
                <SourceLink title={title} url={url} />
                {date && ` (${dayOf(date, locale())})`}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function listText({ campaign, updated, accordingTo }: NonNullable<DomainRecord['list']>): string {
  const day = dayOf(updated, locale())
  return accordingTo === null ? text('cardList', campaign, day) : text('cardListBy', campaign, day, accordingTo)
}

/** Lists are data from outside: only https addresses become links. */
function SourceLink({ title, url }: { title: string; url: string }) {
  const address = webUrl(url)
  if (address?.protocol !== 'https:') return <bdi>{title}</bdi>
  return (
    <a href={address.href} target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer" dir="auto">
      {title}
    </a>
  )
}
