import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { makeKeyPair, readSigningKey, type SigningKey } from '../scripts/publish/keys.ts'
import { projectAround } from '../scripts/publish/places.ts'
import { publish, type PublishOptions } from '../scripts/publish/publish.ts'
import { readSourceLists } from '../scripts/publish/source-lists.ts'
import { dataPath, HEAD_PATH, headPath } from '../src/distribution/addresses.ts'
import { applyDifference } from '../src/distribution/difference.ts'
import { fromUtf8, utf8 } from '../src/distribution/encoding.ts'
import { readEnvelope, verifyEnvelope, writeEnvelope } from '../src/distribution/envelope.ts'
import { type Head, type HeadFile, parseHead } from '../src/distribution/head.ts'
import { parseList } from '../src/list/schema.ts'
import { acme, file, type Json, zenith } from './list-json.ts'

const ROOT = fileURLToPath(new URL('../', import.meta.url))
const FOLDER = mkdtempSync(join(tmpdir(), 'adpledge-publish-'))
const NOW = '2026-01-31T12:00:00Z'

let folders = 0
const newFolder = (): string => join(FOLDER, String(++folders))

function newKey(name: string): { path: string; pub: string; key: SigningKey } {
  const { privateFile, publicFile } = makeKeyPair()
  const path = join(FOLDER, `${name}.key`)
  const pub = join(FOLDER, `${name}.pub`)
  writeFileSync(path, privateFile, { mode: 0o600 })
  writeFileSync(pub, publicFile)
  return { path, pub, key: readSigningKey(path) }
}

const FIRST = newKey('first')
const SECOND = newKey('second')
const THIRD = newKey('third')
const STRANGER = newKey('stranger')

/** Entries that nothing tells apart but their numbers. */
function firms(count: number, change: (number: number) => Json = () => ({})): Json[] {
  return Array.from({ length: count }, (_, at) => acme({ id: `firm-${at}`, name: `Firm${at}`, aliases: [], domains: [`firm${at}.example`], handles: { facebook: [`firm${at}`] }, ...change(at) }))
}

/** A list of so many entries; look-alikes name entries, so there are none. */
const listOf = (entries: Json[], change: Json = {}): Json => file({ entries, not_the_same: [], ...change })

/** A folder of lists, and one to publish it in. */
class Place {
  readonly lists = newFolder()
  readonly out = newFolder()

  constructor(...lists: Json[]) {
    this.fill(...(lists.length > 0 ? lists : [file()]))
  }

  /** Puts other lists in the place of those that are there. */
  fill(...lists: Json[]): this {
    rmSync(this.lists, { recursive: true, force: true })
    mkdirSync(this.lists, { recursive: true })
    writeFileSync(join(this.lists, 'about.json'), '{"name":"Somebody’s lists"}')
    for (const list of lists) writeFileSync(join(this.lists, `${list['id'] as string}.json`), JSON.stringify(list))
    return this
  }

  async publish(change: Partial<PublishOptions> = {}) {
    const notices: string[] = []
    const published = await publish({
      lists: await readSourceLists(this.lists, this.lists),
      folder: this.out,
      key: FIRST.key,
      nextKey: null,
      version: null,
      created: new Date(NOW),
      expires: 90,
      allowRemovals: false,
      notice: (line) => notices.push(line),
      ...change,
    })
    return { ...published, notices }
  }

  /** Why nothing was published; fails where something was written. */
  async refusal(change: Partial<PublishOptions> = {}): Promise<string> {
    const before = treeHash(this.out)
    const message = await this.publish(change).then(() => 'nothing: it was published', (error: Error) => error.message)
    expect(treeHash(this.out)).toBe(before)
    return message
  }

  path(...parts: string[]): string {
    return join(this.out, ...parts)
  }
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((item) => item.isFile()).map((item) => relative(folder, join(item.parentPath, item.name))).toSorted()
}

function treeHash(folder: string): string {
  const hash = createHash('sha256')
  for (const path of filesIn(folder)) hash.update(`${path}\n`).update(readFileSync(join(folder, path)))
  return hash.digest('hex')
}

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** What a client that knows a key makes of a head. */
async function taken(place: Place, known: string, nextKey: string | null = null, path = HEAD_PATH): Promise<{ signer: string; head: Head }> {
  const envelope = readEnvelope(readFileSync(place.path(path)))
  return { signer: await verifyEnvelope(envelope, known, nextKey), head: parseHead(envelope.text) }
}

/** A file of the head, its hash checked as clients do. */
function dataOf(place: Place, { sha256: hash, size }: Pick<HeadFile, 'sha256' | 'size'>): string {
  const bytes = readFileSync(place.path(dataPath(hash)))
  expect({ size: bytes.length, hash: sha256(bytes) }).toEqual({ size, hash })
  return fromUtf8(bytes)
}

