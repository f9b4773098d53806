import './node-url.ts'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeKeyPair, readSigningKey, type SigningKey } from '../scripts/publish/keys.ts'
import { dataAddress, dataPath, headPath, hostPattern, listAddress, parseInvitation } from '../src/distribution/addresses.ts'
import { checkLists, checkShrinking, entryIds } from '../src/distribution/check-lists.ts'
import { writeDataFile } from '../src/distribution/data-file.ts'
import { applyDifference, writeDifference } from '../src/distribution/difference.ts'
import { fromBase64, fromUtf8, sha256, toBase64, utf8 } from '../src/distribution/encoding.ts'
import { type KeyChange, keyStatement, readEnvelope, verifyEnvelope, writeEnvelope } from '../src/distribution/envelope.ts'
import { MOST_FILE_BYTES, MOST_VERSION, parseHead } from '../src/distribution/head.ts'
import { CONTROL_CHARACTERS } from '../src/distribution/hidden-characters.ts'
import { ListProblem, type ProblemCode } from '../src/distribution/problem.ts'
import { isPublicKey } from '../src/distribution/public-key.ts'
import { isPublicSuffix } from '../src/distribution/public-suffix.ts'
import { isSignedBy } from '../src/distribution/signature.ts'
import { parseList } from '../src/list/schema.ts'
import { acme, file, type Json, zenith } from './list-json.ts'
import { packedWords, realText } from './lists.ts'

const FOLDER = mkdtempSync(join(tmpdir(), 'adpledge-distribution-'))

function newKey(name: string): SigningKey {
  const path = join(FOLDER, name)
  writeFileSync(path, makeKeyPair().privateFile)
  return readSigningKey(path)
}

const [A, B, C, X] = ['a', 'b', 'c', 'x'].map(newKey) as [SigningKey, SigningKey, SigningKey, SigningKey]
const HASH = 'a'.repeat(64)

/** The code of the problem that an act ends with. */
async function codeOf(act: () => unknown): Promise<ProblemCode | 'nothing'> {
  try {
    await act()
    return 'nothing'
  } catch (error) {
    expect(error).toBeInstanceOf(ListProblem)
    return (error as ListProblem).code
  }
}

function change(from: SigningKey, to: SigningKey, by = from): KeyChange {
  const keys = { from: from.publicKey, to: to.publicKey }
  return { ...keys, signature: by.sign(keyStatement(keys)) }
}

describe('base64', () => {
  it('gives bytes back as they were', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const text = toBase64(bytes)
      expect(text).toBe(Buffer.from(bytes).toString('base64'))
      expect(fromBase64(text)).toEqual(new Uint8Array(bytes))
    }))
  })

  it.each(['A', 'AA', 'AAA', 'AA=', 'AB==', 'AAB=', 'AA==\n', ' AA==', 'A A==', 'AA==AA==', 'A-==', 'A_==', 'é', '====', 'AA=='.padEnd(50, '=')])('is written in one way: %j is none', (text) => {
    expect(fromBase64(text)).toBeNull()
  })

  it.each([
    ['a key', A.publicKey, true],
    ['another way of writing one', `${'A'.repeat(42)}B=`, false],
    ['too short a one', A.publicKey.slice(4), false],
    ['too long a one', `AAAA${A.publicKey}`, false],
    ['one with a line end', `${A.publicKey}\n`, false],
    ['one of base64url', `${'A'.repeat(41)}-A=`, false],
    ['none', '', false],
    ['a number', 7, false],
    ['nothing', undefined, false],
    ['an array', [A.publicKey], false],
  ])('tells public keys: %s', (_what, text, expected) => {
    expect(isPublicKey(text)).toBe(expected)
  })
})

describe('a signature', () => {
  const bytes = utf8('text')
  const good = A.sign(bytes)

  it('holds for its key and bytes alone', async () => {
    expect(await isSignedBy(A.publicKey, good, bytes)).toBe(true)
    expect(await isSignedBy(B.publicKey, good, bytes)).toBe(false)
    expect(await isSignedBy(A.publicKey, good, utf8('text '))).toBe(false)
    expect(await isSignedBy(A.publicKey, good, utf8(''))).toBe(false)
  })

  it('is never taken for another way of writing it', async () => {
    // S + L, which lenient verifiers take: RFC 8032 wants S below L.
    const raw = Buffer.from(good, 'base64')
    const order = 2n ** 252n + 27742317777372353535851937790883648493n
    let s = BigInt(`0x${Buffer.from(raw.subarray(32).toReversed()).toString('hex')}`) + order
    for (let at = 32; at < 64; at++, s >>= 8n) raw[at] = Number(s & 255n)
    expect(await isSignedBy(A.publicKey, raw.toString('base64'), bytes)).toBe(false)
    for (const other of [`${good}\n`, good.replace('==', ''), good.slice(0, 84), '', 'x', good.replaceAll('+', '-').replaceAll('/', '_').replace('==', '')]) expect(await isSignedBy(A.publicKey, other, bytes)).toBe(false)
  })

  it('is refused, not thrown over, for keys and signatures that are no points', async () => {
    const keys = [new Uint8Array(32), Uint8Array.of(1, ...new Uint8Array(31)), new Uint8Array(32).fill(255), new Uint8Array(32).fill(2)]
    const signatures = [new Uint8Array(64), Uint8Array.of(1, ...new Uint8Array(63)), new Uint8Array(64).fill(255)]
    for (const key of keys) for (const signature of signatures) expect(await isSignedBy(toBase64(key), toBase64(signature), bytes)).toBe(false)
    for (const key of ['', 'x', 'é'.repeat(44), '='.repeat(44)]) expect(await isSignedBy(key, good, bytes)).toBe(false)
  })
})

