import { existsSync, readFileSync } from 'node:fs'
import { ListProblem } from '../src/distribution/problem.ts'
import { parseAdjustments, writeAdjustments } from '../src/distribution/site-adjustments.ts'
import { ListError } from '../src/list/schema.ts'
import { isFit, type SiteAdjustments } from '../src/sites/adjust.ts'
import type { Sign, SiteFile, WordKind } from '../src/sites/types.ts'
import { ADJUSTMENTS } from './list-files.ts'

/** `sites.json` beside the lists: what is to be changed in how sites are read. */

export interface AdjustmentsFile {
  sites: SiteAdjustments
  /** What is published of it. */
  text: string
  /** What is allowed, and does nothing in this version of the extension. */
  doubts: string[]
}

const SIGNS: Readonly<Record<Sign, true>> = {
  label: true, 'aria-label': true, 'ads/about': true, 'paid for by': true, 'ad mark': true, 'ad hint': true, 'letters without styles': true, 'ad parameter': true, 'ad content': true,
  'paid partnership': true, suggested: true, time: true, unreadable: true, 'invisible text': true, 'hidden label': true, 'no header': true, none: true,
}

/**
 * Reads and checks what a folder of lists says of sites.
 * @param path how the file is called in messages
 * @returns null where there is nothing to publish of it
 * @throws ListError naming site and field of what is wrong
 */
export function readAdjustmentsFile(folder: URL, path: string): AdjustmentsFile | null {
  const url = new URL(ADJUSTMENTS, folder)
  if (!existsSync(url)) return null
  try {
    const sites = parseAdjustments(readFileSync(url, 'utf8'))
    if (Object.keys(sites).length === 0) return null
    const text = writeAdjustments(sites)
    // What is published, not what it was made of.
    parseAdjustments(text)
    return { sites, text, doubts: doubtsAbout(sites) }
  } catch (error) {
    if (error instanceof ListProblem) throw new ListError(path, [error.detail.replace('sites: ', '')])
    throw error
  }
}

function doubtsAbout(sites: SiteAdjustments): string[] {
  return Object.entries(sites).flatMap(([id, { ignore = [], labels = {} }]) => {
    const site = siteFile(id)
    if (!site) return [`no site is called "${id}"`]
    const words = Object.entries(labels).flatMap(([language, kinds]) => (Object.entries(kinds) as [WordKind, string[]][]).flatMap(([kind, all]) => all.filter((word) => !isFit(word, kind, site)).map((word) => `${id}, ${language}: "${word}" is left out as ${kind}`)))
    return [...ignore.filter((sign) => !Object.hasOwn(SIGNS, sign)).map((sign) => `${id}: no sign is called "${sign}"`), ...words]
  })
}

function siteFile(id: string): SiteFile | null {
  const url = new URL(`../src/sites/${id}.data.json`, import.meta.url)
  return existsSync(url) ? (JSON.parse(readFileSync(url, 'utf8')) as SiteFile) : null
}
