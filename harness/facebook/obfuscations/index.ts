import type { Random } from '../../../demo/random.ts'
import { nowhere } from '../../../demo/hrefs.ts'
import { GENERATED_LETTERS } from './generated-letters.ts'
import { HIDDEN_LETTERS } from './hidden-letters.ts'
import { MOVED_LETTERS } from './moved-letters.ts'
import { NAMED } from './named.ts'
import { PLAIN } from './plain.ts'
import type { Made, Recipe } from './recipe.ts'
import { SHADOW } from './shadow.ts'
import { SVG } from './svg.ts'

export type { Made } from './recipe.ts'

/** A way to write a label, or a time, so that people read it and scripts had better look twice. */
export interface Obfuscation {
  id: string
  /**
   * @param decoys letters that must not be read, all of them; letters like the text's own if missing
   * @param href where the link leads; nowhere, as a label does, if missing
   */
  make: (text: string, random: Random, decoys?: string, href?: string) => Made
}

const RECIPES: Record<string, Recipe> = { ...PLAIN, ...HIDDEN_LETTERS, ...MOVED_LETTERS, ...GENERATED_LETTERS, ...SVG, ...NAMED, ...SHADOW }

export const OBFUSCATIONS: readonly Obfuscation[] = Object.entries(RECIPES).map(([id, recipe]) => ({
  id,
  make: (text, random, decoys, href = nowhere(random)) => recipe({ text, random, decoys, href }),
}))

/** @throws Error for an obfuscation that isn't here */
export function obfuscationOf(id: string): Obfuscation {
  const found = OBFUSCATIONS.find((candidate) => candidate.id === id)
  if (!found) throw new Error(`no obfuscation ${id}`)
  return found
}