describe('an envelope', () => {
  const text = '{"format":1}\n'
  const plain = { changes: [], signature: A.sign(utf8(text)), text }
  const written = writeEnvelope(plain)

  it('is read as it was written', () => {
    for (const envelope of [plain, { ...plain, changes: [change(A, B), change(B, C)] }, { ...plain, text: '' }, { ...plain, text: '\n\nsignature x\nü🎉\r\n\u0000' }]) {
      expect(readEnvelope(utf8(writeEnvelope(envelope)))).toEqual(envelope)
    }
  })

  it('may hold fifty changes of keys, and no more', async () => {
    const [most, more] = [50, 51].map((length) => utf8(writeEnvelope({ ...plain, changes: Array.from({ length }, () => change(A, B)) })))
    expect(readEnvelope(most!).changes).toHaveLength(50)
    expect(await codeOf(() => readEnvelope(more!))).toBe('not-a-list')
  })

  const [line] = writeEnvelope({ ...plain, changes: [change(A, B)] }).split('\n').slice(1)
  it.each<[string, string | Uint8Array, ProblemCode]>([
    ['nothing', '', 'not-a-list'],
    ['a page', '<!doctype html>', 'not-a-list'],
    ['the first line alone', 'AdPledge list 1', 'not-a-list'],
    ['no signature', 'AdPledge list 1\n', 'not-a-list'],
    ['a byte order mark', `\uFEFF${written}`, 'not-a-list'],
    ['Windows line ends', written.replaceAll('\n', '\r\n'), 'not-a-list'],
    ['a line before', `\n${written}`, 'not-a-list'],
    ['a line between', written.replace('\nsignature', '\n\nsignature'), 'not-a-list'],
    ['an unknown line', written.replace('\nsignature', '\nnote x\nsignature'), 'not-a-list'],
    ['the signature before the keys', written.replace('AdPledge list 1', `AdPledge list 1\n${line} `), 'not-a-list'],
    ['a key line with two spaces', written.replace('\nsignature', `\n${line!.replace(' ', '  ')}\nsignature`), 'not-a-list'],
    ['a short signature', written.replace('==\n{', '=\n{'), 'not-a-list'],
    ['a signature with a space after it', written.replace('==\n{', '== \n{'), 'not-a-list'],
    ['other bytes than UTF-8', Uint8Array.of(...utf8(written), 0xff), 'not-a-list'],
    ['overlong UTF-8', Uint8Array.of(...utf8(written), 0xc0, 0x8a), 'not-a-list'],
    ['half a surrogate in UTF-8', Uint8Array.of(...utf8(written), 0xed, 0xa0, 0x80), 'not-a-list'],
    ['another name', written.replace('AdPledge', 'adpledge'), 'not-a-list'],
    ['a version with a nought before it', written.replace('list 1', 'list 01'), 'newer-format'],
    ['version 2', 'AdPledge list 2\nwhatever', 'newer-format'],
    ['version 99999', 'AdPledge list 99999', 'not-a-list'],
  ])('is refused with %s', async (_what, content, code) => {
    expect(await codeOf(() => readEnvelope(typeof content === 'string' ? utf8(content) : content))).toBe(code)
  })

  it('is never thrown over in another way', async () => {
    await fc.assert(fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.string({ unit: 'binary' }).map((tail) => utf8(written.slice(0, 60) + tail))), async (bytes) => {
      expect(['nothing', 'not-a-list', 'newer-format']).toContain(await codeOf(() => readEnvelope(bytes)))
    }))
  })
})

/** The key that signed, or why it isn't known. */
const signer = (...asked: Parameters<typeof verifyEnvelope>) => verifyEnvelope(...asked).catch((error: ListProblem) => error.code)

