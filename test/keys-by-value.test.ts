import { expect, it } from 'vitest'
import { readWords } from '../scripts/lists-plugin.ts'
import { buildTable } from '../src/list/build-table.ts'
import { keysByValue, pairsOf } from '../src/list/keys-by-value.ts'
import { openTable } from '../src/list/table.ts'

it('keys by their value are the pairs that they were made of', () => {
  const pairs = [['tgmbh', 'f'], ['tjapan', 'c'], ['t日本', 'c'], ['ruddg', 'u q']] as const
  expect(keysByValue(pairs)).toEqual({ f: ['tgmbh'], c: ['tjapan', 't日本'], 'u q': ['ruddg'] })
  expect(new Map(pairsOf(keysByValue(pairs)))).toEqual(new Map(pairs))
  expect(buildTable(pairsOf(keysByValue(pairs)))).toEqual(buildTable(pairs))
})

it('the words of the package are whole', () => {
  const table = openTable(readWords())
  expect(table.get('tgmbh')?.value).toBe('f')
  expect(table.get('tjapan')?.value).toBe('c')
})