describe('a published folder', () => {
  it('holds head, heads and data, and clients get the list out of it', async () => {
    const place = new Place(file(), listOf(firms(2), { id: 'another' }))
    const { head, isNew, notices } = await place.publish()
    expect({ isNew, notices }).toEqual({ isNew: true, notices: [] })
    expect(filesIn(place.out)).toEqual([...head.files.map(({ sha256 }) => dataPath(sha256)).toSorted(), HEAD_PATH, headPath(1)])
    expect(readFileSync(place.path(HEAD_PATH))).toEqual(readFileSync(place.path(headPath(1))))
    const client = await taken(place, FIRST.key.publicKey)
    expect(client).toEqual({ signer: FIRST.key.publicKey, head })
    expect(head).toMatchObject({ format: 1, name: 'Somebody’s lists', version: 1, created: NOW, expires: '2026-05-01T12:00:00Z', files: [{ kind: 'list', id: 'another', differences: [] }, { kind: 'list', id: 'small', differences: [] }] })
    expect(Object.keys(head)).toEqual(['format', 'name', 'version', 'created', 'expires', 'files'])
    const [, small] = head.files
    expect(parseList('small', dataOf(place, small!))).toEqual(parseList('small', JSON.stringify(file())))
  })

  it('is the same to the byte for the same input', async () => {
    const places = [new Place(file(), listOf(firms(50), { id: 'another' })), new Place(file(), listOf(firms(50), { id: 'another' }))]
    for (const place of places) {
      await place.publish({ version: 7 })
      place.fill(file({ updated: '2026-02-01', entries: [acme({ note: 'Another note' }), zenith()] }), listOf(firms(49), { id: 'another', updated: '2026-02-01' }))
      await place.publish({ version: 8, created: new Date('2026-02-01T00:00:00Z'), nextKey: SECOND.key.publicKey })
    }
    expect(treeHash(places[0]!.out)).toBe(treeHash(places[1]!.out))
    expect(filesIn(places[0]!.out).length).toBeGreaterThan(7)
  })

  it('gets the next version each time, and keeps every head', async () => {
    const place = new Place()
    for (const version of [1, 2, 3]) expect((await place.publish()).head.version).toBe(version)
    expect((await place.publish({ version: 10 })).head.version).toBe(10)
    expect((await place.publish()).head.version).toBe(11)
    expect(readdirSync(place.path('heads')).toSorted()).toEqual(['1.txt', '10.txt', '11.txt', '2.txt', '3.txt'])
    expect((await taken(place, FIRST.key.publicKey)).head.version).toBe(11)
    expect((await taken(place, FIRST.key.publicKey, null, headPath(2))).head.version).toBe(2)
  })

  it('expires after as many days as it is told, whatever the calendar', async () => {
    const { head } = await new Place().publish({ created: new Date('2026-10-24T23:30:00.700Z'), expires: 1 })
    expect(head).toMatchObject({ created: '2026-10-24T23:30:00Z', expires: '2026-10-25T23:30:00Z' })
  })

  it('refuses a version that is not higher', async () => {
    const place = new Place()
    await place.publish({ version: 5 })
    expect(await place.refusal({ version: 4 })).toBe('version 5 is there already, with other content: the next must be higher')
    expect(await place.refusal({ version: 5, expires: 91 })).toBe('version 5 is there already, with other content: the next must be higher')
    expect(await place.refusal({ version: 5, nextKey: SECOND.key.publicKey })).toContain('version 5 is there already')
    place.fill(file({ updated: '2026-02-01' }))
    expect(await place.refusal({ version: 5 })).toContain('version 5 is there already')
  })

  it('has nothing to do for the same version again, and puts back what is missing', async () => {
    const place = new Place()
    await place.publish()
    place.fill(file({ updated: '2026-02-01', entries: [acme({ note: 'Another note' }), zenith()] }))
    const change = { version: 2, nextKey: SECOND.key.publicKey }
    const { head } = await place.publish(change)
    const before = treeHash(place.out)
    const written = statSync(place.path(HEAD_PATH)).mtimeMs
    expect((await place.publish(change)).isNew).toBe(false)
    expect(statSync(place.path(HEAD_PATH)).mtimeMs).toBe(written)
    writeFileSync(place.path(dataPath(head.files[0]!.sha256)), 'damaged')
    rmSync(place.path(headPath(2)))
    expect((await place.publish(change)).isNew).toBe(true)
    expect(treeHash(place.out)).toBe(before)
  })

  it('goes on after a run that was killed before its last step', async () => {
    const place = new Place()
    await place.publish()
    const first = readFileSync(place.path(HEAD_PATH))
    await place.publish({ version: 2 })
    const finished = treeHash(place.out)
    writeFileSync(place.path(HEAD_PATH), first)
    writeFileSync(place.path('heads', '3.txt.4711.tmp'), 'half a head')
    expect((await place.publish({ version: 2 })).isNew).toBe(true)
    rmSync(place.path('heads', '3.txt.4711.tmp'))
    expect(treeHash(place.out)).toBe(finished)
    writeFileSync(place.path(HEAD_PATH), first)
    expect((await place.publish()).head.version).toBe(3)
    rmSync(place.path(HEAD_PATH))
    expect((await place.publish()).head.version).toBe(4)
    rmSync(place.path('heads'), { recursive: true })
    expect((await place.publish()).head.version).toBe(5)
  })

  it('speaks of nothing that isn’t there yet: data comes first, and the head last', async () => {
    const [place, other] = [new Place(), new Place(listOf(firms(2)))]
    await place.publish()
    const [data] = (await other.publish()).head.files
    const before = treeHash(place.out)
    // Nothing can be put where a folder is.
    mkdirSync(place.path(dataPath(data!.sha256), 'x'), { recursive: true })
    place.fill(listOf(firms(2)))
    await expect(place.publish()).rejects.toThrow(/EISDIR|ENOTEMPTY|EEXIST|EPERM/)
    expect(treeHash(place.out)).toBe(before)
  })

  it('leaves other files alone, and nothing of its own beside', async () => {
    const place = new Place()
    mkdirSync(place.path('heads'), { recursive: true })
    for (const path of ['index.html', 'heads/README', 'heads/1.txt.bak', 'heads/01.txt']) writeFileSync(place.path(path), 'mine')
    await place.publish()
    await place.publish()
    expect(filesIn(place.out).filter((path) => !path.startsWith('data'))).toEqual(['head.txt', 'heads/01.txt', 'heads/1.txt', 'heads/1.txt.bak', 'heads/2.txt', 'heads/README', 'index.html'])
  })

  it('holds nothing of a private key', async () => {
    const place = new Place()
    await place.publish({ nextKey: SECOND.key.publicKey })
    await place.publish({ key: SECOND.key })
    const secrets = [FIRST, SECOND].flatMap(({ path }) => {
      const pem = readFileSync(path, 'utf8')
      const seed = Buffer.from(pem.split('\n')[1]!, 'base64').subarray(-32)
      return [pem.split('\n')[1]!, seed.toString('base64'), seed.toString('base64url'), seed.toString('hex')]
    })
    for (const path of filesIn(place.out)) {
      const text = readFileSync(place.path(path), 'utf8')
      for (const secret of secrets) expect(text).not.toContain(secret.replace(/=+$/, ''))
    }
  })
})