describe('who signed', () => {
  const text = '{"format":1}\n'
  const by = (key: SigningKey, ...changes: KeyChange[]) => ({ changes, signature: key.sign(utf8(text)), text })

  it.each<[string, ReturnType<typeof by>, SigningKey, SigningKey | null, SigningKey | 'signature']>([
    ['the key known', by(A), A, null, A],
    ['the key known, with the next announced', by(A, change(A, B)), A, B, A],
    ['the next key', by(B, change(A, B)), A, null, B],
    ['the next key, announced', by(B, change(A, B)), A, B, B],
    ['the next key, another having been announced', by(B, change(A, B)), A, C, 'signature'],
    ['the next but one', by(C, change(A, B), change(B, C)), A, B, C],
    ['the one in the middle, for whom the first follows', by(B, change(A, B), change(B, C)), A, null, B],
    ['the one in the middle is known', by(C, change(A, B), change(B, C)), B, null, C],
    ['a retired key', by(A, change(A, B)), B, null, 'signature'],
    ['a stranger', by(X), A, null, 'signature'],
    ['a stranger with a line of its own', by(X, change(X, A)), A, null, 'signature'],
    ['a stranger whom a stranger named', by(X, change(A, X, X)), A, null, 'signature'],
    ['a stranger whom the next key’s line hides', by(X, change(A, B), change(A, X, X)), A, null, 'signature'],
    ['the next key, without a line', by(B), A, B, 'signature'],
    ['lines out of order', by(C, change(B, C), change(A, B)), A, null, 'signature'],
    ['a ring of keys', by(A, change(A, B), change(B, A)), A, null, A],
    ['the known key’s second line, after another took over', by(X, change(A, B), change(A, X)), A, null, 'signature'],
    ['a line that belongs to others, in between', by(B, change(X, C), change(A, B)), A, null, B],
  ])('is told: %s', async (_what, envelope, known, next, expected) => {
    expect(await signer(envelope, known.publicKey, next?.publicKey ?? null)).toBe(expected === 'signature' ? expected : expected.publicKey)
  })

  it('isn’t who signed another text', async () => {
    for (const other of [`${text} `, text.slice(0, -1), '', text.replace('1', '2')]) expect(await signer({ ...by(A), text: other }, A.publicKey, null)).toBe('signature')
  })

  it('isn’t a head’s signer by a key’s statement, nor the other way round', async () => {
    const statement = fromUtf8(keyStatement({ from: A.publicKey, to: X.publicKey }))
    expect(statement).toBe(`AdPledge key\n${A.publicKey}\n${X.publicKey}\n`)
    // What keys sign for each other is no head, so it does no harm that it would verify.
    expect(await codeOf(() => parseHead(statement))).toBe('not-a-list')
  })
})

describe('a head', () => {
  const list = (change: Json = {}): Json => ({ kind: 'list', id: 'small', size: 10, sha256: HASH, differences: [], ...change })
  const head = (change: Json = {}): Json => ({ format: 1, name: 'Lists', version: 1, created: '2026-01-01T00:00:00Z', expires: '2026-02-01T00:00:00Z', files: [list()], ...change })
  const files = (...items: Json[]) => head({ files: items })

  it.each<[string, Json]>([
    ['as small as can be', head()],
    ['with everything', head({ shrunk: 1, nextKey: A.publicKey, files: [list({ differences: [{ from: HASH, size: 1, sha256: HASH }] })] })],
    ['at its limits', head({ version: MOST_VERSION, name: 'x'.repeat(100), files: [list({ size: MOST_FILE_BYTES, id: 'x'.repeat(100), differences: Array.from({ length: 50 }, () => ({ from: HASH, size: 1, sha256: HASH })) })] })],
    ['with 500 files', files(...Array.from({ length: 500 }, (_, at) => list({ id: `list-${at}` })))],
    ['with a kind that nobody knows', files(list(), list({ kind: 'labels' }))],
    ['with parts of a second', head({ created: '2026-01-01T00:00:00.123Z' })],
    ['with a name in Persian', head({ name: 'نمی\u200Cخواهم' })],
    ['with ids that objects have', files(list({ id: 'constructor' }))],
  ])('is read %s', (_what, data) => {
    expect(parseHead(JSON.stringify(data))).toEqual(data)
  })

  it.each<[string, Json]>([
    ['a field too many', head({ note: 'x' })],
    ['a file’s field too many', files(list({ url: 'https://evil.example/' }))],
    ['a difference’s field too many', files(list({ differences: [{ from: HASH, size: 1, sha256: HASH, url: 'x' }] }))],
    ['no name', head({ name: '' })],
    ['a name with space around', head({ name: ' Lists' })],
    ['too long a name', head({ name: 'x'.repeat(101) })],
    ['a name that turns the line', head({ name: 'Lists\u202E' })],
    ['a name of two lines', head({ name: 'Lists\nof' })],
    ['version 0', head({ version: 0 })],
    ['a broken version', head({ version: 1.5 })],
    ['too high a version', head({ version: MOST_VERSION + 1 })],
    ['a version in quotes', head({ version: '1' })],
    ['a size in quotes', files(list({ size: '10' }))],
    ['size 0', files(list({ size: 0 }))],
    ['too large a file', files(list({ size: MOST_FILE_BYTES + 1 }))],
    ['a day instead of a moment', head({ created: '2026-01-01' })],
    ['another zone', head({ created: '2026-01-01T00:00:00+00:00' })],
    ['no such month', head({ created: '2026-13-01T00:00:00Z' })],
    ['the end at the beginning', head({ expires: '2026-01-01T00:00:00Z' })],
    ['a hash in capitals', files(list({ sha256: HASH.toUpperCase() }))],
    ['a short hash', files(list({ sha256: HASH.slice(1) }))],
    ['a hash with a path', files(list({ sha256: `../${HASH.slice(3)}` }))],
    ['an id with a path', files(list({ id: '../x' }))],
    ['an id in capitals', files(list({ id: 'Small' }))],
    ['too long an id', files(list({ id: 'x'.repeat(101) }))],
    ['an id like a prototype', files(list({ id: '__proto__' }))],
    ['no file', head({ files: [] })],
    ['a file twice', files(list(), list())],
    ['more data than may be', files(list({ size: MOST_FILE_BYTES }), list({ id: 'other', size: 1 }))],
    ['a day that is not in the calendar', head({ created: '2026-02-30T00:00:00Z' })],
    ['a moment past midnight', head({ created: '2026-01-01T24:00:00Z' })],
    ['too many files', files(...Array.from({ length: 501 }, (_, at) => list({ id: `list-${at}` })))],
    ['too many differences', files(list({ differences: Array.from({ length: 51 }, () => ({ from: HASH, size: 1, sha256: HASH })) }))],
    ['a next key that is none', head({ nextKey: 'x' })],
    ['nothing for a next key', head({ nextKey: null })],
    ['a shrunk version 0', head({ shrunk: 0 })],
    ['format 0', head({ format: 0 })],
    ['a format in quotes', head({ format: '1' })],
    ['a broken format', head({ format: 1.5 })],
  ])('is refused with %s', async (_what, data) => {
    expect(await codeOf(() => parseHead(JSON.stringify(data)))).toBe('not-a-list')
  })

  it.each(['', 'x', 'null', '1', '[]', '"x"', '{}', '[{"format":2}]', '{"format":null}', '{"format":1e999}', JSON.stringify(head()).replace('"version":1', '"version":1e999'), `\uFEFF${JSON.stringify(head())}`, `${JSON.stringify(head())}x`])('is refused when it is %j', async (text) => {
    expect(await codeOf(() => parseHead(text))).toBe('not-a-list')
  })

  it('of a later format is told as such, whatever else is in it', async () => {
    for (const text of ['{"format":2}', '{"format":3,"files":7}', JSON.stringify(head({ format: 100 }))]) expect(await codeOf(() => parseHead(text))).toBe('newer-format')
  })

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('is refused with a field called %s', async (key) => {
    const text = JSON.stringify(head())
    for (const bad of [text.replace('{', `{"${key}":{"format":1},`), text.replace('{"kind"', `{"${key}":1,"kind"`)]) expect(await codeOf(() => parseHead(bad))).toBe('not-a-list')
    expect({}).not.toHaveProperty('format')
  })

  it('of hostile texts gives a short reason', async () => {
    for (const name of ['x'.repeat(200_000), '\u202E'.repeat(200_000)]) {
      await expect(Promise.resolve().then(() => parseHead(JSON.stringify(head({ name }))))).rejects.toSatisfy((error: ListProblem) => error.detail.length <= 300 && error.message.length <= 350)
    }
  })
})

