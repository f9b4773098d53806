import { readdirSync, readFileSync } from 'node:fs'
import * as v from 'valibot'
import { type ListFile, parseList } from '../src/list/schema.ts'

export const FOLDER = new URL('../lists/', import.meta.url)
/** What the lists of a folder are called together. */
const ABOUT = 'about.json'
/** What is to be changed in how sites are read. */
export const ADJUSTMENTS = 'sites.json'

/** Ids of a folder's lists, as their files are named. */
export function listIds(folder = FOLDER): string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json') && name !== ABOUT && name !== ADJUSTMENTS).map((name) => name.slice(0, -'.json'.length)).toSorted()
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

const about = v.strictObject({ name: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(100)) })

/**
 * What a folder's lists are called together: what subscribers see as "according to NAME".
 * @throws Error when about.json is missing or has another shape
 */
export function readAbout(folder = FOLDER): v.InferOutput<typeof about> {
  const result = v.safeParse(about, JSON.parse(readFileSync(new URL(ABOUT, folder), 'utf8')))
  if (!result.success) throw new Error(`${ABOUT} must be { "name": "…" }: ${result.issues[0].message}`)
  return result.output
}
