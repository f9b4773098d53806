import { expect } from 'vitest'
import { send } from '../../../harness/misbehaviour.ts'
import { signText } from '../../../harness/list-signer.ts'
import { writeDataFile } from '../../../src/distribution/data-file.ts'
import type { ListFile } from '../../../src/list/schema.ts'
import { acme, type Json, zenith } from '../../list-json.ts'
import { bundledText } from '../client.ts'
import { failureCase, firms, listOf, type Situation } from '../situation.ts'

/** What may come, signed or not. */

/** Signs and publishes lists, each of which is refused as `invalid`; @returns what was wrong with them. */
async function refusesLists(situation: Situation, lists: readonly (Json | string)[]): Promise<string[]> {
  const details: string[] = []
  for (const list of lists) details.push(await situation.refusesOne('invalid', { lists: [list] }))
  return details
}

/** A list with such entries. */
const withEntries = (...entries: Json[]): Json => listOf(0, { entries, not_the_same: [] })

failureCase(18, async (situation) => {
  const { host, key } = situation
  await situation.takes()
  situation.publish()
  host.behave('head', send(''))
  await situation.refuses('not-a-list')
  host.behave('head', send(signText(key, '')))
  await situation.refuses('not-a-list')
  host.recover()
  host.behave('data', send(''))
  await situation.refuses('damaged')
  host.recover()
  // Empty on purpose: a file has a byte at least, and a list is JSON.
  await situation.refusesOne('not-a-list', { lists: [''] })
  await situation.refusesOne('not-a-list', { lists: [] })
  await refusesLists(situation, [' '])
  await situation.recovers()
})

failureCase(19, async (situation) => {
  const { host, key } = situation
  await situation.takes()
  situation.publish()
  for (const text of ['{}', '[]', 'null', '7', '"text"', '{"format":1}', '[{"name":"Acme"}]', '{', 'undefined']) {
    for (const body of [text, signText(key, text)]) {
      host.behave('head', send(body))
      await situation.refuses('not-a-list')
    }
    host.recover()
    await situation.refusesOne('invalid', { lists: [text] })
  }
  // Right, but for what is in it or isn't.
  for (const head of [{ extra: true }, { files: undefined }, { created: 'yesterday' }, { created: '2026-09-02T00:00:00Z' }, { name: '' }, { files: [{}] }]) await situation.refusesOne('not-a-list', { head })
  await situation.refusesOne('invalid', { head: { files: [{ kind: 'picture', id: 'small', size: 7, sha256: '0'.repeat(64), differences: [] }] } })
  await situation.recovers()
})

failureCase(20, async (situation) => {
  const { host, key } = situation
  await situation.takes()
  const { head } = situation.publish()
  host.behave('head', send(head.toString().replace('AdPledge list 1', 'AdPledge list 2')))
  expect(await situation.refuses('newer-format')).toBe('AdPledge list 2')
  // Whatever else a later format brings.
  host.behave('head', send(signText(key, JSON.stringify({ format: 2, shards: [] }))))
  expect(await situation.refuses('newer-format')).toBe('format 2')
  host.recover()
  const [detail] = await refusesLists(situation, [listOf(0, { format: 2 })])
  expect(detail).toContain('format must be 1')
  await situation.recovers()
})

failureCase(21, async (situation) => {
  await situation.takes({ lists: [withEntries(...firms(50))] })
  const details = await refusesLists(situation, [
    withEntries(...firms(50, (at) => (at === 30 ? { status: 'perhaps' } : {}))),
    withEntries(...firms(50, (at) => (at === 30 ? { from: '2020-13-01' } : {}))),
    withEntries(...firms(50, (at) => (at === 30 ? { sources: ['nowhere'] } : {}))),
  ])
  // All or nothing: an entry that is left out silently would be called "not on the list".
  for (const detail of details) expect(detail).toMatch(/^small: entry "Firm30": /)
  await situation.recovers({ lists: [withEntries(...firms(50))] })
})

