import { expect } from 'vitest'
import { change, send } from '../../../harness/misbehaviour.ts'
import { handOver, newKey, sha256Of, type SignedLists, signLists } from '../../../harness/list-signer.ts'
import { dataPath } from '../../../src/distribution/addresses.ts'
import { writeDifference } from '../../../src/distribution/difference.ts'
import { MOST_VERSION } from '../../../src/distribution/head.ts'
import { failureCase, listOf } from '../situation.ts'

/** Who may say what the list is. */

const SIGNATURE = /^signature (.*)$/m
const withSignature = ({ head }: SignedLists, signature: string) => head.toString().replace(SIGNATURE, `signature ${signature}`)

failureCase(29, async (situation) => {
  const { client, host, key } = situation
  await situation.takes()
  const signed = situation.publish()
  const signature = SIGNATURE.exec(signed.head.toString())?.[1] ?? ''
  const flipped = Buffer.from(signature, 'base64')
  flipped[7]! ^= 1
  const stranger = newKey()
  host.requests.length = 0
  const heads = [
    withSignature(signed, flipped.toString('base64')),
    withSignature(signed, Buffer.alloc(64).toString('base64')),
    // Of the right key, about something else.
    withSignature(signed, key.sign(Buffer.from('something else'))),
    // The right signature, of which every byte counts.
    signed.head.toString().replace('"version":2', '"version":3'),
    `${signed.head.toString()} `,
    situation.publish({ key: stranger, version: 3 }).head.toString(),
    // A stranger who brings a chain of his own.
    situation.publish({ key: stranger, version: 3, changes: [handOver(newKey(), stranger)] }).head.toString(),
  ]
  for (const head of heads) {
    host.behave('head', send(head))
    await situation.refuses('signature')
  }
  // What isn't signed isn't followed either.
  expect(host.dataRequests()).toEqual([])
  expect((await client.state()).key).toBe(key.publicKey)
  await situation.recovers()
})

failureCase(30, async (situation) => {
  const { host } = situation
  await situation.takes()
  const { head } = situation.publish()
  const text = head.toString()
  const signature = SIGNATURE.exec(text)?.[1] ?? ''
  const json = text.slice(text.indexOf('{'))
  for (const unsigned of [json, `AdPledge list 1\n${json}`, `AdPledge list 1\nsignature \n${json}`, `AdPledge list 1\nsignature none\n${json}`, text.replace(signature, signature.slice(0, 44)), text.replace(signature, `${signature} `), text.replaceAll('\n', '\r\n')]) {
    host.behave('head', send(unsigned))
    await situation.refuses('not-a-list')
  }
  await situation.recovers()
})

failureCase(31, async (situation) => {
  const { client, key: retired } = situation
  const key = newKey()
  const changes = [handOver(retired, key)]
  await situation.takes()
  // The old key announces the new one, and the new one takes over.
  await situation.takes({ head: { nextKey: key.publicKey } })
  await situation.takes({ key, changes })
  expect(await client.state()).toMatchObject({ pinned: retired.publicKey, key: key.publicKey })
  // From then on the old one says nothing any more, whatever it brings along.
  await situation.refusesOne('signature', {})
  await situation.refusesOne('signature', { changes })
  await situation.refusesOne('signature', { changes: [...changes, handOver(key, newKey())] })
  await situation.refusesOne('signature', { changes: [handOver(key, retired)].map((one) => ({ ...one, signature: changes[0]?.signature ?? '' })) })
  await situation.recovers({ key, changes })
})

failureCase(32, async (situation) => {
  const { client, host } = situation
  const first = situation.publish()
  await client.check()
  const second = situation.publish()
  await client.check()
  await situation.takes()
  for (const old of [first, second]) {
    host.behave('head', send(old.head))
    expect(await situation.refuses('rollback')).toMatch(/^[12] after 3$/)
  }
  // Nor by whoever has the storage cleared of the data, nor after a restart.
  for (const item of client.store.dataKeys()) client.store.items.delete(item)
  client.restart()
  await situation.refuses('rollback')
  await situation.recovers()
})

failureCase(33, async (situation) => {
  const { client } = situation
  await situation.takes()
  expect(await situation.refusesOne('changed', { version: 1, lists: [listOf(1, { updated: '2026-05-02' })] })).toBe('version 1')
  // Whitespace is content as well: one version, one text.
  await situation.refusesOne('changed', { version: 1, head: { expires: '2026-09-01T00:00:01Z' } })
  // Even where the data is gone and everything has to come anew.
  for (const item of client.store.dataKeys()) client.store.items.delete(item)
  await situation.refuses('changed')
  await situation.recovers()
})

failureCase(34, async (situation) => {
  const { client, host } = situation
  await situation.takes()
  expect(await situation.refusesOne('expired', { head: { created: '2026-01-01T00:00:00Z', expires: '2026-05-31T00:00:00Z' } })).toBe('2026-05-31T00:00:00Z')
  // What is here becomes as old, held back by whom it may be: it stays in use, and that is told.
  situation.publish({ version: 1 })
  const texts = await client.texts()
  client.now = Date.parse('2026-09-01T00:00:00Z')
  host.requests.length = 0
  await situation.refuses('expired')
  // "Not modified" would be no news then.
  expect(host.headRequests().map(({ headers }) => headers['if-none-match'])).toEqual([undefined])
  await situation.holds(texts)
  expect((await client.inUse()).using).toBe('synced')
  await situation.recovers({ head: { expires: '2027-01-01T00:00:00Z' } })
})