describe('addresses', () => {
  it.each([
    ['https://a.example', 'https://a.example/head.txt'],
    ['https://a.example/', 'https://a.example/head.txt'],
    ['https://a.example/x', 'https://a.example/x/head.txt'],
    ['https://a.example/x/', 'https://a.example/x/head.txt'],
    ['https://a.example/x/head.txt', 'https://a.example/x/head.txt'],
    ['https://a.example/x/other.txt', 'https://a.example/x/other.txt'],
    ['https://a.example/x?v=1#y', 'https://a.example/x/head.txt?v=1'],
    [' https://A.Example:443/x\n', 'https://a.example/x/head.txt'],
    ['https://a.example:8443/x', 'https://a.example:8443/x/head.txt'],
    ['https://a.example/x/../y/%2e%2e/z', 'https://a.example/z/head.txt'],
    ['https://аррle.example/', 'https://xn--le-6kc8da.example/head.txt'],
    ['http://127.0.0.1:8000/x', 'http://127.0.0.1:8000/x/head.txt'],
    ['http://localhost', 'http://localhost/head.txt'],
  ])('of lists: %j', (text, address) => {
    expect(listAddress(text)).toBe(address)
    expect(listAddress(address)).toBe(address)
  })

  it.each([
    '', 'a.example', 'https://', 'http://a.example/', 'http://localhost.evil.example/', 'http://127.0.0.1.evil.example/', 'http://127.0.0.2/', 'http://[::1]/', 'http://0.0.0.0/',
    'https://me@a.example/', 'https://:secret@a.example/', 'https://localhost@evil.example/', 'ftp://a.example/', 'file:///etc/passwd', 'javascript:alert(1)', 'data:text/plain,x', 'blob:https://a.example/x', 'chrome-extension://abc/head.txt',
    'https://a b.example/', 'https://%/', `https://a.example/${'x'.repeat(1_000)}`, `https://a.example/${'ü'.repeat(200)}`,
  ])('that no list may have: %j', (text) => {
    expect(listAddress(text)).toBeNull()
  })

  it('stay the same once they are addresses of lists', () => {
    fc.assert(fc.property(fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string({ unit: 'binary', maxLength: 300 }).map((text) => `https://a.example/${text}`)), (text) => {
      const address = listAddress(text)
      if (address !== null) {
        expect(listAddress(address)).toBe(address)
        expect(new URL(dataAddress(address, { sha256: HASH })).pathname).toMatch(new RegExp(`/data/${HASH}\\.json$`))
        expect(new URL(dataAddress(address, { sha256: HASH })).origin).toBe(new URL(address).origin)
      }
    }))
  })

  it('of parts are beside the head', () => {
    expect(headPath(12)).toBe('heads/12.txt')
    expect(dataPath(HASH)).toBe(`data/${HASH}.json`)
    expect(dataAddress('https://a.example/x/head.txt?v=1', { sha256: HASH })).toBe(`https://a.example/x/data/${HASH}.json`)
    expect(dataAddress('https://a.example:8443/other.txt', { sha256: HASH })).toBe(`https://a.example:8443/data/${HASH}.json`)
    expect(dataAddress('https://a.example/$&/head.txt', { sha256: HASH })).toBe(`https://a.example/$&/data/${HASH}.json`)
  })

  it.each([
    ['https://lists.a.example:8443/x/head.txt', 'https://lists.a.example/*'],
    ['http://127.0.0.1:8000/head.txt', 'http://127.0.0.1/*'],
    ['https://xn--le-6kc8da.example/head.txt?x', 'https://xn--le-6kc8da.example/*'],
  ])('ask for permission for their host alone: %s', (address, pattern) => {
    expect(hostPattern(address)).toBe(pattern)
  })
})

