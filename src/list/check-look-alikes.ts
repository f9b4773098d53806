import { domainSuffixes } from './domains.ts'
import type { LookAlike } from './name-owners.ts'
import type { OpenList } from './situation.ts'

/** What keeps a look-alike from doing what it is for, or makes it do more. */
export function checkLookAlikes(other: LookAlike, place: number, list: OpenList, isPublicSuffix: (domain: string) => boolean): string[] {
  const { file, owners } = list
  const forms = owners.find((owner) => owner.other === other)?.forms ?? []
  const bearers = forms.flatMap((form) => owners.find((owner) => owner.entry && owner.forms.includes(form))?.entry?.name ?? [])
  const earlier = file.not_the_same.slice(0, place).find((before) => {
    const theirs = owners.find((owner) => owner.other === before)?.forms ?? []
    return (other.domain === null || other.domain === before.domain) && forms.length > 0 && forms.every((form) => theirs.includes(form))
  })
  return [
    ...(forms.length === 0 ? ['its name has nothing to compare, so it blocks nothing by it'] : []),
    // Another form of it may still tell the two apart: "Merck KGaA".
    ...(forms.length > 0 && bearers.length === forms.length ? [`its name is that of entry "${bearers[0]}", so it blocks nothing by it`] : []),
    ...(earlier ? [`is there already, as "${earlier.name}"`] : []),
    ...(other.domain === null ? unlike(other, list) : domainWarnings(other.domain, list, isPublicSuffix)),
  ]
}

function domainWarnings(domain: string, { file, words }: OpenList, isPublicSuffix: (domain: string) => boolean): string[] {
  const suffixes = domainSuffixes(domain)
  const holder = file.entries.flatMap((entry) => entry.domains.filter((theirs) => suffixes.includes(theirs)).map((theirs) => ({ entry, theirs })))
  return [
    ...(isPublicSuffix(domain) ? [`its domain ${domain} is a public suffix: all that is below it would be blocked`] : []),
    ...(suffixes.some((suffix) => words.get(`p${suffix}`)) ? [`its domain ${domain} is a platform's, which decides nothing`] : []),
    ...holder.map(({ entry, theirs }) => (theirs === domain ? `its domain ${domain} is on record as entry "${entry.name}"'s, so it blocks nothing by it` : `its domain ${domain} is below ${theirs} of entry "${entry.name}"`)),
  ]
}

/** Somebody of quite another name and without a website can't be taken for the entry; those who belong to it can, by where their ads lead. */
function unlike(other: LookAlike, { owners }: OpenList): string[] {
  if (other.relation !== 'unrelated') return []
  const words = owners.flatMap((owner) => (owner.other === other ? beginnings(owner.key) : []))
  const shares = owners.some(({ entry, key }) => entry?.name === other.confusable_with && beginnings(key).some((word) => words.includes(word)))
  return shares || words.length === 0 ? [] : [`shares no word with "${other.confusable_with}" and has no domain, so it hardly blocks anything`]
}

/** Of words and of the whole, so that "Helmut Kohl" is like "Kohl's", and "Eon Productions" like "E.ON". */
function beginnings(key: string): string[] {
  return [...key.split(' '), key.replaceAll(' ', '')].filter(Boolean).map((word) => word.slice(0, 4))
}
