import { marketplace } from './marketplace.ts'
import { mobile, oldMobile } from './mobile.ts'
import { column, oldColumn } from './column.ts'
import type { Surface } from './surface.ts'
import { reels, watch } from './videos.ts'

/** Pages of Facebook that aren't its feed. Posts are named "ad: …" or "trap: …" by their `data-demo-id`. */
export const SURFACES: readonly Surface[] = [column, oldColumn, marketplace, watch, reels, mobile, oldMobile]