describe('an invitation', () => {
  const KEY = A.publicKey
  const address = 'https://a.example/x/head.txt'

  it.each([
    `https://a.example/x ${KEY}`, `${KEY}\nhttps://a.example/x/`, `key:${KEY} https://a.example/x`, `key=${KEY}\t<https://a.example/x>`, `Address: https://a.example/x, key: ${KEY}`, `HTTPS://A.example/x\u00A0${KEY}`,
    `Subscribe to https://a.example/x. The key is ${KEY}.`, `(https://a.example/x) (${KEY})`, `[Lists](https://a.example/x): “${KEY}”`, `https://a.example/x https://a.example/x/head.txt ${KEY} ${KEY}`,
    `https://a.example/x http://b.example/ ${KEY}`,
  ])('is read: %s', (text) => {
    expect(parseInvitation(text)).toEqual({ address, key: KEY })
  })

  it.each([
    '', KEY, 'https://a.example/x', `a.example/x ${KEY}`, `http://a.example/x ${KEY}`, `javascript:alert(1) ${KEY}`, `https://a.example/x https://b.example/x ${KEY}`, `https://a.example/x ${KEY} ${B.publicKey}`,
    `https://a.example/x ${KEY.slice(1)}`, `https://a.example/x A${KEY}`, `https://a.example/x ${'A'.repeat(42)}B=`, `https://me:secret@a.example/x ${KEY}`, `${' '.repeat(5_000)}https://a.example/x ${KEY}`,
  ])('isn’t there: %s', (text) => {
    expect(parseInvitation(text)).toBeNull()
  })

  it('is looked for in no time in any text', () => {
    const started = performance.now()
    for (const text of ['https://'.repeat(1e5), KEY.repeat(1e5), '.'.repeat(1e6), '((('.repeat(1e6), 'key:'.repeat(1e5)]) expect(parseInvitation(text)).toBeNull()
    expect(performance.now() - started).toBeLessThan(1_000)
  })
})

const pieces = (...items: unknown[]) => JSON.stringify({ format: 1, pieces: items })

describe('a difference', () => {
  const lines = fc.array(fc.constantFrom('', 'a', 'b', 'c', '"', '\\', '{"id":1},', 'ü', '\r'), { maxLength: 20 }).map((items) => items.join('\n'))

  it('gives the wanted text of any two', () => {
    fc.assert(fc.property(lines, lines, (old, wanted) => {
      expect(applyDifference(old, writeDifference(old, wanted), wanted.length)).toBe(wanted)
    }))
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (old, wanted) => {
      expect(applyDifference(old, writeDifference(old, wanted), wanted.length)).toBe(wanted)
    }))
  })

  it('of what moved, was doubled, or is the same is short', () => {
    const old = Array.from({ length: 1_000 }, (_, at) => `line ${at} ${'x'.repeat(50)}`)
    for (const wanted of [old, [...old.slice(500), ...old.slice(0, 500)], [...old, ...old], old.slice(0, -1), []]) {
      const difference = writeDifference(old.join('\n'), wanted.join('\n'))
      expect(difference.length).toBeLessThan(80)
      expect(applyDifference(old.join('\n'), difference, 200_000)).toBe(wanted.join('\n'))
    }
  })

  it('is the same for the same texts', () => {
    expect(writeDifference('a\nb\nc\n', 'a\nx\ny\nc\n')).toBe('{"format":1,"pieces":[[0,1],"x\\ny",[2,2]]}\n')
  })

  it.each<[string, string]>([
    ['no JSON', 'x'],
    ['null', 'null'],
    ['an array', '[]'],
    ['another format', JSON.stringify({ format: 2, pieces: [] })],
    ['a field too many', JSON.stringify({ format: 1, pieces: [], note: 'x' })],
    ['no pieces', JSON.stringify({ format: 1 })],
    ['a negative line', pieces([-1, 1])],
    ['a negative count', pieces([1, -1])],
    ['half a line', pieces([0.5, 1])],
    ['a number in quotes', pieces(['0', 1])],
    ['no number', pieces([null, 1])],
    ['a line beyond the end', pieces([3, 1])],
    ['more lines than there are', pieces([2, 2])],
    ['numbers past the exact ones', '{"format":1,"pieces":[[9007199254740993,9007199254740993]]}'],
    ['infinity', '{"format":1,"pieces":[[1e999,1]]}'],
    ['one number', pieces([1])],
    ['three numbers', pieces([0, 1, 1])],
    ['an object for a piece', pieces({ first: 0 })],
    ['a prototype', '{"format":1,"pieces":[],"__proto__":{}}'],
  ])('is refused when it is or has %s', async (_what, text) => {
    expect(await codeOf(() => applyDifference('a\nb\nc', text, 1_000))).toBe('damaged')
  })

  it('gives no more than it may', async () => {
    const [old, wanted] = ['ab\ncd', 'ab\ncd\nab']
    const difference = writeDifference(old, wanted)
    expect(applyDifference(old, difference, wanted.length)).toBe(wanted)
    expect(await codeOf(() => applyDifference(old, difference, wanted.length - 1))).toBe('damaged')
    expect(await codeOf(() => applyDifference('x'.repeat(1e6), pieces(...Array.from({ length: 1e4 }, () => [0, 1])), 2e6))).toBe('damaged')
    expect(await codeOf(() => applyDifference('\n'.repeat(1e5), pieces(...Array.from({ length: 1e4 }, () => [0, 1e5])), 2e5))).toBe('damaged')
    expect(applyDifference('a', pieces(), 0)).toBe('')
  })
})

