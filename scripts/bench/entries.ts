import type { ListFile, ListFileEntry } from '../../src/list/schema.ts'
import type { Table } from '../../src/list/table.ts'
import { Random } from './random.ts'

/** Made-up lists of any size, of entries as long and as varied as those of the real one. */

const STARTS = ['b', 'br', 'c', 'd', 'f', 'fl', 'g', 'h', 'j', 'k', 'l', 'm', 'n', 'p', 'r', 's', 'st', 't', 'tr', 'v', 'w', 'z', '', '']
const VOWELS = ['a', 'a', 'e', 'e', 'i', 'i', 'o', 'o', 'u', 'y', 'ai', 'ea', 'io', 'ou']
const ENDS = ['', '', '', '', '', 'n', 'n', 'r', 'l', 's', 't', 'm', 'nd', 'x', 'ck']
/** Letters of other scripts that stand alone, so that no normalisation joins or drops them. */
const SCRIPTS = ['бвгдежзиклмнопрстуфхцчшщэюя', 'αβγδεζηθικλμνξοπρστυφχω', '東京大阪名古屋山川田中村金銀鉄電力自動車食品薬化学通信', '가나다라마바사아자차카타파하고노도로모보소오조']
const ACCENTS: Record<string, string> = { a: 'á', e: 'é', i: 'í', o: 'ö', u: 'ü', c: 'ç', n: 'ñ' }
const LEGAL = ['Inc.', 'Ltd', 'GmbH', 'LLC', 'AG', 'Corp.']
const ENDINGS = ['com', 'com', 'com', 'com', 'com', 'com', 'org', 'org', 'net', 'de', 'co.uk', 'ca', 'fr', 'io', 'eu', 'com.au']
/** How many words names have, and syllables a word that stands alone or among others. */
const WORDS = [1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 4]
const SYLLABLES_ALONE = [2, 3, 3]
const SYLLABLES = [1, 2, 2, 2, 3]
const SHORTEST_WORD = 3

export interface MadeList {
  file: ListFile
  /** One that is in no way on the list; its words hold digits, no entry's do. */
  stranger: () => ListFileEntry
}

/** @param words to keep countries, legal forms and the like from being parts of names */
export function makeList(size: number, words: Table): MadeList {
  const random = new Random(size)
  const taken = new Set<string>()
  const numbers = new Map<string, number>()
  const isNew = (bare: string) => !taken.has(bare) && taken.add(bare)

  function word(syllables: ArrayLike<number>): string {
    for (;;) {
      let text = ''
      for (let count = random.pick(syllables); count > 0; count--) text += random.pick(STARTS) + random.pick(VOWELS) + random.pick(ENDS)
      if (text.length >= SHORTEST_WORD && !words.get(`t${text}`)) return text
    }
  }

  function plainName(): string {
    const count = random.pick(WORDS)
    return Array.from({ length: count }, () => word(count === 1 ? SYLLABLES_ALONE : SYLLABLES)).join(' ')
  }

  /** In lower case and without accents, so that it is known whether it was there before. */
  function newName(): string {
    for (;;) {
      const name = plainName()
      if (isNew(name.replaceAll(' ', ''))) return name
    }
  }

  function otherScript(): string {
    const script = random.pick(SCRIPTS)
    for (;;) {
      const name = Array.from({ length: 3 + random.below(6) }, () => random.pick(script)).join('')
      if (isNew(name)) return name
    }
  }

  function asPrinted(name: string): string {
    const title = name.replace(/(^| )[a-z]/g, (first) => first.toUpperCase())
    if (random.chance(0.05)) return title.replace(/\B[aeioucn]/, (letter) => ACCENTS[letter] ?? letter)
    return random.chance(0.1) ? `${title} ${random.pick(LEGAL)}` : title
  }

  function alias(): string {
    return random.chance(0.08) ? otherScript() : asPrinted(newName())
  }

  function numbered(bare: string, ending: string): string {
    const domain = `${bare}.${ending}`
    const number = numbers.get(domain) ?? 0
    numbers.set(domain, number + 1)
    return number === 0 ? domain : `${bare}-${number}.${ending}`
  }

  function entry(plain: string): ListFileEntry {
    const bare = plain.replaceAll(' ', '')
    // Many go by their first word.
    const short = random.chance(0.4) ? (/^[a-z]{5,}/.exec(plain)?.[0] ?? bare) : bare
    const domains = [numbered(random.chance(0.1) ? plain.replaceAll(' ', '-') : short, random.pick(ENDINGS))]
    if (random.chance(0.35)) domains.push(numbered(random.chance(0.3) ? `${short}${random.pick(['group', 'online', 'shop', 'careers'])}` : short, random.pick(ENDINGS)))
    const other = `${short}${random.chance(0.6) ? '' : random.pick(['official', 'usa', 'hq', 'page'])}`
    const handle = isNew(other) ? other : bare
    return {
      id: plain.replaceAll(' ', '-'),
      name: asPrinted(plain),
      aliases: Array.from({ length: random.pick([0, 0, 0, 1, 1, 2]) }, alias),
      domains,
      handles: random.chance(0.55) ? { facebook: [handle] } : {},
      kind: 'company',
      industry: null,
      country: null,
      parent: null,
      brands_named_in_sources: [],
      status: 'joined',
      statement: null,
      badge_ok: true,
      scope: null,
      scope_short: null,
      announced: null,
      from: '2020-07',
      until: '2020-07',
      until_kind: 'campaign-default',
      duration: null,
      confidence: 'high',
      from_memory: false,
      match_risk: random.chance(0.3) ? 'high' : 'normal',
      sources: [],
      note: null,
    }
  }

  const entries = Array.from({ length: size }, () => entry(newName()))
  const others = Array.from({ length: Math.ceil(size / 50) }, () => {
    const like = random.pick(entries).name
    return { name: `${like} ${word(SYLLABLES)}`, confusable_with: like, domain: null, relation: 'unrelated' as const }
  })
  return {
    file: { ...FILE, entries, not_the_same: others },
stranger: () => entry(plainName().replace(/[aeiouy]/, '7').replace(/[aeiouy]/g, (vowel) => (random.chance(0.3) ? String(random.below(10)) : vowel))),
  }
}

const FILE: Omit<ListFile, 'entries' | 'not_the_same'> = {
  format: 1,
  id: 'made-up',
  updated: '2020-07-01',
  campaign: {
    name: 'Made Up',
    hashtag: null,
    platforms: ['nowhere'],
    platform_name: 'Nowhere',
    target: 'nobody',
    ask: 'nothing',
    launched: '2020-06-17',
    window_from: '2020-07-01',
    window_until: '2020-07-31',
    organisers: [],
    later_partners: [],
    claimed_participants: 'none',
    claimed_participants_source: 'none',
    participant_count_claims: [],
    trademark_note: null,
    sources: [],
  },
  sources: {},
}
