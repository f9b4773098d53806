import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { compileLists } from '../src/list/compile.ts'
import type { PackedTable } from '../src/list/table.ts'
import { compileWords } from '../src/list/words.ts'
import { parseList } from '../src/list/schema.ts'
import { listIds } from './list-files.ts'

/**
 * Reads and checks every list of a folder.
 * @throws ListError naming file, entry and field of what is wrong
 */
export function readLists(folder: URL): ReturnType<typeof compileLists> {
  const hash = createHash('sha256')
  const files = listIds(folder).map((id) => {
    const name = `${id}.json`
    const text = readFileSync(new URL(name, folder), 'utf8')
    hash.update(text)
    const list = parseList(`lists/${name}`, text)
    if (list.id !== id) throw new Error(`lists/${name}: its id is "${list.id}", so the file must be named ${list.id}.json`)
    return list
  })
  if (files.length === 0) throw new Error(`no list in ${fileURLToPath(folder)}`)
  const words = readWords()
  hash.update(words.text)
  return compileLists(files, words, hash.digest('hex').slice(0, 16))
}

/** @throws Error naming the line of tails.txt that is wrong */
export function readWords(): PackedTable {
  return compileWords(readFileSync(new URL('../src/list/tails.txt', import.meta.url), 'utf8'))
}

/** Puts the compiled lists into the package: the index for pages, the entries for labels, the records for cards. */
export function compiledLists(folder: URL): Plugin {
  let lists: ReturnType<typeof readLists>
  return {
    name: 'compiled-lists',
    apply: 'build',
    buildStart() {
      // Before the last build is cleared away: a faulty list shouldn't cost that.
      lists = readLists(folder)
    },
    generateBundle() {
      const { index, entries, records } = lists
      this.emitFile({ type: 'asset', fileName: 'lists/index.json', source: JSON.stringify(index) })
      this.emitFile({ type: 'asset', fileName: 'lists/entries.json', source: JSON.stringify(entries) })
      this.emitFile({ type: 'asset', fileName: 'lists/records.json', source: JSON.stringify(records) })
    },
  }
}
