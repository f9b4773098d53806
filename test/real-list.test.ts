import { describe, expect, it } from 'vitest'
import { inReal, namesOf, nameKey, normaliseName, ODD_NAME, real, withoutRemark } from './lists.ts'

/** What holds for each entry of the real list, and for each look-alike. */

const { answer, found } = inReal
const TAILS = [' Canada', ' Deutschland GmbH', ' UK & Ireland', ' Jobs', ' Official', ' Middle East', ' en Español', ', Inc.', '日本']

/** Asks, and names those that are not answered so. */
function others(expected: (name: string) => string, asked: (readonly [name: string, clues: Parameters<typeof answer>[0]])[]): string[] {
  return asked.flatMap(([name, clues]) => (answer(clues) === expected(name) ? [] : [`${name} by ${JSON.stringify(clues)}: ${answer(clues)}`]))
}

const certain = (name: string) => `certain ${name}`
const written = (name: string) => [name.toUpperCase(), name.toLowerCase(), `${name}™`, `“${name}”`, ` ${name.replaceAll(' ', '\u00A0')} `, name.normalize('NFD')]
const domainsOf = (name: string) => real.entries.find((entry) => entry.name === name)?.domains ?? []

describe('every entry of the real list', () => {
  it('is found, certain, by its name and by each alias alone', () => {
    expect(others(certain, real.entries.flatMap((entry) => namesOf(entry).map((name) => [entry.name, { name }] as const)))).toEqual([])
  })

  it('is found in whatever case and with whatever sign its name is written', () => {
    expect(others(certain, real.entries.flatMap((entry) => namesOf(entry).flatMap((name) => written(name).map((each) => [entry.name, { name: each }] as const))))).toEqual([])
  })

  it('is found, certain, by each domain, and by hosts below it', () => {
    const asked = real.entries.flatMap(({ name, domains }) =>
      domains.flatMap((domain) =>
        [{ landing: `https://www.${domain}/` }, { name: ODD_NAME, landing: `https://zyx-shop.${domain}/x` }, { domain: domain.toUpperCase() }, { domain: `www.${domain}/offers` }].map((clues) => [name, clues] as const),
      ),
    )
    expect(asked.length).toBeGreaterThan(1_000)
    expect(others(certain, asked)).toEqual([])
  })

  it('is found, certain, by each Facebook page, also under an odd name and wherever it leads', () => {
    const pages = real.entries.flatMap(({ name, handles }) => (handles.facebook ?? []).map((page) => [name, page] as const))
    expect(pages.length).toBeGreaterThan(50)
    expect(others(certain, pages.flatMap(([name, page]) => [{ page }, { page: page.toUpperCase() }, { page, name: ODD_NAME, landing: 'https://tickets.example/' }].map((clues) => [name, clues] as const)))).toEqual([])
  })

  it('is, with its name and another site, only likely, or nobody where the name is risky', () => {
    const asked = real.entries.flatMap((entry) => namesOf(entry).map((name) => [entry.name, { name, landing: 'https://somebody-else.example/' }] as const))
    const risky = new Set(real.entries.filter((entry) => entry.match_risk === 'high').map(({ name }) => name))
    expect(risky.size).toBeGreaterThan(50)
    expect(others((name) => (risky.has(name) ? 'nobody' : `likely ${name}`), asked)).toEqual([])
  })

  it('is never certain by its name and a tail', () => {
    const known = new Set(real.entries.flatMap(namesOf).map(nameKey))
    const certainly = real.entries.flatMap((entry) => namesOf(entry).flatMap((name) => TAILS.filter((tail) => !tail.includes('Inc') && !known.has(nameKey(name + tail)) && answer({ name: name + tail }).startsWith('certain')).map((tail) => name + tail)))
    expect(certainly).toEqual([])
  })

  it('is nobody with a tail where that would be somebody else', () => {
    const tailless = real.entries.filter(({ tails }) => tails === false)
    expect(tailless.length).toBeGreaterThan(50)
    const matched = tailless.flatMap((entry) => namesOf(entry).flatMap((name) => TAILS.filter((tail) => !tail.includes('Inc')).filter((tail) => found({ name: name + tail }).includes(entry.name)).map((tail) => name + tail)))
    // Unless it is called just that.
    const called = new Set(tailless.flatMap(namesOf).map(nameKey))
    expect(matched.filter((name) => !called.has(nameKey(name)))).toEqual([])
  })

  it('is nobody with a word before its name, or one after it that makes another organisation', () => {
    const known = new Set([...real.entries.flatMap(namesOf), ...real.not_the_same.map(({ name }) => name)].map(nameKey))
    const made = real.entries.flatMap(namesOf).flatMap((name) => [`Zyx ${name}`, `${name} Zyx`, `${name} Foundation Trust`, `My ${name}`, `${name}s Zyx`, `${name} Canada Zyx`, `${name} of Canada Zyx`])
    expect(made.filter((name) => !known.has(nameKey(name)) && found({ name }).length > 0)).toEqual([])
  })
})

describe('every look-alike of the real list', () => {
  const called = new Set(real.entries.flatMap(namesOf).flatMap((name) => [nameKey(name), normaliseName(name)]))
  /** Without its remark it may be what an entry is called: "Stuff (UK magazine)". */
  const names = real.not_the_same.flatMap(({ name, confusable_with }) => [name, ...[withoutRemark(name)].filter((plain) => plain !== name && !called.has(nameKey(plain)) && !called.has(normaliseName(plain)))].map((each) => [each, confusable_with] as const))

  it('is never taken for an entry by its name, whatever else speaks for that', () => {
    expect(names.length).toBeGreaterThan(1_000)
    const matched = names.flatMap(([name, confused]) =>
      [{ name }, { name: name.toUpperCase() }, ...domainsOf(confused).map((domain) => ({ name, landing: `https://www.${domain}/` }))].flatMap((clues) => (found(clues).length > 0 ? [`${JSON.stringify(clues)}: ${answer(clues)}`] : [])),
    )
    expect(matched).toEqual([])
  })

  it('is never taken for an entry by its name with a tail', () => {
    const matched = names.flatMap(([name]) => TAILS.map((tail) => name + tail)).filter((name) => found({ name }).length > 0 && !called.has(nameKey(name)))
    expect(matched).toEqual([])
  })

  it('is never taken for an entry by its domain, under an odd name, its own or the entry’s', () => {
    const matched = real.not_the_same.flatMap(({ name, confusable_with, domain }) =>
      domain === null ? [] : [null, ODD_NAME, name, confusable_with].flatMap((each) => [domain, `www.${domain}`, `zyx.${domain}`].filter((host) => found({ name: each, landing: `https://${host}/` }).length > 0).map((host) => `${each} at ${host}`)),
    )
    expect(matched).toEqual([])
  })
})