describe('hidden characters', () => {
  it.each([
    'Ben & Jerry’s', 'Nestlé', 'Häagen-Dazs®', '日本', '한국', 'Ελλάδα', 'Россия', 'עברית', 'ไทย', 'بنك', 'نمی\u200Cخواهم', 'خانهٔ\u200Cما', 'क\u094D\u200Dष', 'ශ\u0DCA\u200Dරී', '👩\u200D💻', '👩🏽\u200D💻', '❤️\u200D🔥', '🏳️\u200D🌈', '1️⃣', '©️', 'e\u0301', 'a\u00A0b', '\u3000',
  ])('aren’t in %j', (text) => {
    expect(CONTROL_CHARACTERS.test(text)).toBe(false)
  })

  it.each(
    ['\u0000', '\t', '\n', '\u001B', '\u007F', '\u0085', '\u00AD', '\u034F', '\u061C', '\u115F', '\u1160', '\u17B4', '\u180E', '\u200B', '\u200C', '\u200D', '\u200E', '\u200F', '\u2028', '\u2029', '\u202A', '\u202D', '\u202E', '\u2060', '\u2063', '\u2066', '\u2069', '\u206F', '\u2800', '\u3164', '\uFE00', '\uFEFF', '\uFFA0', '\uFFF9', '\uFFFC', '\uFFFD', '\uFFFF', '\uD800', '\uDC00', '\u{1BCA0}', '\u{1D173}', '\u{E0001}', '\u{E0041}', '\u{E0100}'].map((sign) => [sign.codePointAt(0)!.toString(16), sign]),
  )('are found: %s', (_code, sign) => {
    expect(CONTROL_CHARACTERS.test(`Ac${sign}me`)).toBe(true)
    expect(CONTROL_CHARACTERS.test(sign)).toBe(true)
  })

  it('are found where joiners join nothing', () => {
    for (const text of ['Ac\u200Dme', '\u200Dبنك', 'ب\u200D\u200Dنك', 'e\u0301\u200D']) expect(CONTROL_CHARACTERS.test(text)).toBe(true)
  })
})

const withEntry = (change: Json) => file({ entries: [acme(change), zenith()], not_the_same: [] })
const withSource = (change: Json) => file({ sources: { news: { ...((file()['sources'] as Json)['news'] as Json), ...change } } })

const check = (...lists: (Json | string)[]) => checkLists(lists.map((list) => (typeof list === 'string' ? { id: 'small', text: list } : { id: list['id'] as string, text: JSON.stringify(list) })), packedWords, isPublicSuffix)

/** Why a list is refused: without the problem's code and the list's id. */
const reason = (...lists: (Json | string)[]): string => {
  try {
    check(...lists)
  } catch (error) {
    expect(error).toMatchObject({ name: 'ListProblem', code: 'invalid' })
    return (error as ListProblem).detail
  }
  return 'none'
}

