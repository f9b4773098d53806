import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { LABEL_STATUSES } from '../src/shared/settings.ts'
import { sites } from '../src/sites/registry.ts'

const ROOT = new URL('../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8')

interface Manifest {
  manifest_version: number
  default_locale: string
  minimum_chrome_version: string
  browser_specific_settings: { gecko: { strict_min_version: string; data_collection_permissions: unknown }; gecko_android: { strict_min_version: string } }
  icons: Record<string, string>
  action: { default_popup: string; default_icon: Record<string, string> }
  background: { service_worker: string }
  content_scripts: { matches: string[]; js: string[]; world?: string }[]
  commands: Record<string, { suggested_key: { default: string } }>
  permissions: string[]
  host_permissions: string[]
  optional_host_permissions: string[]
  content_security_policy: { extension_pages: string }
  options_ui: { page: string }
}
const manifestText = read('manifest.json')
const manifest = JSON.parse(manifestText) as Manifest

interface Message {
  message: string
  placeholders?: Record<string, { content: string }>
}
const messages = JSON.parse(read('public/_locales/en/messages.json')) as Record<string, Message>

const sources = readdirSync(new URL('src/', ROOT), { recursive: true, encoding: 'utf8' })
  .map((path) => `src/${path.replaceAll('\\', '/')}`)
  .filter((path) => /\.(tsx?|html)$/.test(path))
  .map((path) => ({ path, text: read(path) }))

/** All keys of a manifest, however deep. */
function keysIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) => [key, ...keysIn(item)])
}

/** What stands first in the brackets of each call, without nested commas being looked at. */
function firstArguments(text: string, names: string): string[] {
  return [...text.matchAll(new RegExp(`(?<![\\w.])(?:[\\w.]+\\.)?(?:${names})\\(([^,()]*)`, 'g'))].map((call) => call[1] ?? '')
}

/** Texts in quotes, without those that something is compared with. */
function quoted(argument: string): string[] {
  return [...argument.replace(/[!=]==\s*'[^']*'/g, '').matchAll(/'([^']+)'/g)].map((literal) => literal[1] ?? '')
}

function usesOf(names: string, only: RegExp): { key: string; path: string }[] {
  return sources.filter(({ path }) => only.test(path)).flatMap(({ path, text }) => firstArguments(text, names).flatMap((argument) => quoted(argument).map((key) => ({ key, path }))))
}

/** Keys that no message has, with where they are used. */
function missing(uses: { key: string; path: string }[]): string[] {
  // The browser has those that begin with "@@".
  return uses.filter(({ key }) => !key.startsWith('@@') && !Object.hasOwn(messages, key)).map(({ key, path }) => `${key} in ${path}`)
}

/** What the code has of a key that it puts together. */
function builtFrom(key: string): string {
  return key.replace(/_(one|other)$/, '').replace(/^(confidence_).*/, '$1')
}

describe('the manifest', () => {
  it('makes no file of the extension reachable for web pages', () => {
    expect(keysIn(manifest)).not.toContain('web_accessible_resources')
  })

  it('runs no script in the world of the page', () => {
    expect(keysIn(manifest)).not.toContain('world')
  })

  it('presets four shortcuts at most: Chromium loads no extension with five', () => {
    const presets = Object.values(manifest.commands).map(({ suggested_key }) => suggested_key.default)
    expect(presets.length).toBeLessThanOrEqual(4)
    expect(new Set(presets).size).toBe(presets.length)
  })

  it('asks for activeTab, alarms, contextMenus, scripting and storage, and no other permission', () => {
    expect(manifest.permissions).toEqual(['activeTab', 'alarms', 'contextMenus', 'scripting', 'storage'])
    expect(keysIn(manifest).filter((key) => key.endsWith('permissions')).toSorted()).toEqual(['data_collection_permissions', 'host_permissions', 'optional_host_permissions', 'permissions'])
  })

  it('reaches no host but those of Facebook and Instagram, by https', () => {
    const required = sites.filter(({ isRequired }) => isRequired)
    expect(required.map(({ id }) => id)).toEqual(['facebook', 'instagram'])
    expect(manifest.host_permissions).toEqual(required.flatMap(({ matches }) => matches))
    expect(manifest.content_scripts.flatMap(({ matches }) => matches)).toEqual(manifest.host_permissions)
    // What may be asked for when a person switches on a site or adds a list, each by itself.
    expect(manifest.optional_host_permissions).toEqual(['https://*/*', 'http://127.0.0.1/*', 'http://localhost/*'])
    expect(manifestText).not.toContain('<all_urls>')
  })

  it('lets pages of the extension load what is in the package, and lists', () => {
    expect(manifest.content_security_policy.extension_pages.split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self'",
      "connect-src 'self' https: http://127.0.0.1:* http://localhost:*",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ])
    expect(keysIn(manifest)).not.toContain('externally_connectable')
  })

  it('needs Chrome 120, Firefox 140, or Firefox 142 on Android', () => {
    expect(manifest.manifest_version).toBe(3)
    expect(manifest.minimum_chrome_version).toBe('120')
    // The first that know data_collection_permissions.
    expect(manifest.browser_specific_settings.gecko.strict_min_version).toBe('140.0')
    expect(manifest.browser_specific_settings.gecko_android.strict_min_version).toBe('142.0')
  })

  it('collects no data', () => {
    expect(manifest.browser_specific_settings.gecko.data_collection_permissions).toEqual({ required: ['none'] })
  })

  it('names only files that are there', () => {
    const inRoot = [manifest.action.default_popup, manifest.options_ui.page, manifest.background.service_worker]
    const inPublic = [...Object.values(manifest.icons), ...Object.values(manifest.action.default_icon), `_locales/${manifest.default_locale}/messages.json`].map((path) => `public/${path}`)
    expect([...inRoot, ...inPublic].filter((path) => !existsSync(new URL(path, ROOT)))).toEqual([])
  })
})

