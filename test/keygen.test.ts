import { spawnSync } from 'node:child_process'
import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import { existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { makeKeyPair, readPublicKey, readSigningKey } from '../scripts/publish/keys.ts'
import { utf8 } from '../src/distribution/encoding.ts'
import { isSignedBy } from '../src/distribution/signature.ts'

const ROOT = fileURLToPath(new URL('../', import.meta.url))
const FOLDER = mkdtempSync(join(tmpdir(), 'adpledge-keygen-'))
const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8)

/** As `npm run -s list:keygen -- …` in {@link FOLDER}. */
function keygen(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', join(ROOT, 'scripts/list-keygen.ts'), ...words], { cwd: ROOT, encoding: 'utf8', env: { ...process.env, ADPLEDGE_CWD: FOLDER } })
  return { status, stdout, lines: stderr.split('\n').filter(Boolean) }
}

describe('list:keygen', { timeout: 60_000 }, () => {
  it('writes a pair of keys with which signing works, the private one for its owner alone', async () => {
    const { status, stdout, lines } = keygen('--out', 'new/keys')
    expect({ status, lines }).toEqual({ status: 0, lines: [] })
    const folder = join(FOLDER, 'new/keys')
    const [path, pub] = [join(folder, 'adpledge-list.key'), join(folder, 'adpledge-list.pub')]
    expect(readdirSync(folder).toSorted()).toEqual(['adpledge-list.key', 'adpledge-list.pub'])
    if (process.platform !== 'win32') expect([modeOf(path), modeOf(folder), modeOf(join(FOLDER, 'new'))]).toEqual(['600', '700', '700'])

    const pem = readFileSync(path, 'utf8')
    const privateKey = createPrivateKey({ key: pem, format: 'pem', type: 'pkcs8' })
    expect(privateKey.asymmetricKeyType).toBe('ed25519')
    const raw = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32)
    expect(readFileSync(pub, 'utf8')).toBe(`${raw.toString('base64')}\n`)

    const publicKey = readPublicKey(pub)
    expect(stdout).toContain(path)
    expect(stdout).toContain(pub)
    expect(stdout).toContain(publicKey)
    expect(stdout).not.toContain(pem.split('\n')[1])
    expect(stdout.split('\n').length).toBeLessThan(8)
    const key = readSigningKey(path)
    expect(key.publicKey).toBe(publicKey)
    expect(await isSignedBy(publicKey, key.sign(utf8('text')), utf8('text'))).toBe(true)
    expect(await isSignedBy(publicKey, key.sign(utf8('text')), utf8('Text'))).toBe(false)

    // A second time.
    expect(keygen('--out', 'new/keys')).toEqual({ status: 1, stdout: '', lines: [expect.stringMatching(/adpledge-list\.key is there already, and nothing is written over it$/)] })
    expect(readFileSync(path, 'utf8')).toBe(pem)
  })

  it('writes neither key where one is there', () => {
    const folder = join(FOLDER, 'half')
    mkdirSync(folder)
    writeFileSync(join(folder, 'adpledge-list.pub'), 'mine')
    expect(keygen('--out', 'half')).toMatchObject({ status: 1, lines: [expect.stringContaining('adpledge-list.pub is there already')] })
    expect(readdirSync(folder)).toEqual(['adpledge-list.pub'])
    expect(readFileSync(join(folder, 'adpledge-list.pub'), 'utf8')).toBe('mine')
  })

  it('refuses a folder inside the repository, however it is named', () => {
    symlinkSync(ROOT, join(FOLDER, 'link'))
    symlinkSync(join(ROOT, 'no-such-folder'), join(FOLDER, 'dangling'))
    for (const folder of [relative(FOLDER, join(ROOT, 'src', '..', 'no-such-folder', 'deep')), 'link', 'link/no-such-folder/deep']) {
      const { status, stdout, lines } = keygen('--out', folder)
      expect({ folder, status, stdout, lines: lines.length }).toEqual({ folder, status: 1, stdout: '', lines: 1 })
      expect(lines[0]).toContain('where a private key could be committed')
    }
    // A link that leads nowhere yet leads nowhere afterwards.
    expect(keygen('--out', 'dangling')).toMatchObject({ status: 1, stdout: '' })
    expect(lstatSync(join(FOLDER, 'dangling')).isSymbolicLink()).toBe(true)
    expect(existsSync(join(ROOT, 'no-such-folder'))).toBe(false)
    expect(existsSync(join(ROOT, 'adpledge-list.key'))).toBe(false)
  })

  it.each<[string, string[], number, string]>([
    ['a file', ['--out', 'a-file'], 1, 'a-file'],
    ['no folder', [], 2, '--out must name a folder'],
    ['another word', ['keys'], 2, "Unexpected argument 'keys'"],
  ])('refuses %s', (_what, words, expected, message) => {
    writeFileSync(join(FOLDER, 'a-file'), '')
    const { status, stdout, lines } = keygen(...words)
    expect({ status, stdout, lines: lines.length }).toEqual({ status: expected, stdout: '', lines: expected })
    expect(lines[0]).toContain(message)
  })
})

describe('keys', () => {
  const path = join(FOLDER, 'some.key')
  const pem = { format: 'pem', type: 'pkcs8' } as const
  const publicKey = makeKeyPair().publicFile.trim()

  it.each<[string, string]>([
    ['RSA', generateKeyPairSync('rsa', { modulusLength: 1_024 }).privateKey.export(pem) as string],
    ['X25519', generateKeyPairSync('x25519').privateKey.export(pem) as string],
    ['a passphrase', generateKeyPairSync('ed25519').privateKey.export({ ...pem, cipher: 'aes-256-cbc', passphrase: 'x' }) as string],
    ['a public key', generateKeyPairSync('ed25519').publicKey.export({ format: 'pem', type: 'spki' }) as string],
    ['half a key', makeKeyPair().privateFile.slice(0, 60)],
    ['nothing', ''],
  ])('sign with no file that holds %s, and tell nothing of it', (_what, content) => {
    writeFileSync(path, content)
    expect(() => readSigningKey(path)).toThrow(new Error(`${path}: no Ed25519 private key without a passphrase, as list:keygen writes it`))
  })

  it.each(['', 'x', publicKey.slice(1), `${publicKey}\n${publicKey}`, `key:${publicKey}`, makeKeyPair().privateFile])('are no public ones: %#', (content) => {
    writeFileSync(path, content)
    expect(() => readPublicKey(path)).toThrow(/no public key, which is one line of 44 characters/)
  })

  it.each([publicKey, `${publicKey}\r\n`, `\uFEFF${publicKey}`])('are public ones, whatever editor wrote them: %#', (content) => {
    writeFileSync(path, content)
    expect(readPublicKey(path)).toBe(publicKey)
  })

  it('that can’t be read are named', () => {
    expect(() => readSigningKey(FOLDER)).toThrow(`${FOLDER}: EISDIR`)
    expect(() => readPublicKey(join(FOLDER, 'none'))).toThrow(/none: ENOENT/)
  })
})
