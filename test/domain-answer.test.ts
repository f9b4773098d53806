import { describe, expect, it } from 'vitest'
import { answerDomain } from '../src/background/domain-answer.ts'
import { ListFinder } from '../src/background/list-finder.ts'
import { compileLists, compileRecord } from '../src/list/compile.ts'
import type { PageData } from '../src/shared/page-data.ts'
import type { BadgeLabel } from '../src/shared/page-data.ts'
import { labelTable } from './label-table.ts'
import { entry, listOf, lookAlike, packedWords } from './lists.ts'

const label = (status: BadgeLabel['status'], text: string, of: string | null): BadgeLabel => ({ status, text, dates: null, entryName: of, entry: of })
const file = listOf(
  'small',
  [
    entry('Acme', { id: 'Acme', domains: ['acme.com'] }),
    entry('Beta', { id: 'Beta', domains: ['beta.com'], badge_ok: false, statement: 'Rumoured' }),
    entry('Votes', { id: 'Votes', domains: ['votes.com'], kind: 'political-campaign' }),
  ],
  [lookAlike('Acme Anvils', 'Acme', 'acmeanvils.com')],
)
const other = listOf('other', [entry('Acme Group', { id: 'Acme Group', domains: ['acme.com'] })])
const labels = {
  small: [[0, label('joined', 'Joined', 'Acme'), label('joined', 'Joined (Facebook)', 'Acme')], [1, label('unconfirmed', 'No confirmed record', 'Beta')]],
  // A person's own label reads the same everywhere.
  other: [[0, label('yours', 'Your label: friends', 'Acme Group')]],
} as const
const unlisted = label('unlisted', 'Not on the list', null)
const data: PageData = {
  index: compileLists([file, other], packedWords, 'hash').index,
  wording: { unlisted, labels: [labelTable(labels.small), labelTable(labels.other)] },
  look: { styles: '', lang: 'en', dir: 'ltr', icons: {} as PageData['look']['icons'], events: [], corner: null },
}
const recordOf = (list: string, id: string) => {
  const from = [file, other].find((one) => one.id === list)
  const found = from?.entries.find((one) => one.id === id)
  return Promise.resolve(from && found ? compileRecord(from, found) : null)
}
const answer = (domain: string) => answerDomain(new ListFinder(data, null), domain, recordOf)

describe('answerDomain', () => {
  it('has every record of a domain, worded with its platform, and own labels without a record', async () => {
    for (const domain of ['acme.com', 'shop.acme.com']) {
      const found = await answer(domain)
      expect(found.kind).toBe('listed')
      if (found.kind !== 'listed') continue
      const [first, second] = found.records
      expect(first).toMatchObject({ label: { text: 'Joined (Facebook)' }, level: 'certain', statement: 'It joined', list: { campaign: 'Stop Hate for Profit', accordingTo: null } })
      expect(second).toEqual({ label: labels.other[0][1], level: 'certain', statement: null, list: null, sources: [] })
      expect(found.records).toHaveLength(2)
    }
  })

  it('makes no claim of what is not confirmed', async () => {
    expect(await answer('beta.com')).toMatchObject({ kind: 'listed', records: [{ label: { status: 'unconfirmed' }, statement: null }] })
  })

  it('never labels politics', async () => {
    expect(await answer('votes.com')).toEqual({ kind: 'political' })
  })

  it.each(['facebook.com', 'apps.apple.com', 'someone.substack.com', 'bit.ly'])('says nothing of one company on a platform: %s', async (domain) => {
    expect(await answer(domain)).toEqual({ kind: 'platform' })
  })

  it.each(['acme.example', 'notacme.com', 'acmeanvils.com', 'com', '', 'acme.com.evil.example'])('has nothing about %s', async (domain) => {
    expect(await answer(domain)).toEqual({ kind: 'unlisted', label: unlisted })
  })

  it('is of no data that is damaged', () => {
    expect(() => new ListFinder({ ...data, wording: { unlisted, labels: [] } }, null)).toThrow()
    expect(() => new ListFinder(undefined as unknown as PageData, null)).toThrow()
  })
})
