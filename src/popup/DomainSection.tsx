import { text } from '../pages/i18n.ts'
import { isolated } from '../shared/isolated.ts'
import { DomainRecordView } from './DomainRecordView.tsx'
import { LabelLine } from './LabelLine.tsx'
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
