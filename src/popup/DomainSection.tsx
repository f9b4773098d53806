import { text } from '../pages/i18n.ts'
import { isolated } from '../pages/isolated.ts'
import { StatusIcon } from '../pages/StatusIcon.tsx'
import type { BadgeLabel } from '../shared/page-data.ts'
import { DomainRecordView } from './DomainRecordView.tsx'
import { useDomain } from './use-domain.ts'

/** What is on record about whose website the tab shows. */
export function DomainSection({ domain }: { domain: string }) {
  const answer = useDomain(domain)
  if (!answer) return null
  return (
    <section id="domain" aria-labelledby="domain-heading">
      <h2 id="domain-heading">{text('domainHeading')}</h2>
      <p>
        <bdi>{domain}</bdi>
      </p>
      {answer.kind === 'platform' && <p class="soft">{text('domainPlatform', isolated(domain))}</p>}
      {answer.kind === 'political' && <p class="soft">{text('domainPolitical')}</p>}
      {answer.kind === 'unlisted' && (
        <>
          <LabelLine label={answer.label} />
          <p class="soft">{text('domainUnlistedMeaning')}</p>
        </>
      )}
      {answer.kind === 'listed' &&
        answer.records.map((record, at) => (
          <div class="domain-record" key={at}>
            <LabelLine label={record.label} />
            <DomainRecordView record={record} />
          </div>
        ))}
    </section>
  )
}

/** As on a badge. */
function LabelLine({ label: { status, text } }: { label: BadgeLabel }) {
  return (
    <p class="label-line">
      <StatusIcon status={status} />
      <span dir="auto">{text}</span>
    </p>
  )
}
