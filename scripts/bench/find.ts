import { openIndex } from '../../src/list/lookup.ts'
import type { ListFile, ListFileEntry } from '../../src/list/schema.ts'
import type { AdvertiserClues, CompiledIndex } from '../../src/list/types.ts'
import { eachOf, fresh, halfWarm, inTurns, type Spread } from './measure.ts'
import { Random } from './random.ts'

/** Nanoseconds of a look-up with all clues. */
export type FindFigures = Record<'hit' | 'near' | 'miss', Spread>

const ROUNDS = 7
const QUESTIONS = 5000

/**
 * Whole look-ups as pages ask them: of those on the list, of those who differ from one by a letter, and of others.
 * @throws Error on a wrong answer
 */
export function benchFind(json: string, { entries }: ListFile, stranger: () => ListFileEntry): FindFigures {
  const lookup = openIndex(JSON.parse(json) as CompiledIndex)
  const random = new Random(2)
  const hits = halfWarm([...entries.keys()], QUESTIONS, random).map((number) => ({ clues: cluesOf(entries[number] as ListFileEntry, random), number }))
  const near = hits.map(({ clues }) => ({ clues: misspelt(clues), number: undefined }))
  const misses = Array.from({ length: QUESTIONS }, () => ({ clues: cluesOf(stranger(), random), number: undefined }))
  const times = (questions: { clues: AdvertiserClues; number: number | undefined }[]) => () =>
    eachOf(questions.map(({ clues, number }) => ({ clues: freshly(clues), number })), ({ clues, number }) => {
      const found = lookup.find(clues)[0]?.entry
      if (found !== number) throw new Error(`${JSON.stringify(clues)} is ${number}, but found was ${found}`)
    })
  const ways = { hit: times(hits), near: times(near), miss: times(misses) }
  inTurns(2, ways)
  return inTurns(ROUNDS, ways)
}

function cluesOf({ name, domains: [domain = ''], handles }: ListFileEntry, random: Random): AdvertiserClues {
  return {
    name: random.chance(0.3) ? `${name} Canada` : name,
    page: handles.facebook?.[0] ?? name.replaceAll(/[ .]/g, ''),
    domain,
    landing: `https://www.${domain}/${random.pick(['', 'shop/summer', 'en-us/offers'])}?utm_source=facebook&utm_campaign=${random.below(1e6)}`,
  }
}

/** Digits stand in no name that was made up. */
function misspelt({ name, page, domain, landing }: AdvertiserClues): AdvertiserClues {
  return { name: wrong(name), page: wrong(page), domain: wrong(domain), landing: landing?.replace(domain ?? '', wrong(domain) ?? '') ?? null }
}

function wrong(text: string | null): string | null {
  return text?.replace(/^(..)./, '$17') ?? null
}

function freshly({ name, page, domain, landing }: AdvertiserClues): AdvertiserClues {
  return { name: name && fresh(name), page: page && fresh(page), domain: domain && fresh(domain), landing: landing && fresh(landing) }
}