describe('differences', () => {
  it('give the new file exactly, from each content of the last ten versions', async () => {
    const place = new Place()
    const texts = new Map<string, string>()
    for (let version = 1; version <= 13; version++) {
      // Every content is published twice, but for the last.
      const changed = Math.ceil(version / 2)
      place.fill(listOf(firms(40, (at) => (at === changed ? { note: `Changed ${changed}` } : {})), { updated: `2026-01-${10 + changed}` }))
      const [small] = (await place.publish()).head.files
      texts.set(small!.sha256, dataOf(place, small!))
    }
    const [small] = (await taken(place, FIRST.key.publicKey)).head.files
    const earlier = [...texts.keys()].filter((hash) => hash !== small!.sha256)
    // Versions 3 to 12, the newest first: the contents of 3 and 4, of 5 and 6, …
    expect(small!.differences.map(({ from }) => from)).toEqual(earlier.toReversed().slice(0, 5))
    for (const difference of small!.differences) {
      expect(difference.size).toBeLessThan(small!.size / 10)
      expect(sha256(applyDifference(texts.get(difference.from)!, dataOf(place, difference), small!.size))).toBe(small!.sha256)
    }
  })

  it('lead back to what a list was before, and not to what it is', async () => {
    const place = new Place(listOf(firms(20)))
    const [before] = (await place.publish()).head.files
    place.fill(listOf(firms(21), { updated: '2026-02-01' }))
    await place.publish()
    place.fill(listOf(firms(20)))
    const [after] = (await place.publish()).head.files
    expect(after!.sha256).toBe(before!.sha256)
    expect(after!.differences).toHaveLength(1)
    expect((await place.publish()).head.files).toEqual([after])
  })

  it('are left out where they are no shorter', async () => {
    const place = new Place(listOf(firms(5)))
    await place.publish()
    place.fill(listOf(firms(5, (at) => ({ note: `Rewritten ${at}`, statement: `It paused its ads, ${at}` })), { updated: '2026-02-01', campaign: { ...(file()['campaign'] as Json), name: 'Another', ask: 'x'.repeat(2_000) }, sources: { ...(file()['sources'] as Json), other: { title: 'Other', url: 'https://other.example/', date: null, kind: 'news' } } }))
    expect((await place.publish()).head.files[0]!.differences).toEqual([])
  })

  it('from what is missing or damaged are left out with a notice', async () => {
    const place = new Place(listOf(firms(20)))
    const hashes: string[] = []
    for (const version of [1, 2, 3]) {
      place.fill(listOf(firms(20, (at) => (at === version ? { note: 'Changed' } : {})), { updated: `2026-02-0${version}` }))
      hashes.push((await place.publish()).head.files[0]!.sha256)
    }
    writeFileSync(place.path(dataPath(hashes[1]!)), `${readFileSync(place.path(dataPath(hashes[1]!)), 'utf8')} `)
    rmSync(place.path(dataPath(hashes[2]!)))
    place.fill(listOf(firms(20), { updated: '2026-02-04' }))
    const { head, notices } = await place.publish()
    expect(head.files[0]!.differences.map(({ from }) => from)).toEqual([hashes[0]])
    expect(notices.toSorted()).toEqual([
      `notice: ${dataPath(hashes[1]!)} is damaged, so no difference from it is published`,
      `notice: ${dataPath(hashes[2]!)} can't be read, so no difference from it is published`,
    ].toSorted())
  })

  it('are made from no head that is damaged or somebody else’s', async () => {
    const place = new Place(listOf(firms(20)))
    const other = new Place(listOf(firms(19)))
    await other.publish({ key: STRANGER.key })
    for (const version of [1, 2, 3, 4]) {
      place.fill(listOf(firms(20, (at) => (at === version ? { note: 'Changed' } : {})), { updated: `2026-02-0${version}` }))
      await place.publish()
    }
    cpSync(other.path('data'), place.path('data'), { recursive: true })
    copyFileSync(other.path(HEAD_PATH), place.path(headPath(1)))
    writeFileSync(place.path(headPath(2)), 'half a head')
    copyFileSync(place.path(HEAD_PATH), place.path(headPath(3)))
    place.fill(listOf(firms(20), { updated: '2026-02-05' }))
    const { head, notices } = await place.publish()
    expect(head.files[0]!.differences).toHaveLength(1)
    expect(notices).toEqual([
      'notice: passed over: heads/3.txt: its version is 4',
      'notice: passed over: heads/2.txt: no head of a list stands there',
      'notice: passed over: heads/1.txt: it is damaged, or signed by another key that does not lead to this one',
    ])
  })

  it('of a list of ten thousand entries cost as much as what changed', { timeout: 30_000 }, async () => {
    const place = new Place(listOf(firms(10_000)))
    const [before] = (await place.publish()).head.files
    place.fill(listOf(firms(10_000, (at) => (at % 100 === 0 ? { note: 'Another note' } : {})), { updated: '2026-02-01' }))
    const [after] = (await place.publish()).head.files
    const [difference] = after!.differences
    expect(difference!.size / after!.size).toBeLessThan(0.015)
    expect(sha256(applyDifference(dataOf(place, before!), dataOf(place, difference!), after!.size))).toBe(after!.sha256)
  })
})

