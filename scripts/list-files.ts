import { readdirSync, readFileSync } from 'node:fs'
import { type ListFile, parseList } from '../src/list/schema.ts'

const FOLDER = new URL('../lists/', import.meta.url)

/** Ids of a folder's lists, as their files are named. */
export function listIds(folder = FOLDER): string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json')).map((name) => name.slice(0, -'.json'.length)).toSorted()
}

/** Where a list is kept. */
export function listPath(id: string): URL {
  return new URL(`${id}.json`, FOLDER)
}

/**
 * Reads a list that is here.
 * @throws ListError naming entry and field of what is wrong
 */
export function readList(id: string): ListFile {
  return parseList(`lists/${id}.json`, readFileSync(listPath(id), 'utf8'))
}