failureCase(22, async (situation) => {
  const { client } = situation
  await situation.takes()
  const details = await refusesLists(situation, [
    withEntries(acme(), zenith({ id: 'acme' })),
    withEntries(acme(), zenith({ aliases: ['ACME'] })),
    withEntries(acme(), zenith({ aliases: ['Acme Works Inc.'] })),
    withEntries(acme(), zenith({ domains: ['acme.com'] })),
    withEntries(acme(), zenith({ handles: { facebook: ['acme'] } })),
  ])
  expect(details.map((detail) => /already used|the name|the domain|the page/.exec(detail)?.[0])).toEqual(['already used', 'the name', 'the name', 'the domain', 'the page'])
  // Two files of one list, and a file of another list's name.
  const [file] = JSON.parse(situation.publish().head.toString().split('\n').slice(2).join('\n')).files as Json[]
  await situation.refusesOne('not-a-list', { head: { files: [file, file] } })
  await situation.refusesOne('invalid', { head: { files: [{ ...file, id: 'other' }] } })
  // Who owns whom is text for readers: a circle of it leads nowhere.
  await situation.takes({ lists: [withEntries(acme({ parent: 'Zenith' }), zenith({ parent: 'Acme Works' }))] })
  expect((await client.inUse()).files[0]?.entries).toHaveLength(2)
  await situation.recovers()
})

failureCase(23, async (situation) => {
  await situation.takes()
  const domains = ['facebook.com', 'www.facebook.com', 'm.facebook.com', 'google.com', 'docs.google.com', 'co.uk', 'com', 'gov.au', 'k12.ca.us', 'kawasaki.jp', 'uk.com', 'github.io', 's3.amazonaws.com', 'localhost', '127.0.0.1']
  const details = await refusesLists(situation, domains.map((domain) => withEntries(acme({ domains: ['acme.com', domain] }))))
  for (const detail of details) expect(detail).toMatch(/^small: entry "Acme Works": /)
  await situation.recovers()
})

failureCase(24, async (situation) => {
  const { client } = situation
  // Already against what came with the extension.
  client.bundled = [bundledText(withEntries(...firms(40)))]
  expect(await situation.refusesOne('shrunk', { lists: [withEntries(...firms(20))] })).toBe('20 of 40 entries would be gone')
  await situation.takes({ lists: [withEntries(...firms(40))] })
  expect(await situation.refusesOne('shrunk', { lists: [withEntries(...firms(27))] })).toBe('13 of 40 entries would be gone')
  // As many, but others.
  await situation.refusesOne('shrunk', { lists: [withEntries(...firms(40, (at) => ({ id: `other-${at}` })))] })
  await situation.refusesOne('shrunk', { lists: [withEntries()] })
  // A few are gone in the course of things.
  await situation.takes({ lists: [withEntries(...firms(28))] })
  // More of them only where their publisher says so, of this version or one that was missed, …
  await situation.refusesOne('shrunk', { lists: [withEntries(...firms(5))], head: { shrunk: 1 } })
  const version = situation.version + 2
  await situation.takes({ version, lists: [withEntries(...firms(5))], head: { shrunk: version - 1 } })
  // … and not of everything for ever after.
  await situation.recovers({ lists: [withEntries(...firms(30))], head: { shrunk: version - 1 } })
  await situation.refusesOne('shrunk', { lists: [withEntries(...firms(5))], head: { shrunk: version - 1 } })
  // Of a short list ten may go, and not the last.
  const shorter = situation.version + 1
  await situation.takes({ lists: [withEntries(...firms(3))], head: { shrunk: shorter } })
  await situation.refusesOne('shrunk', { lists: [withEntries()], head: { shrunk: shorter } })
  await situation.takes({ lists: [withEntries(...firms(1))], head: { shrunk: shorter } })
})

