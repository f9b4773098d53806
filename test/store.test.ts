import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import manifest from '../manifest.json' with { type: 'json' }
import { sites } from '../src/sites/registry.ts'

/**
 * What stores allow: https://developer.chrome.com/docs/webstore/images, https://developer.chrome.com/docs/extensions/reference/manifest,
 * https://developer.chrome.com/docs/webstore/cws-dashboard-privacy, https://extensionworkshop.com/documentation/develop/create-an-appealing-listing/.
 * In characters or pixels; the lower one where they differ.
 */
const LIMITS = { name: 50, shortName: 12, short: 132, long: 16_000, justification: 1_000, screenshots: 5, commands: 4 }
const SCREENSHOT = { width: 1280, height: 800 }

const ROOT = new URL('../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8')
const LANGUAGES = readdirSync(new URL('store/descriptions/', ROOT)).map((name) => name.replace(/\.txt$/, ''))
const LOCALES = readdirSync(new URL('public/_locales/', ROOT))
const submission = read('store/submission.md')

/** @returns width and height of a PNG or JPEG, in pixels, and whether it may be seen through */
function sizeOf(path: string): { width: number; height: number; isTransparent: boolean } {
  const bytes = readFileSync(new URL(path, ROOT))
  // PNG: the first chunk is the header, with the kind of colour after the depth.
  if (bytes.readUInt32BE(0) === 0x89504e47) return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), isTransparent: [4, 6].includes(bytes[25] ?? 0) }
  if (bytes.readUInt16BE(0) !== 0xffd8) throw new Error(`${path} is neither PNG nor JPEG`)
  // JPEG: segments with their lengths, up to the frame.
  for (let at = 2; at < bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes.readUInt16BE(at)
    if (marker >= 0xffc0 && marker <= 0xffc2) return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5), isTransparent: false }
  }
  throw new Error(`${path} has no frame`)
}

/** What stands where: lines, points and gaps. */
function shapeOf(text: string): string[] {
  return text.trim().split('\n').map((line) => (line === '' ? 'gap' : /^[•・]/.test(line) ? 'point' : 'line'))
}

/** Rows of the table below a heading, by their first cell without marks. */
function tableBelow(heading: string): Map<string, string> {
  const section = submission.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? ''
  const rows = section.split('\n').filter((line) => line.startsWith('|')).slice(2)
  return new Map(rows.map((line) => line.split('|').map((cell) => cell.trim())).map(([, name = '', text = '']) => [name.replaceAll('`', ''), text]))
}

describe('name and short description', () => {
  it.each(LOCALES)('fit into the stores: %s', (locale) => {
    const messages = JSON.parse(read(`public/_locales/${locale}/messages.json`)) as Record<'extensionName' | 'extensionDescription', { message: string }>
    expect(messages.extensionName.message.length).toBeLessThanOrEqual(LIMITS.name)
    expect(messages.extensionDescription.message.length).toBeLessThanOrEqual(LIMITS.short)
    expect(messages.extensionDescription.message.length).toBeGreaterThan(20)
  })

  it('have a short form and no more suggested shortcuts than browsers take', () => {
    expect(manifest.short_name.length).toBeLessThanOrEqual(LIMITS.shortName)
    expect(Object.values(manifest.commands).filter((command) => 'suggested_key' in command).length).toBeLessThanOrEqual(LIMITS.commands)
  })
})

