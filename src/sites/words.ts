import { normaliseLabel } from './text.ts'
import type { Labels, Words } from './types.ts'

/**
 * A site's words ready to compare, by language. English is in all of them, since it is seen in
 * every language; under `''` are all words, for pages that don't say their language.
 */
export function compileWords(labels: Labels): Record<string, Words> {
  const english = labels['en'] ?? {}
  const compiled = Object.entries(labels).map(([language, own]) => [language, merge([english, own, labels[baseOf(language)] ?? {}])])
  return Object.fromEntries([...compiled, ['', merge(Object.values(labels))]]) as Record<string, Words>
}

/**
 * What there is in a language, else in its base language, else in English.
 * @param language BCP 47, as in `html[lang]`
 */
export function inLanguage<Data>(data: Readonly<Record<string, Data>>, language: string): Data | undefined {
  return data[language] ?? data[baseOf(language)] ?? data['en']
}

function baseOf(language: string): string {
  return language.split(/[-_]/)[0]?.toLowerCase() ?? ''
}

function merge(parts: readonly Labels[string][]): Words {
  const all = (kind: keyof Labels[string]) => [...new Set(parts.flatMap((part) => part[kind] ?? []))]
  return {
    sponsored: all('sponsored').map(normaliseLabel),
    // Parted first: an ellipsis is three dots once normalised.
    paidFor: all('paidFor').map((pattern) => pattern.split('…').map(normaliseLabel) as [string, string]),
    partnership: all('partnership').map(normaliseLabel),
    suggested: all('suggested').map(normaliseLabel),
    time: all('time').map(normaliseLabel),
  }
}
