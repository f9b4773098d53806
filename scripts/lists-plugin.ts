import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import type { BundleFile } from '../src/background/bundled.ts'
import { writeDataFile } from '../src/distribution/data-file.ts'
import { compileLists } from '../src/list/compile.ts'
import { keysByValue } from '../src/list/keys-by-value.ts'
import type { PackedTable } from '../src/list/table.ts'
import { compileWords, wordPairs } from '../src/list/words.ts'
import { type ListFile, parseList } from '../src/list/schema.ts'
import { ADJUSTMENTS, listIds, readAbout } from './list-files.ts'
import { readAdjustmentsFile } from './site-adjustments.ts'

/**
 * Reads and checks every list of a folder.
 * @throws ListError naming file, entry and field of what is wrong
 */
export function readLists(folder: URL): ReturnType<typeof compileLists> {
  return compileLists(readListFiles(folder), readWords(), 'lists')
}

/**
 * Reads and checks every list of a folder, each for itself.
 * @throws ListError naming file, entry and field of what is wrong
 */
export function readListFiles(folder: URL): ListFile[] {
  const files = listIds(folder).map((id) => {
    const name = `${id}.json`
    const text = readFileSync(new URL(name, folder), 'utf8')
    const list = parseList(`lists/${name}`, text)
    if (list.id !== id) throw new Error(`lists/${name}: its id is "${list.id}", so the file must be named ${list.id}.json`)
    return list
  })
  if (files.length === 0) throw new Error(`no list in ${fileURLToPath(folder)}`)
  return files
}

/** @throws Error naming the line of tails.txt that is wrong */
export function readWords(): PackedTable {
  return compileWords(readTails())
}

function readTails(): string {
  return readFileSync(new URL('../src/list/tails.txt', import.meta.url), 'utf8')
}

/** Puts the lists into the package as they are published, so that updates begin from there. */
export function bundledLists(folder: URL): Plugin {
  let files: ListFile[]
  let name: string
  let sites: string | null
  return {
    name: 'bundled-lists',
    apply: 'build',
    buildStart() {
      // Before the last build is cleared away: a faulty list shouldn't cost that.
      files = readListFiles(folder)
      // Faults that only show between entries.
      compileLists(files, readWords(), '')
      name = readAbout(folder).name
      sites = readAdjustmentsFile(folder, `lists/${ADJUSTMENTS}`)?.text ?? null
    },
    generateBundle() {
      const lists = files.map((file) => ({ id: file.id, text: writeDataFile(file) }))
      const bundle: BundleFile = {
        format: 1,
        name,
        words: keysByValue(wordPairs(readTails())),
        lists: lists.map(({ id, text }) => ({ id, sha256: hashOf(text) })),
        sites: sites === null ? null : { sha256: hashOf(sites), text: sites },
      }
      this.emitFile({ type: 'asset', fileName: 'lists/bundle.json', source: JSON.stringify(bundle) })
      for (const { id, text } of lists) this.emitFile({ type: 'asset', fileName: `lists/${id}.json`, source: text })
    },
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