failureCase(35, async (situation) => {
  const { client, key: first } = situation
  const [second, third, thief] = [newKey(), newKey(), newKey()]
  const changes = [handOver(first, second), handOver(second, third)]
  await situation.takes()
  // Words that the key known here hasn't given, or that don't lead to it.
  const forged = { ...handOver(first, thief), signature: handOver(thief, first).signature }
  await situation.refusesOne('signature', { key: thief, changes: [forged] })
  await situation.refusesOne('signature', { key: third, changes: changes.slice(1) })
  await situation.refusesOne('signature', { key: third, changes: changes.toReversed() })
  // Once a next key is announced, a thief of the present one can't hand over to another, nor announce one.
  await situation.takes({ head: { nextKey: second.publicKey } })
  expect((await client.state()).nextKey).toBe(second.publicKey)
  await situation.refusesOne('signature', { key: thief, changes: [handOver(first, thief)] })
  expect(await situation.refusesOne('signature', { head: { nextKey: thief.publicKey } })).toBe('another next key was announced')
  // Two changes were slept through: the chain leads there.
  await situation.takes({ key: third, changes, version: 1 })
  expect(await client.state()).toMatchObject({ pinned: first.publicKey, key: third.publicKey, version: 1, nextKey: null })
  client.restart()
  expect((await client.inUse()).using).toBe('synced')
  // A build that pins the new key begins nothing anew.
  client.sources = [{ ...client.source, key: third.publicKey }]
  expect(await client.state()).toMatchObject({ pinned: third.publicKey, version: 1 })
  expect(await client.check()).toEqual({ outcome: 'unchanged' })
  await situation.recovers({ key: third, changes })
  // Who begins with a key in the middle passes over what was before.
  const fourth = newKey()
  client.sources = [{ ...client.source, id: 'later', key: third.publicKey }]
  situation.publish({ key: fourth, changes: [...changes, handOver(third, fourth)] })
  expect(await client.check()).toEqual({ outcome: 'updated' })
  expect(await client.state()).toMatchObject({ pinned: third.publicKey, key: fourth.publicKey })
})

failureCase(36, async (situation) => {
  const { client } = situation
  await situation.takes()
  for (const version of [2 ** 53, 2 ** 53 - 1, MOST_VERSION + 1, 1e308]) await situation.refusesOne('not-a-list', { version })
  // As far as it goes: nothing of that key's is newer, so another takes over and counts from where it likes.
  await situation.takes({ version: MOST_VERSION })
  await situation.refusesOne('rollback', { version: 2 })
  const next = newKey()
  const changes = [handOver(situation.key, next)]
  await situation.takes({ key: next, changes, version: 1 })
  expect(await client.state()).toMatchObject({ key: next.publicKey, version: 1 })
  await situation.recovers({ key: next, changes, version: 2 })
})

failureCase(37, async (situation) => {
  const { client, host } = situation
  await situation.takes()
  const { head, files } = situation.publish()
  const [file] = JSON.parse(head.toString().split('\n').slice(2).join('\n')).files as { size: number; sha256: string }[]
  const { size = 0, sha256 = '' } = file ?? {}
  for (const [how, code] of [
    // One byte is another; one less, one more.
    [(bytes: Buffer) => Buffer.concat([bytes.subarray(0, -2), Buffer.from(' \n')]), 'damaged'],
    [(bytes: Buffer) => bytes.subarray(0, -1), 'damaged'],
    [(bytes: Buffer) => Buffer.concat([bytes, Buffer.from('\n')]), 'too-large'],
  ] as const) {
    host.behave('data', change(how))
    await situation.refuses(code)
  }
  host.recover()
  // The head itself says something else, signed as it is.
  await situation.refusesOne('damaged', { head: { files: [{ ...file, size: size + 1 }] } })
  await situation.refusesOne('too-large', { head: { files: [{ ...file, size: size - 1 }] } })
  const other = sha256.replace(/^./, (digit) => (digit === '0' ? '1' : '0'))
  host.publish(new Map([[dataPath(other), files.get(dataPath(sha256)) ?? Buffer.alloc(0)]]))
  await situation.refusesOne('damaged', { head: { files: [{ ...file, sha256: other }] } })
  // A difference that is signed and leads elsewhere: the whole file is loaded, and the text of the difference isn't used.
  const [old = ''] = (await client.texts()) ?? []
  const right = signLists({ key: situation.key, version: situation.version + 1, lists: [listOf(8)] })
  const [wanted = ''] = right.texts
  const wrong = Buffer.from(writeDifference(old, wanted.replace('version 8', 'version 9')))
  const difference = { from: sha256Of(old), size: wrong.length, sha256: sha256Of(wrong) }
  host.publish(new Map([[dataPath(difference.sha256), wrong]]))
  host.requests.length = 0
  const signed = JSON.parse(right.head.toString().split('\n').slice(2).join('\n')).files as object[]
  expect(await situation.takes({ lists: [listOf(8)], head: { files: [{ ...signed[0], differences: [difference] }] } })).toEqual([wanted])
  expect(host.dataRequests()).toHaveLength(2)
  await situation.recovers()
})