describe('lists from outside', () => {
  it('are taken where nothing is wrong', () => {
    expect(check(file(), file({ id: 'other' })).map(({ id }) => id)).toEqual(['small', 'other'])
    expect(check(JSON.stringify({ ...(JSON.parse(realText) as Json), id: 'small' }))[0]?.entries.length).toBeGreaterThan(250)
  })

  it.each<[string, Json, string | RegExp]>([
    ['a registry’s domain', withEntry({ domains: ['co.uk'] }), 'is not a domain that one organisation can own'],
    ['a registry’s domain that only the public suffix list has', withEntry({ domains: ['k12.ca.us'] }), 'anybody can have a name below "k12.ca.us"'],
    ['a host of everybody’s', withEntry({ domains: ['github.io'] }), 'is a platform on which anybody has a page'],
    ['a host that only the public suffix list has', withEntry({ domains: ['ngrok.io'] }), 'anybody can have a name below "ngrok.io"'],
    ['a platform', withEntry({ domains: ['facebook.com'] }), 'is a platform on which anybody has a page'],
    ['a page on a platform', withEntry({ domains: ['acme.blogspot.com'] }), 'is a platform on which anybody has a page'],
    ['a top level', withEntry({ domains: ['com'] }), 'must be a bare domain'],
    ['an address of a machine', withEntry({ domains: ['127.0.0.1'] }), 'must be a bare domain'],
    ['a source without TLS', withSource({ url: 'http://news.example/1' }), 'must be an address that starts with https://'],
    ['a source that looks like another host', withSource({ url: 'https://nytimes.com@evil.example/1' }), 'must be an address that starts with https://'],
    ['a source with a backslash', withSource({ url: 'https://nytimes.com\\@evil.example/1' }), 'must be an address that starts with https://'],
    ['a source that is a script', withSource({ url: 'javascript:alert(1)' }), 'must be an address that starts with https://'],
    ['a source that is data', withSource({ url: 'data:text/html,<script>' }), 'must be an address that starts with https://'],
    ['a source that turns the line', withSource({ url: 'https://news.example/\u202Etxt' }), 'hidden characters'],
    ['a name that turns the line', withEntry({ name: 'Acme\u202E skroW' }), 'hidden characters'],
    ['an alias with a zero width space', withEntry({ aliases: ['Ac\u200Bme'] }), 'hidden characters'],
    ['a statement of two lines', withEntry({ statement: 'It paused\nits ads' }), 'hidden characters'],
    ['a page with a mark', withEntry({ handles: { facebook: ['ac\u200Eme'] } }), 'hidden characters'],
    ['a hidden character in the campaign', file({ campaign: { ...(file()['campaign'] as Json), name: 'Cam\u00ADpaign' } }), 'hidden characters'],
    ['a hidden character in a look-alike', file({ not_the_same: [{ name: 'Acme\u2060 Zoo', confusable_with: 'Acme Works', domain: null, relation: 'unrelated' }] }), 'hidden characters'],
    ['a hidden character in a source’s short name', file({ sources: { ...(file()['sources'] as Json), 'x\u200B': (file()['sources'] as Json)['news'] } }), 'hidden characters'],
    ['half a surrogate', withEntry({ note: 'x\uD800' }), 'hidden characters'],
    ['a Cyrillic letter among Latin ones', withEntry({ name: 'Аcme Works' }), 'letters of several scripts in one word of "Аcme Works"'],
    ['a Greek letter in an alias', withEntry({ aliases: ['Αcme'] }), 'letters of several scripts in one word of "Αcme"'],
    ['a Cyrillic letter in the campaign’s name', file({ campaign: { ...(file()['campaign'] as Json), name: 'Pаuse' } }), 'letters of several scripts'],
    ['an id twice', file({ entries: [acme(), zenith({ id: 'acme' })] }), 'id "acme" is already used by "Acme Works"'],
    ['a name that is another’s alias', file({ entries: [acme(), zenith({ name: 'ACME Inc.' })] }), 'the name "ACME Inc." also belongs to "Acme Works"'],
    ['two of one alias', file({ entries: [acme(), zenith({ aliases: ['Acme'] })] }), 'also belongs to "Acme Works"'],
    ['two of one domain', file({ entries: [acme(), zenith({ domains: ['acme.com'] })] }), 'the domain "acme.com" also belongs to "Acme Works"'],
    ['two of one page', file({ entries: [acme(), zenith({ handles: { facebook: ['ACME'] } })] }), 'the page "ACME" also belongs to "Acme Works"'],
    ['a number in quotes', file({ format: '1' }), 'format must be 1'],
    ['a name that is a number', withEntry({ name: 7 }), 'name must be text'],
    ['yes in quotes', withEntry({ badge_ok: 'true' }), 'badge_ok must be true or false'],
    ['a field too many', withEntry({ html: '<b>' }), 'html is not a known field'],
    ['a source that isn’t there', withEntry({ sources: ['constructor'] }), 'names "constructor", which is not under "sources"'],
    ['a source called like a prototype', withEntry({ sources: ['__proto__'] }), 'names "__proto__", which is not under "sources"'],
    ['a platform that is no id', file({ campaign: { ...(file()['campaign'] as Json), platforms: ['__proto__'] } }), 'must be lower-case words'],
    ['too long a name', withEntry({ name: 'x'.repeat(2_001) }), /^small: entry "x{100}": name is longer/],
    ['a very long name', withEntry({ name: 'x'.repeat(1_000_000) }), /^small: entry "x{100}": name is longer/],
    ['a very long note', withEntry({ note: 'x '.repeat(1_000_000) }), 'note is longer than 2,000 characters'],
    ['a very long domain', withEntry({ domains: ['a'.repeat(1_000_000)] }), 'is longer than 2,000 characters'],
    ['a domain of very many parts', withEntry({ domains: [`${'a.'.repeat(100_000)}com`] }), 'is longer than 2,000 characters'],
    ['a very long address', withSource({ url: `https://news.example/${'x'.repeat(1_000_000)}` }), 'is longer than 2,000 characters'],
    ['a very long date', withEntry({ from: '2'.repeat(1_000_000) }), 'must be a date'],
  ])('are refused with %s', (_what, list, expected) => {
    const started = performance.now()
    if (typeof expected === 'string') expect(reason(list)).toContain(expected)
    else expect(reason(list)).toMatch(expected)
    expect(reason(list).length).toBeLessThanOrEqual(310)
    expect(reason(list)).not.toMatch(/[\u200B-\u200F\u202A-\u202E]/)
    expect(performance.now() - started).toBeLessThan(2_000)
  })

  it.each(['', 'x', 'null', '[]', '{}', '<html>', '{"format":1', '['.repeat(100_000), `${'['.repeat(100_000)}${']'.repeat(100_000)}`])('are refused when they are no list: %#', (text) => {
    expect(reason(text)).toMatch(/^small: /)
  })

  it('are refused with another id than the head’s', () => {
    expect(() => checkLists([{ id: 'other', text: JSON.stringify(file()) }], packedWords, isPublicSuffix)).toThrow('its id is "small"')
  })

  it('are refused whole where one of them is wrong, which is named', () => {
    expect(reason(file(), file({ id: 'other', format: 2 }))).toMatch(/^other: format must be 1/)
  })

  it.each(['__proto__', 'constructor', 'toString'])('may not have fields called %s, and names like that are names', (key) => {
    const text = JSON.stringify(file())
    expect(reason(text.replace('"note":"A note"', `"note":"A note","${key}":{"badge_ok":true}`))).toContain(`${key} is not a known field`)
    expect(reason(text.replace('"handles":{', `"handles":{"${key}":["x"],`))).toContain(`${key} is not a known field`)
    expect(reason(text.replace('{', `{"${key}":{},`))).toContain(`${key} is not a known field`)
    const [list] = check(withEntry({ name: key, aliases: [], brands_named_in_sources: [key] }))
    expect(list?.entries[0]?.name).toBe(key)
    expect({}).not.toHaveProperty('badge_ok')
  })

  it('may have ids that objects have', () => {
    expect(check(withEntry({ id: 'constructor' }))[0]?.entries[0]?.id).toBe('constructor')
    expect(check(file({ id: 'constructor' }))[0]?.id).toBe('constructor')
  })

  it('keep no source called like a prototype', () => {
    const text = JSON.stringify(file()).replace('"sources":{"news"', '"sources":{"__proto__":{"title":"X","url":"https://x.example/","date":null,"kind":"news"},"news"')
    const [list] = check(text)
    expect(Object.keys(list!.sources)).toEqual(['news'])
    expect(Object.getPrototypeOf(list!.sources)).toBe(Object.prototype)
  })
})

