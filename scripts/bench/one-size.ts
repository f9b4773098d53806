import { compileIndex, listKeys } from '../../src/list/compile.ts'
import { openTable } from '../../src/list/table.ts'
import { readWords } from '../lists-plugin.ts'
import { benchDomains } from './domains.ts'
import { makeList } from './entries.ts'
import { benchFind } from './find.ts'
import { benchTable } from './table-and-map.ts'

/** Everything about one size, in a process of its own: `one-size.ts SIZE`; prints its figures as JSON. */

const size = Number(process.argv[2])
const say = (what: string) => console.error(`${size.toLocaleString('en')} entries: ${what} …`)

say('made up')
const words = readWords()
const { file, stranger } = makeList(size, openTable(words))
say('compiled')
const keys = listKeys(file, openTable(words))
const index = JSON.stringify({ format: 2, hash: 'made up', words, lists: [compileIndex(file, keys)] })
const pairs = [...keys]
keys.clear()

say('table and Map')
const table = benchTable(index, pairs, stranger)
say('whole look-ups')
const find = benchFind(index, file, stranger)
say('domains, with the ad blocker')
const domains = benchDomains(index, file, stranger)
console.log(JSON.stringify({ size, table, find, domains }))
