import type { OwnLabel } from '../shared/messages.ts'

/** Labels in which all words of a query are, by the advertiser's name. */
export function findLabels(labels: readonly OwnLabel[], query: string, locale: string): OwnLabel[] {
  const words = folded(query).split(/\s+/).filter(Boolean)
  const { compare } = new Intl.Collator(locale, { sensitivity: 'base', numeric: true })
  return labels
    .filter(({ name, domain, text }) => {
      const all = folded(`${name} ${domain ?? ''} ${text}`)
      return words.every((word) => all.includes(word))
    })
    .toSorted((a, b) => compare(a.name, b.name))
}

/** The label about an advertiser of this name. */
export function labelAbout(labels: readonly OwnLabel[], name: string): OwnLabel | undefined {
  return labels.find((label) => folded(label.name) === folded(name))
}

/** Without case and accents, as people search. */
function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()
}