const ids = (count: number, from = 0) => new Set(Array.from({ length: count }, (_, at) => `list/${at + from}`))

describe('shrinking', () => {
  it.each([
    [100, 70, true],
    [100, 69, false],
    [30, 20, true],
    [30, 19, false],
    [10, 1, true],
    [10, 0, false],
    [1, 0, false],
    [0, 0, true],
    [0, 10, true],
  ])('from %d to %d entries: %s', async (before, after, isFine) => {
    expect(await codeOf(() => checkShrinking(ids(before), ids(after)))).toBe(isFine ? 'nothing' : 'shrunk')
  })

  it('counts entries that others took the place of', async () => {
    expect(await codeOf(() => checkShrinking(ids(100), ids(200, 50)))).toBe('shrunk')
  })

  it('tells entries of one id in two lists apart', () => {
    const [list] = [parseList('small', JSON.stringify(file()))]
    expect([...entryIds([list, { ...list, id: 'other' }])]).toEqual(['small/acme', 'small/zenith', 'other/acme', 'other/zenith'])
  })
})

describe('a data file', () => {
  it('is the list again, and the same bytes again', () => {
    for (const text of [realText, JSON.stringify(file()), JSON.stringify(file({ $schema: './x', entries: [], not_the_same: [] })), JSON.stringify(file({ sources: { ...(file()['sources'] as Json), 2020: (file()['sources'] as Json)['news'], 'x"\\\u2028': (file()['sources'] as Json)['news'] } }))]) {
      const { $schema: _, ...list } = parseList('list', text)
      const written = writeDataFile(list)
      expect(parseList('list', written)).toEqual(list)
      expect(writeDataFile(parseList('list', written))).toBe(written)
      expect(written.split('\n').length).toBeGreaterThan(list.entries.length + list.not_the_same.length + Object.keys(list.sources).length)
    }
  })

  it('has each entry on a line of its own', async () => {
    const list = parseList('list', JSON.stringify(file()))
    const changed = { ...list, entries: list.entries.map((entry) => (entry.id === 'acme' ? { ...entry, note: 'Another' } : entry)) }
    const [one, other] = [writeDataFile(list).split('\n'), writeDataFile(changed).split('\n')]
    expect(one.filter((line, at) => line !== other[at])).toHaveLength(1)
    expect(await sha256(utf8('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })
})