failureCase(25, async (situation) => {
  const { client } = situation
  await situation.takes()
  const text = (entry: string) => writeDataFile(withEntries(acme()) as ListFile).replace('"kind":"company"', `"kind":"company",${entry}`)
  await refusesLists(situation, [
    withEntries(acme({ name: 'A'.repeat(2_001) })),
    withEntries(acme({ aliases: ['x '.repeat(500_000)] })),
    withEntries(acme({ domains: [`${'a.'.repeat(2_000)}com`] })),
    withEntries(acme({ note: 'n'.repeat(1_000_000) })),
    text('"__proto__":{"polluted":true}'),
    text('"constructor":{"prototype":{"polluted":true}}'),
    text('"toString":1'),
  ])
  const [file] = JSON.parse(situation.publish().head.toString().split('\n').slice(2).join('\n')).files as Json[]
  for (const name of ['N'.repeat(101), 'A\u0000B']) await situation.refusesOne('not-a-list', { head: { name } })
  await situation.refusesOne('not-a-list', { head: { files: [{ ...file, id: 'x'.repeat(101) }] } })
  await situation.refusesOne('not-a-list', { head: { files: Array.from({ length: 501 }, (_, at) => ({ ...file, id: `small-${at}` })) } })
  // As names they are names.
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf']
  const sources = { news: { title: 'News', url: 'https://news.example/1', date: null, kind: 'news' } }
  await situation.takes({ lists: [listOf(0, { entries: firms(names.length, (at) => ({ name: names[at] })), not_the_same: [], sources })] })
  expect((await client.inUse()).files[0]?.entries.map(({ name }) => name)).toEqual(names)
  expect(({} as Json)['polluted']).toBeUndefined()
  await situation.recovers()
})

failureCase(26, async (situation) => {
  await situation.takes()
  for (const url of ['javascript:alert(1)', ' javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'data:text/html,<script>1</script>', 'http://news.example/1', 'https://', 'https:javascript:alert(1)', '//news.example/1', 'https://news']) {
    const [detail] = await refusesLists(situation, [listOf(0, { sources: { news: { title: 'News', url, date: null, kind: 'news' } } })])
    expect(detail).toContain('must be an address that starts with https://')
  }
  await refusesLists(situation, ['javascript:alert(1)', 'javascript://acme.com', 'acme.com/"><script>'].map((domain) => withEntries(acme({ domains: [domain] }))))
  await situation.recovers()
})

failureCase(27, async (situation) => {
  const { client } = situation
  await situation.takes()
  const hidden = await refusesLists(situation, [
    ...['Acme\u202eskroW', 'Ac\u200bme', 'Ac\u00adme', 'Acme\u2066', 'Ac\ufeffme', 'Ac\u2060me', 'Acme\u{e0041}', 'Acme\u0007', 'Ac\u200dme'].map((name) => withEntries(acme({ name }))),
    withEntries(acme({ aliases: ['Ac\u202eme'] })),
    withEntries(acme({ statement: 'It paused\u2028its ads' })),
    listOf(0, { campaign: { ...(listOf(0)['campaign'] as Json), name: 'Camp\u202eaign' } }),
  ])
  for (const detail of hidden) expect(detail).toContain('hidden characters')
  // Letters of other scripts that look like those of this one: Cyrillic а, Greek ο.
  const mixed = await refusesLists(situation, [withEntries(acme({ name: '\u0410cme' })), withEntries(acme({ aliases: ['F\u03bfrd'] }))])
  for (const detail of mixed) expect(detail).toContain('several scripts')
  // What scripts and emoji need is no trick.
  const names = ['Газпром', 'Ελλάς', 'نامه\u200cها', 'क्\u200dष', 'Acme 👩\u200d💻', 'Nestlé', 'Яндекс Go']
  await situation.takes({ lists: [withEntries(...firms(names.length, (at) => ({ name: names[at] })))] })
  expect((await client.inUse()).files[0]?.entries.map(({ name }) => name)).toEqual(names)
  await situation.recovers()
})

failureCase(28, async (situation) => {
  await situation.takes()
  const [file] = JSON.parse(situation.publish().head.toString().split('\n').slice(2).join('\n')).files as Json[]
  for (const head of [{ version: '9' }, { format: '1' }, { shrunk: '1' }, { version: 9.5 }, { version: -9 }, { version: null }, { created: 1_777_593_600 }, { files: [{ ...file, size: String(file?.['size']) }] }]) {
    await situation.refusesOne('not-a-list', { head })
  }
  await refusesLists(situation, [listOf(0, { format: '1' }), withEntries(acme({ badge_ok: 'true' })), withEntries(acme({ from_memory: 0 })), withEntries(acme({ name: 7 })), withEntries(acme({ from: 2020 })), listOf(0, { updated: 20_260_501 })])
  await situation.recovers()
})