describe('long descriptions', () => {
  it('are there in four languages at least, each one that the extension speaks', () => {
    expect(LANGUAGES.length).toBeGreaterThanOrEqual(4)
    expect(LANGUAGES.filter((language) => !LOCALES.includes(language))).toEqual([])
  })

  describe.each(LANGUAGES)('%s', (language) => {
    const text = read(`store/descriptions/${language}.txt`)

    it('fits into the stores, and is plain text', () => {
      expect(text.length).toBeLessThanOrEqual(LIMITS.long)
      expect(text.length).toBeGreaterThan(800)
      // What one store takes for markup the other prints.
      expect(text).not.toMatch(/<\/?[a-z]|\*\*|^#|\]\(|https?:/im)
    })

    it('names every site, and says whose the name of the campaign is', () => {
      // Facebook and Instagram have names of their own in Arabic letters.
      const names = sites.map(({ name }) => name).filter((name) => language !== 'ar' || !['Facebook', 'Instagram'].includes(name))
      expect(names.filter((name) => !text.includes(name))).toEqual([])
      expect(text.split('\n').filter(Boolean).at(-1)).toMatch(/Anti-Defamation League/)
    })

    it('has the same sections and points as the English one', () => {
      expect(shapeOf(text)).toEqual(shapeOf(read('store/descriptions/en.txt')))
    })

    it('quotes labels as badges say them', () => {
      const messages = JSON.parse(read(`public/_locales/${language}/messages.json`)) as Record<string, { message: string }>
      const joined = (messages['claimJoined']?.message ?? '').replace(/\$CAMPAIGN\$/i, 'Stop Hate for Profit')
      expect(text).toContain(joined)
      expect(text.toLowerCase()).toContain((messages['claimUnlisted']?.message ?? '?').toLowerCase())
    })
  })

  it('say nothing in the present of what is past', () => {
    expect(read('store/descriptions/en.txt')).not.toMatch(/\b(?:is|are) (?:boycotting|pausing|joining)|\bboycotts\b/i)
  })
})

describe('pictures', () => {
  it.each(LANGUAGES)('there are screenshots in %s, of the size that stores ask for and no more than they take', (language) => {
    const files = readdirSync(new URL(`store/images/${language}/`, ROOT))
    expect(files.length).toBeGreaterThanOrEqual(3)
    expect(files.length).toBeLessThanOrEqual(LIMITS.screenshots)
    for (const file of files) expect(sizeOf(`store/images/${language}/${file}`), file).toEqual({ ...SCREENSHOT, isTransparent: false })
  })

  it('tiles and the icon have theirs', () => {
    expect(sizeOf('store/images/promo-440x280.jpg')).toEqual({ width: 440, height: 280, isTransparent: false })
    expect(sizeOf('store/images/marquee-1400x560.jpg')).toEqual({ width: 1400, height: 560, isTransparent: false })
    expect(sizeOf('store/images/icon-128.png')).toEqual({ width: 128, height: 128, isTransparent: true })
    expect(readdirSync(new URL('store/images/', ROOT)).toSorted()).toEqual([...LANGUAGES, 'icon-128.png', 'marquee-1400x560.jpg', 'promo-440x280.jpg'].toSorted())
  })

  it('the icons of the package have the sizes that their names say', () => {
    for (const [size, path] of Object.entries(manifest.icons)) expect(sizeOf(`public/${path}`), path).toMatchObject({ width: Number(size), height: Number(size) })
  })
})

describe('permissions', () => {
  const reasons = tableBelow('Why each permission')
  const asked = [...manifest.permissions, ...manifest.host_permissions, ...manifest.optional_host_permissions.map((host) => `${host} (optional)`)]

  it('have a justification each, and nothing else has one', () => {
    expect([...reasons.keys()].toSorted()).toEqual(asked.toSorted())
  })

  it('are justified in words that fit', () => {
    for (const [name, text] of reasons) {
      expect(text.length, name).toBeGreaterThan(10)
      expect(text.length, name).toBeLessThanOrEqual(LIMITS.justification)
    }
  })

  it('stand beside a single purpose, what is said of remote code and of data, and notes to reviewers', () => {
    for (const heading of ['Single purpose', 'Remote code', 'Data use', 'Notes to reviewers']) {
      const text = submission.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0]?.trim() ?? ''
      expect(text.length, heading).toBeGreaterThan(20)
      expect(text.length, heading).toBeLessThanOrEqual(LIMITS.justification)
    }
    expect(existsSync(new URL('PRIVACY.md', ROOT))).toBe(true)
  })
})