describe('lists', () => {
  it('that lose many entries are refused, unless that is meant', async () => {
    const place = new Place(listOf(firms(100)))
    await place.publish()
    place.fill(listOf(firms(71), { updated: '2026-02-01' }))
    expect((await place.publish()).head).not.toHaveProperty('shrunk')
    place.fill(listOf(firms(40), { updated: '2026-02-02' }))
    expect(await place.refusal()).toBe('31 of 71 entries would be gone, compared with version 2; if they are meant to be, say --allow-removals')
    expect((await place.publish({ allowRemovals: true })).head).toMatchObject({ version: 3, shrunk: 3 })
    place.fill(listOf(firms(41), { updated: '2026-02-03' }))
    expect((await place.publish({ allowRemovals: true })).head).toMatchObject({ version: 4, shrunk: 3 })
    expect((await place.publish()).head).toMatchObject({ version: 5, shrunk: 3 })
    place.fill(listOf(firms(4), { updated: '2026-02-04' }))
    expect((await place.publish({ allowRemovals: true })).head).toMatchObject({ version: 6, shrunk: 6 })
  })

  it('that lose a few entries each time tell those who come from far back that all of it is meant', async () => {
    const place = new Place(listOf(firms(50)))
    await place.publish()
    place.fill(listOf(firms(38), { updated: '2026-02-01' }))
    expect((await place.publish()).head).not.toHaveProperty('shrunk')
    place.fill(listOf(firms(30), { updated: '2026-02-02' }))
    // From the first version it would be 20 of 50.
    expect((await place.publish()).head).toMatchObject({ version: 3, shrunk: 2 })
  })

  it('that are gone count with all their entries', async () => {
    const place = new Place(file(), listOf(firms(20), { id: 'another' }))
    await place.publish()
    place.fill(file())
    expect(await place.refusal()).toContain('20 of 22 entries would be gone')
    place.fill(file({ entries: [], not_the_same: [] }))
    expect(await place.refusal()).toContain('22 of 22 entries would be gone')
  })

  it('can’t be compared where the last version’s data is gone, which is told', async () => {
    const place = new Place(listOf(firms(100)))
    const [before] = (await place.publish()).head.files
    rmSync(place.path(dataPath(before!.sha256)))
    place.fill(listOf(firms(50), { updated: '2026-02-01' }))
    expect((await place.publish()).notices).toEqual([expect.stringMatching(/^notice: data\/.* can't be read/)])
  })

  it('that changed while their day did not are named', async () => {
    const place = new Place(file(), listOf(firms(3), { id: 'another' }))
    await place.publish()
    place.fill(file({ entries: [acme({ note: 'Another note' }), zenith()] }), listOf(firms(3), { id: 'another', updated: '2026-02-01' }), listOf(firms(1), { id: 'new' }))
    expect((await place.publish()).notices).toEqual(['warning: small: the list changed, but its "updated" is still 2026-01-31'])
    expect((await place.publish()).notices).toEqual([])
  })

  it('with faults are refused, each fault on a line', async () => {
    const place = new Place(
      file({ entries: [acme({ kind: 'firm', domains: ['ACME.com'] }), zenith()] }),
      listOf([acme({ id: 'shop', domains: ['ngrok.io'] })], { id: 'another' }),
      listOf([acme({ name: 'Acme \u202EWorks' })], { id: 'hidden' }),
      listOf(firms(1), { id: 'good' }),
    )
    writeFileSync(join(place.lists, 'misnamed.json'), JSON.stringify(listOf(firms(1), { id: 'named' })))
    const lines = (await place.refusal()).split('\n')
    expect(lines).toEqual([
      expect.stringMatching(/^error: another\.json: entry "Acme Works": anybody can have a name below "ngrok\.io"$/),
      expect.stringMatching(/^error: hidden\.json: hidden characters/),
      expect.stringMatching(/^error: misnamed\.json: its id is "named", so the file must be named named\.json$/),
      expect.stringMatching(/^error: small\.json: entry "Acme Works": domains number 1 must be a bare domain/),
      expect.stringMatching(/^error: small\.json: entry "Acme Works": kind must be one of/),
    ])
  })

  it.each([
    ['{"name":"A\u202Eb"}', 'about.json: hidden characters in the name'],
    ['{"name":""}', 'about.json: about.json must be'],
    ['{"name":7}', 'about.json: about.json must be'],
    ['hello', 'about.json: Unexpected token'],
  ])('together need a name, not %j', async (about, message) => {
    const place = new Place()
    writeFileSync(join(place.lists, 'about.json'), about)
    expect(await place.refusal()).toContain(message)
  })

  it('need a folder that is there, with a list in it', async () => {
    const place = new Place()
    rmSync(join(place.lists, 'small.json'))
    expect(await place.refusal()).toBe(`no list in ${place.lists}`)
    rmSync(place.lists, { recursive: true })
    expect(await place.refusal()).toMatch(/^about\.json: ENOENT/)
  })

  it('that make too large a head are refused', async () => {
    const place = new Place()
    const { lists, name } = await readSourceLists(place.lists, place.lists)
    const many = Array.from({ length: 3 }, (_, at) => ({ ...lists[0]!, file: { ...lists[0]!.file, id: `${'x'.repeat(99)}${at}` } }))
    expect(await place.refusal({ lists: { name, sites: null, lists: Array.from({ length: 1_200 }, () => many).flat() } })).toMatch(/^the head would have \d+ bytes, and clients read 262144 at most/)
    expect(await place.refusal({ lists: { name, sites: null, lists: [...many, ...many] } })).toMatch(/^clients would refuse this: .*names a file twice/)
  })
})

/** Says something of sites beside the lists. */
const say = (place: Place, sites: Json | string) => writeFileSync(join(place.lists, 'sites.json'), typeof sites === 'string' ? sites : JSON.stringify({ $schema: './sites.schema.json', format: 1, sites }))

describe('what is said of sites', () => {
  it('is published as a file of its own kind, behind the lists', async () => {
    const place = new Place()
    say(place, { x: { off: true, below: '0.3.0' }, facebook: { labels: { et: { sponsored: ['Reklaam'] } } } })
    const { head, notices } = await place.publish()
    expect(head.files.map(({ kind, id }) => `${kind} ${id}`)).toEqual(['list small', 'sites sites'])
    expect(head.files[1]!.differences).toEqual([])
    expect(dataOf(place, head.files[1]!)).toBe('{"format":1,"sites":{\n"x":{"off":true,"below":"0.3.0"},\n"facebook":{"labels":{"et":{"sponsored":["Reklaam"]}}}\n}}\n')
    expect(notices).toEqual([])
    // Of that nothing is compared, and what isn't needed any more is left where it was.
    say(place, {})
    expect((await place.publish()).head.files.map(({ kind }) => kind)).toEqual(['list'])
    dataOf(place, head.files[1]!)
  })

  it('changes not a byte where there is none', async () => {
    const [without, empty] = [new Place(), new Place()]
    say(empty, {})
    for (const place of [without, empty]) await place.publish()
    expect(treeHash(empty.out)).toBe(treeHash(without.out))
  })

  it('is the same to the byte for the same input', async () => {
    const places = [new Place(), new Place()]
    for (const place of places) {
      say(place, { x: { off: true } })
      await place.publish()
      say(place, { x: { ignore: ['label'] } })
      await place.publish()
    }
    expect(treeHash(places[0]!.out)).toBe(treeHash(places[1]!.out))
    say(places[0]!, { x: { ignore: ['label'] } })
    expect((await places[0]!.publish({ version: 2 })).isNew).toBe(false)
    say(places[0]!, { x: { off: true } })
    expect(await places[0]!.refusal({ version: 2 })).toContain('version 2 is there already')
  })

  it('is refused with the faults of the lists', async () => {
    const place = new Place(file({ entries: [acme({ kind: 'firm' })], not_the_same: [] }))
    say(place, { x: { selector: 'div' } })
    expect((await place.refusal()).split('\n')).toEqual([expect.stringMatching(/^error: small\.json: entry "Acme Works": kind/), 'error: sites.json: sites.x.selector: is not a known field'])
    place.fill(file())
    for (const text of ['', '[]', '{"format":2,"sites":{}}']) {
      say(place, text)
      expect(await place.refusal()).toMatch(/^error: sites\.json: /)
    }
  })

  it('is published with a warning of what this version makes nothing of', async () => {
    const place = new Place()
    say(place, { facebok: { off: true }, facebook: { ignore: ['label', 'lable'], labels: { en: { sponsored: ['Suggested for you', 'Promotion'] } } } })
    const { notices } = await place.publish()
    expect(notices).toEqual([
      'warning: sites.json: no site is called "facebok"',
      'warning: sites.json: facebook: no sign is called "lable"',
      'warning: sites.json: facebook, en: "Suggested for you" is left out as sponsored',
    ])
  })
})

const known = (name: typeof FIRST) => name.key.publicKey

describe('keys', () => {
  it('hand over: an announcement, then the next key, and clients that know the first follow', async () => {
    const place = new Place()
    await place.publish()
    const announcing = await place.publish({ nextKey: known(SECOND) })
    expect(announcing.head).toMatchObject({ version: 2, nextKey: known(SECOND) })
    expect(await taken(place, known(FIRST))).toMatchObject({ signer: known(FIRST) })
    // Without saying so again, and with.
    expect((await place.publish()).head).toMatchObject({ version: 3, nextKey: known(SECOND) })
    expect((await place.publish({ nextKey: known(SECOND) })).head).toMatchObject({ version: 4, nextKey: known(SECOND) })
    expect(readEnvelope(readFileSync(place.path(HEAD_PATH))).changes).toHaveLength(1)

    const { head } = await place.publish({ key: SECOND.key })
    expect(head.version).toBe(5)
    expect(head).not.toHaveProperty('nextKey')
    expect(await taken(place, known(FIRST))).toMatchObject({ signer: known(SECOND) })
    expect(await taken(place, known(FIRST), known(SECOND))).toMatchObject({ signer: known(SECOND) })
    expect(await taken(place, known(SECOND))).toMatchObject({ signer: known(SECOND) })
    await expect(taken(place, known(FIRST), known(THIRD))).rejects.toMatchObject({ code: 'signature' })
    await expect(taken(place, known(STRANGER))).rejects.toMatchObject({ code: 'signature' })
  })

  it('hand over twice, and a client that only knows the first follows', async () => {
    const place = new Place()
    await place.publish({ nextKey: known(SECOND) })
    await place.publish({ key: SECOND.key })
    expect((await place.publish({ key: SECOND.key, nextKey: known(THIRD) })).head).toMatchObject({ nextKey: known(THIRD) })
    expect(await taken(place, known(FIRST))).toMatchObject({ signer: known(SECOND) })
    await place.publish({ key: THIRD.key })
    for (const key of [FIRST, SECOND, THIRD]) expect(await taken(place, known(key))).toMatchObject({ signer: known(THIRD) })
    expect(readEnvelope(readFileSync(place.path(HEAD_PATH))).changes.map(({ from, to }) => [from, to])).toEqual([[known(FIRST), known(SECOND)], [known(SECOND), known(THIRD)]])
    // Differences go back past the changes.
    place.fill(file({ updated: '2026-02-01', entries: [acme({ note: 'Another note' }), zenith()] }))
    const { head, notices } = await place.publish({ key: THIRD.key })
    expect({ differences: head.files[0]!.differences.length, notices }).toEqual({ differences: 1, notices: [] })
  })

  it('hand over in the very first version', async () => {
    const place = new Place()
    await place.publish({ nextKey: known(SECOND) })
    expect((await place.publish({ key: SECOND.key })).head.version).toBe(2)
  })

  it('sign no more once another has followed', async () => {
    const place = new Place()
    await place.publish({ nextKey: known(SECOND) })
    const retired = new Place()
    cpSync(place.out, retired.out, { recursive: true })
    await place.publish({ key: SECOND.key })
    expect(await place.refusal()).toBe('head.txt: signed by a key that follows this one, so this one signs no more')
    expect(await place.refusal({ version: 2 })).toContain('signs no more')
    // Whoever holds the retired key goes on elsewhere: clients that have moved on don't follow.
    await retired.publish({ version: 9 })
    await expect(taken(retired, known(SECOND))).rejects.toMatchObject({ code: 'signature' })
    expect(await taken(retired, known(FIRST))).toMatchObject({ signer: known(FIRST) })
  })

  it('announce one next key, and none that was used', async () => {
    const place = new Place()
    await place.publish()
    expect(await place.refusal({ nextKey: known(FIRST) })).toContain('the next key is the one that signs')
    await place.publish({ nextKey: known(SECOND) })
    expect(await place.refusal({ nextKey: known(THIRD) })).toBe(`another next key was announced already: ${known(SECOND)}`)
    await place.publish({ key: SECOND.key })
    expect(await place.refusal({ key: SECOND.key, nextKey: known(FIRST) })).toContain('or was used before')
    expect(await place.refusal({ key: SECOND.key, nextKey: known(SECOND) })).toContain('the next key is the one that signs')
  })

  it('of others don’t follow', async () => {
    const place = new Place()
    await place.publish()
    const message = 'head.txt: it is damaged, or signed by another key that does not lead to this one'
    expect(await place.refusal({ key: STRANGER.key })).toBe(message)
    await place.publish({ nextKey: known(SECOND) })
    expect(await place.refusal({ key: STRANGER.key })).toBe('head.txt: signed by another key, which does not lead to this one')
    // A head that names itself successor, and one whose line nobody signed.
    const { text } = readEnvelope(readFileSync(place.path(HEAD_PATH)))
    const forged = { from: known(FIRST), to: known(STRANGER), signature: STRANGER.key.sign(utf8('x')) }
    writeFileSync(place.path(HEAD_PATH), writeEnvelope({ changes: [forged], signature: FIRST.key.sign(utf8(text)), text }))
    expect(await place.refusal({ key: STRANGER.key })).toBe('the key lines of the newest head are no chain')
    expect(await place.refusal()).toBe('the key lines of the newest head are no chain')
  })

  it('follow no head that is damaged', async () => {
    const place = new Place()
    await place.publish()
    await place.publish()
    const good = readFileSync(place.path(HEAD_PATH), 'utf8')
    for (const bad of [good.replace('"version":2', '"version":3'), good.slice(0, -1), `${good}\n`, '', 'AdPledge list 2\nx', good.replace(/^signature ./m, 'signature '), '\uFEFF' + good]) {
      writeFileSync(place.path(HEAD_PATH), bad)
      expect(await place.refusal()).toMatch(/^head\.txt: /)
    }
    writeFileSync(place.path(HEAD_PATH), good)
    writeFileSync(place.path(headPath(3)), 'damaged')
    expect(await place.refusal()).toBe('heads/3.txt: no head of a list stands there')
  })
})

const lines = (text: string) => text.split('\n').filter(Boolean)

/** As `npm run -s list:publish -- …` in {@link FOLDER}. */
function run(...words: string[]): Promise<{ status: number; stdout: string[]; stderr: string[] }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', join(ROOT, 'scripts/list-publish.ts'), ...words], { cwd: ROOT, env: { ...process.env, ADPLEDGE_CWD: FOLDER } }, (error, stdout, stderr) => {
      resolve({ status: error ? Number(error.code) : 0, stdout: lines(stdout), stderr: lines(stderr) })
    })
  })
}

