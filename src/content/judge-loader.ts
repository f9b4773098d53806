import type { Advertiser } from '../sites/types.ts'
import type { AdOnPage } from './ad.ts'

/** @returns nothing for what is never labelled */
export type Judge = (advertiser: Advertiser) => AdOnPage | undefined

/** @param stored as the background keeps it for pages */
export type OpenJudge = (stored: unknown, site: string) => Judge | null

/** Where the judge's script leaves its function: the isolated world, which the page can't see. */
export type JudgeHost = typeof globalThis & { adpledgeJudge?: OpenJudge }
