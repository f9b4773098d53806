import browser from 'webextension-polyfill'
import type { ListText } from '../distribution/check-lists.ts'
import type { PackedTable } from '../list/table.ts'

/** What the package holds of lists; written by scripts/lists-plugin.ts. */
export interface Bundle {
  format: 1
  /** What the lists are called together. */
  name: string
  /** The words that all lists share. */
  words: PackedTable
  lists: { id: string; sha256: string }[]
}

export interface BundledLists extends Omit<Bundle, 'lists'> {
  lists: (ListText & { sha256: string })[]
}

/** @throws when the package is damaged */
export async function readBundled(): Promise<BundledLists> {
  const { lists, ...bundle } = (await (await packaged('lists/bundle.json')).json()) as Bundle
  const texts = lists.map(async (list) => ({ ...list, text: await (await packaged(`lists/${list.id}.json`)).text() }))
  return { ...bundle, lists: await Promise.all(texts) }
}

async function packaged(path: string): Promise<Response> {
  const response = await fetch(browser.runtime.getURL(path))
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return response
}