describe('list:publish', { timeout: 60_000 }, () => {
  it('prints what is where, and gives the same bytes for the same words', async () => {
    const place = new Place(listOf(firms(20)))
    const [one, two] = [newFolder(), newFolder()].map((path) => basename(path))
    const words = ['--key', 'first.key', '--lists', basename(place.lists), '--version', '3', '--now', NOW, '--expires', '30']
    const [first, second] = await Promise.all([run(...words, '--out', one!), run(...words, '--out', two!)])
    expect(first).toEqual({
      status: 0,
      stderr: [],
      stdout: [
        `“Somebody’s lists”, version 3, is in ${one} and expires on 2026-03-02`,
        expect.stringMatching(/^ {2}small: 20 entries, [\d,]+ bytes$/),
        'address  the web address of that folder, with https:// (clients read head.txt in it)',
        `key      ${FIRST.key.publicKey}`,
      ],
    })
    expect(second.status).toBe(0)
    expect(treeHash(join(FOLDER, one!))).toBe(treeHash(join(FOLDER, two!)))
    const again = await run(...words, '--out', one!)
    expect(again.stdout[0]).toBe(`nothing to do: version 3, which expires on 2026-03-02, is in ${one} already`)

    place.fill(listOf(firms(3)))
    const common = ['--key', 'first.key', '--lists', basename(place.lists), '--out', one!]
    expect(await run(...common)).toEqual({ status: 1, stdout: [], stderr: ['warning: small: the list changed, but its "updated" is still 2026-01-31', expect.stringContaining('17 of 20 entries would be gone')] })
    chmodSync(FIRST.path, 0o644)
    const shrunk = await run(...common, '--allow-removals', '--next-key', 'second.pub')
    chmodSync(FIRST.path, 0o600)
    expect(shrunk).toMatchObject({ status: 0, stderr: [expect.stringMatching(/^warning: others can read .*first\.key: chmod 600/), expect.stringContaining('"updated"')] })
    expect(shrunk.stdout[1]).toMatch(/^ {2}small: 3 entries, [\d,]+ bytes, [\d,]+ bytes as a difference$/)
    expect(shrunk.stdout.at(-1)).toBe(`next     ${SECOND.key.publicKey}`)
    expect(parseHead(readEnvelope(readFileSync(join(FOLDER, one!, HEAD_PATH))).text)).toMatchObject({ version: 4, shrunk: 4, nextKey: SECOND.key.publicKey })
  })

  it('refuses with one plain line, and writes nothing', async () => {
    const place = new Place()
    const copy = newFolder()
    mkdirSync(join(copy, '.git'), { recursive: true })
    writeFileSync(join(copy, 'package.json'), '{"name":"adpledge"}')
    copyFileSync(FIRST.path, join(copy, 'in.key'))
    symlinkSync(join(copy, 'in.key'), join(FOLDER, 'link.key'))
    const published = newFolder()
    mkdirSync(join(published, 'keys'), { recursive: true })
    copyFileSync(FIRST.path, join(published, 'keys', 'k.key'))
    writeFileSync(join(FOLDER, 'file'), '')
    const before = treeHash(FOLDER)
    const cases: [string[], number, string][] = [
      [['--key', 'none.key'], 1, 'none.key: ENOENT'],
      [['--key', 'first.pub'], 1, 'no Ed25519 private key'],
      [['--key', join(copy, 'in.key')], 1, 'could be committed'],
      [['--key', 'link.key'], 1, 'could be committed'],
      [['--key', join(published, 'keys', 'k.key'), '--out', published], 1, 'is in the folder that is published'],
      [['--key', 'first.key', '--out', 'file'], 1, 'ENOTDIR'],
      [['--key', 'first.key', '--next-key', 'second.key'], 1, 'no public key, which is one line of 44 characters'],
      [['--out', 'new'], 2, '--key must name'],
      [['--key', 'first.key', '--out', ''], 2, '--out must name'],
      [['--key', 'first.key', '--version', String(2 ** 40 + 1)], 2, '--version must be a whole number from 1 to 1099511627776'],
      [['--key', 'first.key', '--expires', '-1'], 2, "Option '--expires' argument is ambiguous"],
      [['--key', 'first.key', '--expires', '3651'], 2, '--expires must be a whole number from 1 to 3650'],
      [['--key', 'first.key', '--now', '2026-02-30T00:00:00Z'], 2, '--now must be a day or a moment with its zone'],
      [['--key', 'first.key', 'first.key'], 2, "Unexpected argument 'first.key'"],
      [['--key', 'first.key', '--force'], 2, "Unknown option '--force'"],
    ]
    const results = await inTurns(cases, ([words]) => run('--lists', basename(place.lists), ...(words.includes('--out') ? words : ['--out', 'new', ...words])))
    for (const [at, { status, stdout, stderr }] of results.entries()) {
      const [words, expected, message] = cases[at]!
      expect({ words, status, stdout, lines: stderr.length }).toEqual({ words, status: expected, stdout: [], lines: expected })
      expect(stderr[0]).toContain(message)
      expect(stderr.join('\n')).not.toMatch(/^\s+at /m)
    }
    expect(treeHash(FOLDER)).toBe(before)
  })

  it('prints faults as list:check does, and shows what would turn the line', async () => {
    const place = new Place(file({ entries: [acme({ kind: 'firm', name: 'Ac\u202Eme' }), acme({ status: 'left', name: 'Other' })], not_the_same: [] }))
    const { status, stdout, stderr } = await run('--key', 'first.key', '--out', basename(place.out), '--lists', basename(place.lists))
    expect({ status, stdout, lines: stderr.length }).toEqual({ status: 1, stdout: [], lines: 2 })
    expect(stderr[0]).toMatch(new RegExp(`^error: ${basename(place.lists)}/small\\.json: entry "Ac\\\\u\\{202e\\}me": kind must be one of`))
    expect(existsSync(place.out)).toBe(false)
  })

  it('publishes the lists of this repository', async () => {
    const out = basename(newFolder())
    const { status, stdout, stderr } = await run('--key', 'first.key', '--out', out)
    expect({ status, stderr }).toEqual({ status: 0, stderr: [] })
    expect(stdout.join('\n')).toMatch(/^ {2}stop-hate-for-profit-2020: \d+ entries, [\d,]+ bytes$/m)
  })
})

