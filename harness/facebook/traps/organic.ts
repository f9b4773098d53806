import { pick, type Random } from '../../../demo/random.ts'
import type { Language } from '../languages.ts'
import { obfuscationOf, type Made } from '../obfuscations/index.ts'
import type { PagePost } from '../page.ts'
import { postHref, type PostParts } from '../parts.ts'
import { STRUCTURE_IDS, STRUCTURES, type StructureId } from '../structures.ts'

/** A post that looks like an ad to a careless program and to no person. */
export interface Trap {
  id: string
  /**
   * Posts whose ids begin with `ad: ` are ads indeed, put beside it.
   * @param demoId the `data-demo-id` of its first post; the trap's own id, if missing
   */
  html: (language: Language, random: Random, demoId?: string) => PagePost
}

/** What a trap is made with. */
export interface Setting {
  id: string
  language: Language
  random: Random
}

export const FRIEND = { name: 'Jane Roe', slug: 'jane.roe' }
export const PEOPLE = [{ name: 'Tomás Rivera', slug: 'tomas.rivera.12' }, { name: 'Priya Nair', slug: 'priya.nair.5' }] as const

export const STORY = 'We walked around the lake before breakfast and met nobody but a heron.'

/** A label of the language. */
export function labelIn({ language, random }: Pick<Setting, 'language' | 'random'>): string {
  return pick(random, language.labels)
}

/** What a time says: with digits, or in words alone. */
export function timeIn({ language, random }: Pick<Setting, 'language' | 'random'>): string {
  return pick(random, random() < 0.5 ? language.times : language.wordTimes)
}

export function plainTime(setting: Setting, slug: string = FRIEND.slug): string {
  return obfuscationOf('plain').make(timeIn(setting), setting.random, undefined, postHref(slug, setting.random)).slot
}

export type TrapParts = Partial<Omit<PostParts, 'id' | 'language' | 'random' | 'slot'>> & {
  /** Where it stands; anywhere, if missing. */
  structure?: StructureId
  /** Instead of a plain time. */
  slot?: string
} & Pick<Made, 'css' | 'elsewhere'>

/** A friend's post with whatever makes it a trap. */
export function organic(setting: Setting, { structure, css, elsewhere, ...parts }: TrapParts = {}): PagePost {
  const where = structure ?? pick(setting.random, STRUCTURE_IDS)
  const post: PostParts = { ...FRIEND, text: STORY, ...setting, slot: parts.slot ?? plainTime(setting, parts.slug), ...parts }
  return { structure: where, html: STRUCTURES[where].post(post), ...(css === undefined ? {} : { css }), ...(elsewhere === undefined ? {} : { elsewhere }) }
}

/** Traps of which each is one post in any structure. */
export function simple(traps: Record<string, (setting: Setting) => TrapParts>): Trap[] {
  return Object.entries(traps).map(([id, parts]) => ({
    id,
    html: (language, random, demoId = id) => {
      const setting = { id: demoId, language, random }
      return organic(setting, parts(setting))
    },
  }))
}
