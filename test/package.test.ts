import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { crc32, inflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { buildSettings } from '../scripts/build-settings.ts'
import { chosenSettings, uncommitted } from '../scripts/package/checks.ts'
import { differenceOf } from '../scripts/package/difference.ts'
import { sourceFiles } from '../scripts/package/packages.ts'
import { readSource, SUMS, sumsOf } from '../scripts/package/source.ts'
import { filesIn } from '../scripts/package/unzip.ts'
import { type Effort, type PackedFile, zipOf } from '../scripts/package/zip.ts'

const ROOT = fileURLToPath(new URL('../', import.meta.url))
const EFFORTS: Effort[] = ['smallest', 'fast']
const file = (path: string, text: string): PackedFile => ({ path, bytes: Buffer.from(text) })
const textsOf = (files: readonly PackedFile[]) => Object.fromEntries(files.map(({ path, bytes }) => [path, Buffer.from(bytes).toString()]))
const zip = (files: PackedFile[]) => zipOf(files, 'fast')
const withChanges = (changes: string[]) => ({ commit: 'c', files: [], changes })
const FILES = [file('manifest.json', '{"name": "a name, a name, a name, a name"}'), file('src/ä.txt', 'ä'), file('a.js', 'let a = 1\n'.repeat(500)), file('empty.css', '')]

/** What a zip says of each file in its directory at the end, read by hand: another reader than the library that wrote it. */
function directoryOf(bytes: Uint8Array) {
  const data = Buffer.from(bytes)
  const end = data.length - 22
  expect(data.readUInt32LE(end)).toBe(0x06054b50)
  let at = data.readUInt32LE(end + 16)
  return Array.from({ length: data.readUInt16LE(end + 10) }, () => {
    expect(data.readUInt32LE(at)).toBe(0x02014b50)
    const [nameLength, extra, comment] = [28, 30, 32].map((place) => data.readUInt16LE(at + place)) as [number, number, number]
    const local = data.readUInt32LE(at + 42)
    const begin = local + 30 + data.readUInt16LE(local + 26) + data.readUInt16LE(local + 28)
    const packed = data.subarray(begin, begin + data.readUInt32LE(at + 20))
    const method = data.readUInt16LE(at + 10)
    const entry = {
      path: data.toString('utf8', at + 46, at + 46 + nameLength),
      bytes: method === 8 ? inflateRawSync(packed) : packed,
      method,
      moment: [data.readUInt16LE(at + 12), data.readUInt16LE(at + 14)],
      rights: (data.readUInt32LE(at + 38) >>> 16).toString(8),
      beside: [extra, comment],
      crc: data.readUInt32LE(at + 16),
    }
    at += 46 + nameLength + extra + comment
    return entry
  })
}

describe('a zip', { timeout: 60_000 }, () => {
  it.each(EFFORTS)('holds the files in the order of their paths, and nothing of the machine: %s', async (effort) => {
    const entries = directoryOf(await zipOf(FILES, effort))
    expect(entries.map(({ path }) => path)).toEqual(['a.js', 'empty.css', 'manifest.json', 'src/ä.txt'])
    expect(textsOf(entries)).toEqual(textsOf(FILES))
    for (const { path, bytes, moment, rights, beside, crc } of entries) {
      // Midnight of January 1, 1980.
      expect({ path, moment, rights, beside, crc }).toEqual({ path, moment: [0, 0x21], rights: '100644', beside: [0, 0], crc: crc32(bytes) })
    }
  })

  it.each(EFFORTS)('is the same bytes in whatever order files come, and in any time zone: %s', async (effort) => {
    const zone = process.env['TZ']
    const zips: Uint8Array[] = []
    try {
      for (const TZ of ['UTC', 'Pacific/Kiritimati', 'America/St_Johns']) {
        process.env['TZ'] = TZ
        zips.push(await zipOf(FILES, effort), await zipOf(FILES.toReversed(), effort))
      }
    } finally {
      if (zone === undefined) delete process.env['TZ']
      else process.env['TZ'] = zone
    }
    expect(new Set(zips.map((made) => Buffer.from(made).toString('hex'))).size).toBe(1)
  })

  it('holds what doesn’t get smaller as it is, and the least of all else', async () => {
    const entries = directoryOf(await zipOf(FILES, 'smallest'))
    expect(entries.map(({ method }) => method)).toEqual([8, 0, 8, 0])
    const real = file('README.md', readFileSync(join(ROOT, 'README.md'), 'utf8'))
    expect((await zipOf([real], 'smallest')).length).toBeLessThan((await zipOf([real], 'fast')).length)
  })
})

describe('two zips', () => {
  it('are compared byte by byte, and the first file that differs is told', async () => {
    const [a, b] = [file('a', 'one'), file('b', 'two')]
    expect(await differenceOf(await zip([a, b]), await zip([b, a]))).toBeNull()
    expect(await differenceOf(await zip([a, b]), await zip([a, file('b', 'tun')]))).toBe('b, from its byte 1 on')
    expect(await differenceOf(await zip([a]), await zip([file('a', 'one more')]))).toBe('a, from its byte 3 on')
    expect(await differenceOf(await zip([b]), await zip([a, b]))).toBe('a is only in the second')
    expect(await differenceOf(await zip(FILES), await zipOf(FILES, 'smallest'))).toBe('how the zips are written: the files in them are the same')
  })
})

function writeAll(folder: string, texts: Record<string, string>): void {
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

const TEXTS = { '.gitignore': '*.log\n', 'adpledge.config.json': JSON.stringify(buildSettings({})), 'src/a.ts': 'a\n', 'README.md': 'Read me\n' }

function clone(): string {
  const folder = mkdtempSync(join(tmpdir(), 'adpledge-clone-'))
  writeAll(folder, TEXTS)
  const git = (...words: string[]) => execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.example', '-c', 'commit.gpgsign=false', ...words], { cwd: folder, stdio: 'ignore' })
  git('init')
  git('add', '.')
  git('commit', '-m', 'All')
  return folder
}

describe('the source', { timeout: 60_000 }, () => {
  it('is what is committed, and tells what isn’t', () => {
    const folder = clone()
    expect(textsOf(readSource(folder).files)).toEqual(TEXTS)
    expect(readSource(folder).changes).toEqual([])
    expect(readSource(folder).commit).toMatch(/^[0-9a-f]{40}$/)
    writeAll(folder, { 'src/a.ts': 'b\n', 'new file.ts': '', 'notes.log': '', 'src/kept.log': '' })
    rmSync(join(folder, 'README.md'))
    // Ignored files count where they would get into the package.
    expect(readSource(folder).changes).toEqual(['README.md', 'new file.ts', 'src/a.ts', 'src/kept.log'])
  })

  it('is the same when it comes out of a source zip, and tells what was changed there', async () => {
    const source = readSource(clone())
    const packed = await zip(sourceFiles(source, buildSettings({})))
    const folder = mkdtempSync(join(tmpdir(), 'adpledge-unpacked-'))
    writeAll(folder, textsOf(await filesIn(packed)))
    const again = readSource(folder)
    expect(again).toMatchObject({ commit: source.commit, changes: [] })
    expect(await differenceOf(packed, await zip(sourceFiles(again, buildSettings({}))))).toBeNull()
    writeAll(folder, { 'src/a.ts': 'b\n', 'src/more.ts': '', 'node_modules/x/index.js': '' })
    rmSync(join(folder, 'README.md'))
    expect(readSource(folder).changes).toEqual(['README.md', 'src/a.ts', 'src/more.ts'])
  })

  it('is nothing else', () => {
    expect(() => readSource(mkdtempSync(join(tmpdir(), 'adpledge-neither-')))).toThrow('neither a git clone nor an unpacked source zip')
  })

  it('says the settings that were used, and the hash of each file', () => {
    const source = { commit: 'c', files: Object.entries(TEXTS).map(([path, text]) => file(path, text)), changes: [] }
    const settings = buildSettings({ ADPLEDGE_LIST_URL: 'https://lists.example/', ADPLEDGE_LIST_KEY: 'key' })
    const texts = textsOf(sourceFiles(source, settings))
    expect(JSON.parse(texts['adpledge.config.json'] ?? '')).toEqual({ ...buildSettings({}), listUrl: 'https://lists.example/', listKey: 'key' })
    expect(texts['src/a.ts']).toBe('a\n')
    expect(texts[SUMS]).toContain('87428fc522803d31065e7bce3cf03fe475096631e5e07bbd7a0fde60c4cf25c7  src/a.ts\n')
    // Nothing is rewritten that says the same already.
    expect(textsOf(sourceFiles(source, buildSettings({})))).toEqual({ ...TEXTS, [SUMS]: Buffer.from(sumsOf(source).bytes).toString() })
  })
})

describe('before anything is packed', () => {
  const LIST = { ADPLEDGE_LIST_URL: 'https://lists.example/', ADPLEDGE_LIST_KEY: 'AAAA' }
  const NONE = { ADPLEDGE_LIST_URL: '', ADPLEDGE_LIST_KEY: '' }

  it.each([NONE, { ...LIST, ADPLEDGE_LIST_KEY: '' }, { ...LIST, ADPLEDGE_LIST_URL: '' }])('there must be a list and its key: not with %o', (environment) => {
    expect(() => chosenSettings(false, environment)).toThrow(/set listUrl and listKey in adpledge\.config\.json, or ADPLEDGE_LIST_URL and ADPLEDGE_LIST_KEY[^]*--bundled-only/)
    expect(chosenSettings(true, environment)).toMatchObject({ listUrl: '', listKey: '' })
  })

  it('a list is taken, unless none is wanted', () => {
    expect(chosenSettings(false, LIST)).toMatchObject({ listUrl: 'https://lists.example/', listKey: 'AAAA' })
    expect(chosenSettings(true, LIST)).toMatchObject({ listUrl: '', listKey: '' })
  })

  it('all must be as committed, unless that is meant', () => {
    expect(uncommitted(withChanges([]), false)).toBeNull()
    expect(() => uncommitted(withChanges(['a.ts']), false)).toThrow(/^Not as committed:\n {2}a\.ts\n[^]*--dirty/)
    expect(uncommitted(withChanges(['a.ts']), true)).toBe('Not as committed:\n  a.ts')
    expect(uncommitted(withChanges('abcdefghijkl'.split('')), true)).toMatch(/ {2}j\n {2}and 2 more$/)
  })
})

/** As `npm run -s package -- …` without a list. */
function pack(...words: string[]) {
  return spawnSync(process.execPath, ['--import', 'tsx', join(ROOT, 'scripts/package.ts'), ...words], { cwd: ROOT, encoding: 'utf8', env: { ...process.env, ADPLEDGE_CWD: ROOT, ADPLEDGE_LIST_URL: '', ADPLEDGE_LIST_KEY: '' } })
}

describe('npm run package', { timeout: 60_000 }, () => {
  it('refuses to pack without a list', () => {
    const { status, stdout, stderr } = pack()
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toContain('--bundled-only')
  })

  it('refuses words that it doesn’t know', () => {
    expect(pack('--bundle')).toMatchObject({ status: 2, stdout: '' })
  })
})