describe('texts', () => {
  it('exist for every __MSG_…__ of the manifest and of pages', () => {
    const uses = [{ path: 'manifest.json', text: manifestText }, ...sources].flatMap(({ path, text }) => [...text.matchAll(/__MSG_(\w+)__/g)].map((found) => ({ key: found[1] ?? '', path })))
    expect(uses.map(({ key }) => key)).toContain('extensionName')
    expect(missing(uses)).toEqual([])
  })

  it('exist for every translate(…) and getMessage(…)', () => {
    const uses = usesOf('translate|getMessage', /./)
    expect(uses.map(({ key }) => key)).toEqual(expect.arrayContaining(['claimJoined', 'matchedUnreadable', 'textDirection']))
    expect(missing(uses)).toEqual([])
  })

  it('exist for every text(…) of extension pages, and in both English plural forms for countText(…)', () => {
    const pages = /^src\/(options|pages|popup|reports)\//
    const uses = usesOf('text', pages)
    const counted = usesOf('countText', pages)
    expect(uses.length).toBeGreaterThan(20)
    expect(counted.length).toBeGreaterThan(0)
    expect(missing(uses)).toEqual([])
    expect(missing(counted.flatMap(({ key, path }) => [{ key: `${key}_one`, path }, { key: `${key}_other`, path }]))).toEqual([])
  })

  it('exist for keys that are put together', () => {
    const keys = [...['high', 'medium', 'low'].map((confidence) => `confidence_${confidence}`), ...LABEL_STATUSES.map((status) => `status_${status.replace('-', '_')}`)]
    expect(missing(keys.map((key) => ({ key, path: 'src' })))).toEqual([])
    const prefixes = new Set(sources.flatMap(({ text }) => firstArguments(text, 'translate').flatMap((argument) => /`(\w+)\$\{/.exec(argument)?.[1] ?? [])))
    expect([...prefixes]).toEqual(['confidence_'])
  })

  it('have a meaning for each of their placeholders, and no placeholder without a place', () => {
    for (const [key, { message, placeholders = {} }] of Object.entries(messages)) {
      const used = new Set([...message.matchAll(/\$(\w+)\$/g)].map((found) => (found[1] ?? '').toLowerCase()))
      expect([...used].toSorted(), key).toEqual(Object.keys(placeholders).toSorted())
      for (const { content } of Object.values(placeholders)) expect(content, key).toMatch(/^\$[1-9]$/)
    }
  })

  it('are used, each of them', () => {
    const all = [manifestText, ...sources.map(({ text }) => text)].join('\n')
    const isUsed = (key: string) => all.includes(`'${builtFrom(key)}'`) || all.includes(`="${key}"`) || all.includes(`\`${builtFrom(key)}\${`) || all.includes(`__MSG_${key}__`)
    expect(Object.keys(messages).filter((key) => !isUsed(key))).toEqual([])
  })
})