/** Three at a time. */
async function inTurns<Item, Result>(items: readonly Item[], act: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = []
  const waiting = [...items.entries()]
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) results[next[0]] = await act(next[1])
  }
  await Promise.all([worker(), worker(), worker()])
  return results
}

describe('the project’s folders', () => {
  it('are told by where paths lead', () => {
    const copy = newFolder()
    mkdirSync(join(copy, 'deep'), { recursive: true })
    writeFileSync(join(copy, 'package.json'), '{"name":"adpledge"}')
    expect(projectAround(copy)).toBeNull()
    // Of a linked work tree .git is a file.
    writeFileSync(join(copy, '.git'), 'gitdir: elsewhere')
    const link = newFolder()
    symlinkSync(join(copy, 'deep'), link)
    const root = projectAround(ROOT)
    expect(root).not.toBeNull()
    expect(projectAround(join(ROOT, 'no', 'such', 'folder'))).toBe(root)
    expect(projectAround(join(FOLDER, relative(FOLDER, ROOT)))).toBe(root)
    for (const path of [copy, join(copy, 'deep', 'new', 'keys'), link, join(link, 'new')]) expect(projectAround(path)).toBe(projectAround(copy))
    expect(projectAround(copy)).not.toBeNull()
    const other = newFolder()
    mkdirSync(join(other, '.git'), { recursive: true })
    for (const content of ['{"name":"other"}', 'null', 'hello']) {
      writeFileSync(join(other, 'package.json'), content)
      expect(projectAround(join(other, 'keys'))).toBeNull()
    }
    expect(projectAround(tmpdir())).toBeNull()
  })
})
