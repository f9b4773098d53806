import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkList } from '../src/list/check.ts'
import { compileLists } from '../src/list/compile.ts'
import { type ListFileEntry, parseList } from '../src/list/schema.ts'
import { labelFor, labelText } from '../src/shared/wording.ts'
import { listIds } from '../scripts/list-files.ts'
import { finder, FOLDER, namesOf, packedWords, real } from './lists.ts'
import { translate } from './translate.ts'

/** What holds for the bundled lists in which no campaign was joined. */

const YEARS_LATER = new Date('2026-11-25T12:00:00Z')
const files = listIds(FOLDER).filter((id) => id !== real.id).map((id) => parseList(`${id}.json`, readFileSync(new URL(`${id}.json`, FOLDER), 'utf8')))
const { index, entries } = compileLists(files, packedWords, 'hash')

const labels = files.flatMap((file, place) =>
  file.entries.map((source, at) => {
    const list = index.lists[place]
    const entry = entries.entries[file.id]?.[at]
    if (!list || entry?.id !== source.id) throw new Error(`${source.name} is not where it was`)
    const [here, elsewhere] = [false, true].map((elsewhere) => {
      const made = labelFor({ list, entry, elsewhere }, { translate, locale: 'en', now: YEARS_LATER })
      return made ? labelText(made) : ''
    })
    return { file, source, here: here ?? '', elsewhere: elsewhere ?? '' }
  }),
)
type Labelled = (typeof labels)[number]

/** Those for which a rule doesn't hold, as a failing test should name them. */
function breaking(holds: (item: Labelled) => boolean): string[] {
  return labels.filter((item) => !holds(item)).map(({ file, source, here, elsewhere }) => `${file.id}: ${source.name}: ${here} / ${elsewhere}`)
}

/** What makes two lists match the same ads. */
function matched({ id, aliases, domains, handles, match_risk, tails }: ListFileEntry) {
  return { id, aliases, domains, handles, match_risk, tails }
}

describe('each other list', () => {
  it('is about X alone, called as it was then', () => {
    expect(files.map(({ id, campaign }) => [id, campaign.platforms, campaign.platform_name, campaign.window_until])).toEqual([
      ['twitter-advertiser-pauses-2022-09', ['x'], 'Twitter', null],
      ['twitter-advertiser-pauses-2022-11', ['x'], 'Twitter', null],
      ['x-advertiser-pauses-2023-08', ['x'], 'X', null],
      ['x-advertiser-pauses-2023-11', ['x'], 'X', null],
    ])
  })

  it.each(files.map((file) => [file.id, file] as const))('%s finds every entry by its names, domains and pages, and no look-alike', (_id, file) => {
    const { answer, found } = finder(file)
    const asked = file.entries.flatMap((entry) => [
      ...namesOf(entry).map((name) => [entry.name, { name }] as const),
      ...entry.domains.map((domain) => [entry.name, { landing: `https://www.${domain}/` }] as const),
      ...(entry.handles.facebook ?? []).map((page) => [entry.name, { page }] as const),
    ])
    expect(asked.flatMap(([name, clues]) => (answer(clues) === `certain ${name}` ? [] : [`${name} by ${JSON.stringify(clues)}: ${answer(clues)}`]))).toEqual([])
    expect(file.not_the_same.filter(({ name, domain }) => found({ name }).length > 0 || (domain !== null && found({ landing: `https://${domain}/` }).length > 0)).map(({ name }) => name)).toEqual([])
  })

  it.each(files.map((file) => [file.id, file] as const))('%s looks wrong in nothing but what was weighed', (_id, file) => {
    const weighed = [/^entry "Audi of America": the alias "Audi USA" reads as entry "Audi"/, /^entry "(IBM|Volkswagen Group)": the (name|alias) "(IBM|VW)" is short/]
    expect(checkList(file, packedWords, () => false).filter((warning) => !weighed.some((known) => known.test(warning)))).toEqual([])
  })

  it('matches the ads of an organisation as every other list does', () => {
    const shared = labels.flatMap(({ source }) => [real, ...files].flatMap((file) => file.entries.filter(({ name, id }) => name === source.name || id === source.id).map((other) => [matched(source), matched(other)] as const)))
    expect(shared.length).toBeGreaterThan(labels.length + 5)
    for (const [entry, other] of shared) expect(entry).toEqual(other)
  })

  it('has no entry without a source of its own', () => {
    // What enumerates names from spending data or a leaked paper confirms none of them; Chevrolet is the one that has nothing else, and is not confirmed.
    const enumerating = new Set(['mm-list-nationalmemo', 'mm-list-stuarte', 'npr-list-twitchy-2022-11-29', 'newser-2023-11', 'joemygod-nyt-2023-11-24'])
    const bare = labels.filter(({ source }) => source.sources.every((id) => enumerating.has(id)))
    expect(bare.map(({ source }) => [source.name, source.badge_ok])).toEqual([['Chevrolet', false]])
  })
})

describe('every label of the other lists', () => {
  it('never says that anybody joined: each acted on its own, its reasons are not told, or nothing is confirmed', () => {
    expect(breaking(({ source }) => (source.badge_ok ? ['paused-independently', 'paused-unclear'] : ['reported-quietly-paused']).includes(source.status))).toEqual([])
    expect(breaking(({ here, elsewhere }) => !/join|boycott/i.test(here + elsewhere))).toEqual([])
  })

  it('is in the past tense, and says of nothing that it lasts', () => {
    expect(breaking(({ source, here, elsewhere }) => [here, elsewhere].every((text) => (source.badge_ok ? /^(Announced|Reported to have paused|Advised|Said it had stopped) / : /^No confirmed record/).test(text)))).toEqual([])
    expect(breaking(({ here, elsewhere }) => !/\bis\b|\bare\b|\bhas\b|pausing|under way|starting|from|since|until/i.test(here + elsewhere))).toEqual([])
  })

  it('has the month in which it was done or said', () => {
    const months: Record<string, RegExp> = {
      'twitter-advertiser-pauses-2022-09': /September 2022/,
      'twitter-advertiser-pauses-2022-11': /(October|November) 2022/,
      'x-advertiser-pauses-2023-08': /August 2023/,
      'x-advertiser-pauses-2023-11': /(November|December) 2023/,
    }
    expect(breaking(({ file, source, here, elsewhere }) => [here, elsewhere].every((text) => (months[file.id]?.test(text) ?? false) === source.badge_ok))).toEqual([])
  })

  it('names the platform where it is shown on another, and only there', () => {
    expect(breaking(({ file, here, elsewhere }) => elsewhere.includes(` ${file.campaign.platform_name}`) && !/Twitter|\bX\b/.test(here))).toEqual([])
  })

  it('says "Announced" only where the organisation is on record with it', () => {
    expect(breaking(({ source, here, elsewhere }) => !/announced/i.test(here + elsewhere) || (source.claim === undefined && source.statement?.startsWith('Said ') === true))).toEqual([])
  })

  it('has a statement in the past tense, with a year', () => {
    expect(breaking(({ source }) => !source.badge_ok || /^(Said|Reported|Advised|Recommended) .*\b20\d\d\b/.test(source.statement ?? ''))).toEqual([])
  })

  it('fits on a badge', () => {
    expect(breaking(({ here, elsewhere }) => here.length <= 100 && elsewhere.length <= 100)).toEqual([])
  })
})
