import { bare2026, feed2020, feed2024, feed2026, group, search } from './comet.ts'
import { stream2018 } from './stream-2018.ts'

/** The page structures of a feed, by the year (or page) that they were seen in. */
export const STRUCTURES = {
  'of 2018': stream2018,
  'of 2020': feed2020,
  'of 2024': feed2024,
  'of 2026': feed2026,
  'of 2026, bare': bare2026,
  search,
  group,
} as const

export type StructureId = keyof typeof STRUCTURES
export const STRUCTURE_IDS = Object.keys(STRUCTURES) as StructureId[]
