import browser from 'webextension-polyfill'
import type { ListText } from '../distribution/check-lists.ts'
import { buildTable } from '../list/build-table.ts'
import { type KeysByValue, pairsOf } from '../list/keys-by-value.ts'
import type { PackedTable } from '../list/table.ts'

/** What the package holds of lists. */
export interface Bundle {
  format: 1
  /** What the lists are called together. */
  name: string
  /** The words that all lists share. */
  words: PackedTable
  lists: { id: string; sha256: string }[]
  /** What is to be changed in how sites are read, as it is published; null where nothing is. */
  sites: { sha256: string; text: string } | null
}

/** The same as scripts/lists-plugin.ts writes it. */
export interface BundleFile extends Omit<Bundle, 'words'> {
  words: KeysByValue
}

export type BundledText = ListText & { sha256: string }

/** @throws when the package is damaged */
export async function readBundle(): Promise<Bundle> {
  const file = (await (await packaged('lists/bundle.json')).json()) as BundleFile
  return { ...file, words: buildTable(pairsOf(file.words)) }
}

/** @throws when the package is damaged */
export async function readTexts({ lists }: Bundle): Promise<BundledText[]> {
  return Promise.all(lists.map(async (list) => ({ ...list, text: await (await packaged(`lists/${list.id}.json`)).text() })))
}

async function packaged(path: string): Promise<Response> {
  const response = await fetch(browser.runtime.getURL(path))
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return response
}
