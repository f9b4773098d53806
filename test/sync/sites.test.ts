import { expect, test } from 'vitest'
import { sha256Of, signLists } from '../../harness/list-signer.ts'
import { send } from '../../harness/misbehaviour.ts'
import { dataPath } from '../../src/distribution/addresses.ts'
import { writeAdjustments } from '../../src/distribution/site-adjustments.ts'
import type { SiteAdjustments } from '../../src/sites/adjust.ts'
import { file } from '../list-json.ts'
import { bundledText } from './client.ts'
import { listOf, Situation } from './situation.ts'

/** What a published list says of sites: taken and dropped along with the list, and from the build's own list alone. */

const OFF: SiteAdjustments = { facebook: { off: true } }
const said = (sites: object) => ({ format: 1, sites })
const sitesIn = async ({ client }: Situation) => (await client.inUse()).sites

test('it is taken with the list, is there after a restart, and goes with the next that has none', async () => {
  const situation = await Situation.open()
  const { client } = situation
  expect(await sitesIn(situation)).toEqual({})
  await situation.takes({ sites: said(OFF) })
  expect(await sitesIn(situation)).toEqual(OFF)
  expect(client.store.dataKeys()).toHaveLength(2)
  client.restart()
  expect(await sitesIn(situation)).toEqual(OFF)
  const words = { x: { labels: { de: { sponsored: ['Werbung'] } } } }
  await situation.takes({ sites: said(words) })
  expect(await sitesIn(situation)).toEqual(words)
  expect(client.store.dataKeys()).toHaveLength(2)
  await situation.takes()
  expect(await sitesIn(situation)).toEqual({})
  // What is no longer needed is swept.
  expect(client.store.dataKeys()).toHaveLength(1)
})

test('it is loaded only when it has changed', async () => {
  const situation = await Situation.open()
  const { client, host } = situation
  const loads = (text: string) => host.dataRequests().filter(({ path }) => path.endsWith(dataPath(sha256Of(text)))).length
  const text = writeAdjustments(OFF)
  await situation.takes({ sites: text })
  await situation.takes({ sites: text })
  expect(loads(text)).toBe(1)
  // Nor when it came with the extension.
  const packaged = writeAdjustments({ x: { off: true } })
  client.bundledSites = { sha256: sha256Of(packaged), text: packaged }
  await situation.takes({ sites: packaged })
  expect(loads(packaged)).toBe(0)
  expect(await sitesIn(situation)).toEqual({ x: { off: true } })
})

test('what came with the extension counts until a list is synced, and again where it is the newer one', async () => {
  const situation = await Situation.open()
  const { client } = situation
  const packaged = { x: { off: true } }
  client.bundledSites = { sha256: '', text: writeAdjustments(packaged) }
  expect(await sitesIn(situation)).toEqual(packaged)
  await situation.takes({ sites: said(OFF) })
  expect(await sitesIn(situation)).toEqual(OFF)
  // A list that says nothing of sites takes that back.
  await situation.takes()
  expect(await sitesIn(situation)).toEqual({})
  client.bundled = [bundledText(file({ updated: '2026-05-30' }))]
  expect(await sitesIn(situation)).toEqual(packaged)
})

test('one that is malformed refuses the whole update, and the next good one is taken', async () => {
  const situation = await Situation.open()
  await situation.takes({ sites: said(OFF) })
  const { version } = await situation.client.state()
  for (const sites of ['{', '{"format":2,"sites":{}}', said({ facebook: { off: 'no' } }), said({ facebook: { selector: 'div' } }), said({ x: { labels: { de: { sponsored: ['Wer\u202ebung'] } } } }), '{"format":1,"sites":{"x":{"__proto__":{"off":true}}}}']) {
    expect(await situation.refusesOne('invalid', { sites })).toMatch(/^sites: /)
    expect(await situation.client.state()).toMatchObject({ version })
    expect(await sitesIn(situation)).toEqual(OFF)
  }
  await situation.recovers({ sites: said({}) })
  expect(await sitesIn(situation)).toEqual({})
})

test('one that isn’t what the head says refuses the update, and so does a head without a list', async () => {
  const situation = await Situation.open()
  const { host } = situation
  const texts = await situation.takes({ sites: said(OFF) })
  const { texts: next } = situation.publish({ sites: said({ x: { off: true } }) })
  host.behave(`/${dataPath(sha256Of(next.at(-1) ?? ''))}`, send('{"format":1,"sites":{}}'))
  await situation.refuses('damaged')
  host.recover()
  const { head } = situation.publish({ sites: said(OFF) })
  const { files } = JSON.parse(head.toString().split('\n').slice(2).join('\n')) as { files: { kind: string }[] }
  await situation.refusesOne('invalid', { head: { files: files.filter(({ kind }) => kind === 'sites') } })
  await situation.holds(texts)
  await situation.recovers()
})

test('files of other kinds and names are left alone', async () => {
  const situation = await Situation.open()
  const { head } = situation.publish({ sites: said(OFF) })
  const { files } = JSON.parse(head.toString().split('\n').slice(2).join('\n')) as { files: { kind: string; id: string }[] }
  const other = { kind: 'sites', id: 'others', size: 7, sha256: '0'.repeat(64), differences: [] }
  situation.publish({ head: { files: [...files.filter(({ kind }) => kind === 'list'), other, { ...other, kind: 'scripts', id: 'sites' }] } })
  // The list of the head before, as its files were named.
  expect(await situation.client.check()).toEqual({ outcome: 'updated' })
  expect(await sitesIn(situation)).toEqual({})
  expect(situation.host.dataRequests()).toHaveLength(1)
})

test('damage to it in storage is damage to the whole', async () => {
  const situation = await Situation.open()
  const { client } = situation
  const texts = await situation.takes({ sites: said(OFF) })
  client.store.items.set(`list-data:${sha256Of(texts.at(-1) ?? '')}`, 'garbage')
  client.restart()
  await situation.holds(null)
  expect(await sitesIn(situation)).toEqual({})
  await client.check()
  await situation.holds(texts)
  expect(await sitesIn(situation)).toEqual(OFF)
})

test('a subscribed list has no say in it: its file isn’t even asked for', async () => {
  const situation = await Situation.open()
  const { client, host, key } = situation
  await situation.takes({ sites: said(OFF) })
  const other = { id: 'list-2', address: host.address('other/head.txt'), key: key.publicKey }
  client.sources = [client.source, other]
  for (const [at, sites] of [said({ x: { off: true } }), said(OFF), 'garbage'].entries()) {
    host.publish(signLists({ key, version: at + 1, lists: [listOf(at)], sites }).files, 'other/')
    host.requests.length = 0
    expect(await client.syncer.check(other)).toEqual({ outcome: 'updated' })
    expect(host.dataRequests()).toHaveLength(1)
    expect((await client.syncer.held(other))?.texts.map(({ kind }) => kind)).toEqual(['list'])
  }
  expect(await sitesIn(situation)).toEqual(OFF)
})
