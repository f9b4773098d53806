import { checkListsInSteps, type ListText } from '../distribution/check-lists.ts'
import type { Head } from '../distribution/head.ts'
import { isPublicSuffix } from '../distribution/public-suffix.ts'
import { parseAdjustments } from '../distribution/site-adjustments.ts'
import type { ListFile } from '../list/schema.ts'
import type { SourceInfo } from '../shared/messages.ts'
import { inTurns } from '../shared/steps.ts'
import type { SiteAdjustments } from '../sites/adjust.ts'
import type { Bundle, BundledText } from './bundled.ts'
import { type Held, isList } from './sync/syncer.ts'

/** A publisher's lists as they are in use. */
export interface LoadedLists {
  /** What its publisher calls it; see {@link distinctNames} for what it is called here. */
  name: string
  using: 'bundled' | 'synced' | 'nothing'
  /** Of the published lists in use. */
  head: Head | null
  files: readonly ListFile[]
  /** What is to be changed in how sites are read. */
  sites: SiteAdjustments
}

/** What popup and options page show of a publisher's lists. */
export interface SourceSummary extends Pick<LoadedLists, 'using' | 'head'>, Pick<SourceInfo, 'name' | 'lists'> {}

type Readable = Pick<LoadedLists, 'files' | 'sites'>

/** Reads and checks lists; rejects for what can't be taken. */
export type Check = (texts: readonly ListText[], words: Bundle['words']) => Promise<readonly ListFile[]>

/** With pauses: of a large list it takes many seconds. */
export const checkInTurns: Check = (texts, words) => inTurns(checkListsInSteps(texts, words, isPublicSuffix))

/** What is subscribed to, and hasn't come yet. */
export async function loadSubscribed(held: Held | null, words: Bundle['words'], name: string, check = checkInTurns): Promise<LoadedLists> {
  const synced = held && (await readable(held, words, check))
  return held && synced ? { name: held.head.name, using: 'synced', head: held.head, ...synced } : { name: name, using: 'nothing', head: null, files: [], sites: {} }
}

/** The newer of what came with the extension and what was synced. */
export async function loadOwn({ name, words, sites }: Bundle, texts: readonly BundledText[], held: Held | null, check = checkInTurns): Promise<LoadedLists> {
  const files = await checkInTurns(texts, words)
  const synced = held && (await readable(held, words, check))
  // After an update of the extension its list may be newer; on the same day the published one has the last word.
  if (held && synced && newest(synced.files) >= newest(files)) return { name: held.head.name, using: 'synced', head: held.head, ...synced }
  return { name: name, using: 'bundled', head: null, files, sites: sites ? parseAdjustments(sites.text) : {} }
}

/**
 * What subscribed lists are called here: one that has the own list's name, or that of another, gets its host beside it,
 * since labels say "according to NAME".
 * @param own the build's own list's names
 */
export function distinctNames(own: readonly string[], subscribed: readonly { name: string; address: string }[]): string[] {
  return subscribed.map(({ name, address }, at) => {
    const others = [...own, ...subscribed.filter((_, other) => other !== at).map((other) => other.name)]
    const isTaken = others.some((other) => comparable(other) === comparable(name)) || comparable(name).includes('adpledge')
    return isTaken ? `${name} (${new URL(address).host})` : name
  })
}

function comparable(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

/** Day of the newest of some lists, `YYYY-MM-DD`. */
export function newest(files: readonly Pick<ListFile, 'updated'>[]): string {
  return files.map(({ updated }) => updated).toSorted().at(-1) ?? ''
}

/** @returns null for what an older or newer version of the extension took and this one wouldn't */
async function readable({ texts }: Held, words: Bundle['words'], check: Check): Promise<Readable | null> {
  try {
    const sites = texts.find((one) => !isList(one))
    return { files: await check(texts.filter(isList), words), sites: sites ? parseAdjustments(sites.text) : {} }
  } catch {
    return null
  }
}
