import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { checkLists } from '../../src/distribution/check-lists.ts'
import { writeDataFile } from '../../src/distribution/data-file.ts'
import { type Bytes, sha256, utf8 } from '../../src/distribution/encoding.ts'
import { CONTROL_CHARACTERS } from '../../src/distribution/hidden-characters.ts'
import { ListProblem } from '../../src/distribution/problem.ts'
import { isPublicSuffix } from '../../src/distribution/public-suffix.ts'
import { ListError, type ListFile, parseList } from '../../src/list/schema.ts'
import type { PackedTable } from '../../src/list/table.ts'
import { ADJUSTMENTS, listIds, readAbout } from '../list-files.ts'
import { readWords } from '../lists-plugin.ts'
import { readAdjustmentsFile } from '../site-adjustments.ts'

/** The lists that are to be published, checked as clients check them. */

/** A data file: what is published of something. */
export interface SourceData {
  text: string
  bytes: Bytes
  sha256: string
}

export interface SourceList extends SourceData {
  file: ListFile
}

export interface SourceSites extends SourceData {
  /** How many. */
  count: number
  /** What publishers should know of it. */
  doubts: readonly string[]
}

export interface SourceLists {
  /** What they are called together. */
  name: string
  /** In the order of their ids. */
  lists: SourceList[]
  /** What is to be changed in how sites are read; null where nothing is. */
  sites: SourceSites | null
}

/**
 * Reads a folder of lists.
 * @param here the folder that files are named from in messages
 * @throws Error with a line for each fault
 */
export async function readSourceLists(folder: string, here: string): Promise<SourceLists> {
  const url = pathToFileURL(join(folder, '/'))
  const shown = (file: string) => relative(here, join(folder, file))
  const name = readName(url, shown('about.json'))
  const ids = listIds(url)
  if (ids.length === 0) throw new Error(`no list in ${folder}`)
  const words = readWords()
  const faults: string[] = []
  const lists: SourceList[] = []
  for (const id of ids) {
    const path = shown(`${id}.json`)
    try {
      lists.push(await readSource(id, path, readFileSync(join(folder, `${id}.json`), 'utf8'), words))
    } catch (error) {
      faults.push(...faultsOf(error, path))
    }
  }
  let sites: SourceSites | null = null
  try {
    sites = await readSites(url, shown(ADJUSTMENTS))
  } catch (error) {
    faults.push(...faultsOf(error, shown(ADJUSTMENTS)))
  }
  if (faults.length > 0) throw new Error(faults.join('\n'))
  return { name, lists, sites }
}

/** @throws what isn't about a file's content */
function faultsOf(error: unknown, path: string): string[] {
  if (!(error instanceof ListError)) throw error
  return error.faults.map((fault) => `error: ${path}: ${fault}`)
}

/** @throws ListError */
async function readSites(folder: URL, path: string): Promise<SourceSites | null> {
  const file = readAdjustmentsFile(folder, path)
  return file && { count: Object.keys(file.sites).length, doubts: file.doubts.map((doubt) => `${path}: ${doubt}`), ...(await dataOf(file.text)) }
}

/** @throws ListError */
async function readSource(id: string, path: string, json: string, words: PackedTable): Promise<SourceList> {
  const file = parseList(path, json)
  if (file.id !== id) throw new ListError(path, [`its id is "${file.id}", so the file must be named ${file.id}.json`])
  const text = writeDataFile(file)
  try {
    // What is published, not what it was made of.
    checkLists([{ id, text }], words, isPublicSuffix)
  } catch (error) {
    if (error instanceof ListProblem) throw new ListError(path, [error.detail.replace(`${id}: `, '')])
    throw error
  }
  return { file, ...(await dataOf(text)) }
}

async function dataOf(text: string): Promise<SourceData> {
  const bytes = utf8(text)
  return { text, bytes, sha256: await sha256(bytes) }
}

function readName(folder: URL, path: string): string {
  let name: string
  try {
    ;({ name } = readAbout(folder))
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`, { cause: error })
  }
  if (CONTROL_CHARACTERS.test(name)) throw new Error(`${path}: hidden characters in the name`)
  return name
}
