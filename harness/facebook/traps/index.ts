import { COMMENT_TRAPS, CONTENT_TRAPS } from './contents.ts'
import { GHOST_TRAPS } from './ghosts.ts'
import { NAME_TRAPS } from './names.ts'
import type { Trap } from './organic.ts'
import { RELATION_TRAPS } from './relations.ts'
import { TIME_TRAPS } from './times.ts'

export type { Trap } from './organic.ts'

/** Whatever an adapter says of these, it must not be `ad`. */
export const TRAPS: readonly Trap[] = [...TIME_TRAPS, ...GHOST_TRAPS, ...NAME_TRAPS, ...CONTENT_TRAPS, ...COMMENT_TRAPS, ...RELATION_TRAPS]
