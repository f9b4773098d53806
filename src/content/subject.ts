import { domainOf } from '../list/domains.ts'
import type { ReportSubject } from '../shared/messages.ts'
import type { LabelledMatch } from '../shared/page-data.ts'
import { pageUrlOf } from '../sites/registry.ts'
import type { AdOnPage } from './ad.ts'

/** What lists have, without the person's own words. */
export function recorded({ matches }: AdOnPage): LabelledMatch[] {
  return matches.filter(({ label }) => label?.status !== 'yours')
}

/** What a report about an ad begins with. */
export function subjectOf(ad: AdOnPage, site: string): ReportSubject {
  const [match] = recorded(ad)
  const list = match?.list ?? ad.lists.find(({ campaign }) => campaign !== '')
  return {
    kind: match ? 'mistake' : 'missing',
    advertiser: ad.name,
    pageUrl: pageUrlOf(site, ad.advertiser.page),
    domain: domainOf(ad.advertiser),
    label: ad.label.text,
    entry: match?.label?.entryName ?? null,
    list: list?.id ?? null,
    listUpdated: list?.updated ?? null,
    site,
  }
}
