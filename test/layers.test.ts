import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Exception, exceptionFor, EXCEPTIONS, extensionGlobalsIn, type Import, importsOf, layerOf, LEAVES, PAGES, PURE, refusal, targetOf } from './layers.ts'

const SRC = new URL('../src/', import.meta.url)
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/')).filter((path) => /\.tsx?$/.test(path)).toSorted()
const codeOf = (path: string) => readFileSync(new URL(path, SRC), 'utf8')
const imports = files.flatMap((from) => importsOf(codeOf(from), from).map((one) => ({ from, ...one })))
/** What any page may import, some page must. */
const named = ({ from, to }: Exception) => `${['pages', ...PAGES].includes(from) ? 'a page' : from} → ${to}`
const code = (from: string, what: string): [string, Import] => [from, { what, isType: false }]
const types = (from: string, what: string): [string, Import] => [from, { what, isType: true }]

describe('src/', () => {
  it('has no import that crosses a layer', () => {
    expect(imports.length).toBeGreaterThan(files.length)
    expect(imports.flatMap((one) => refusal(one.from, one) ?? [])).toEqual([])
  })

  it('needs every exception', () => {
    const used = new Set(imports.flatMap(({ from, what, isType }) => exceptionFor(from, targetOf(from, what) ?? what, isType) ?? []).map(named))
    expect(EXCEPTIONS.map(named).filter((one) => !used.has(one))).toEqual([])
    expect(EXCEPTIONS.every(({ reason }) => reason.length > 10)).toBe(true)
  })

  it('imports nothing in what all may import', () => {
    expect(imports.filter(({ from }) => LEAVES.includes(from))).toEqual([])
  })

  it('reaches for no API of browsers’ extensions where it is pure', () => {
    expect(files.filter((path) => PURE.includes(layerOf(path))).flatMap((path) => extensionGlobalsIn(codeOf(path), path).map((name) => `${path}: ${name}`))).toEqual([])
  })
})

describe('an import is seen', () => {
  it.each<[string, Import[]]>([
    ["import { a } from './a.ts'", [{ what: './a.ts', isType: false }]],
    ["import './a.css'", [{ what: './a.css', isType: false }]],
    ["import type { A } from './a.ts'", [{ what: './a.ts', isType: true }]],
    // Leaves an import of nothing behind, which runs the file.
    ["import { type A } from './a.ts'", [{ what: './a.ts', isType: false }]],
    ["export { a } from './a.ts'", [{ what: './a.ts', isType: false }]],
    ["export type { A } from './a.ts'", [{ what: './a.ts', isType: true }]],
    ["export * from './a.ts'", [{ what: './a.ts', isType: false }]],
    ["type A = import('./a.ts').A", [{ what: './a.ts', isType: true }]],
    ["const a = async () => (await import('./a.ts')).a", [{ what: './a.ts', isType: false }]],
    ["const a = (name: string) => import(`./${name}.ts`)", [{ what: '?', isType: false }]],
    ["import a = require('./a.ts')", [{ what: './a.ts', isType: false }]],
    ["const a = import.meta.glob('./*.json')", [{ what: './*.json', isType: false }]],
    ["const a = import.meta.glob(['./*.json', '../b/*.ts'], { eager: true })", [{ what: './*.json', isType: false }, { what: '../b/*.ts', isType: false }]],
    ["const a = new URL('./a.txt', import.meta.url)", [{ what: './a.txt', isType: false }]],
    ["declare module 'x' { export * from 'y' }", [{ what: 'y', isType: false }]],
    ["const a = \"import './a.ts'\" // import './b.ts'", []],
    ['export const a = 1', []],
  ])('%s', (text, expected) => {
    expect(importsOf(text, 'list/made-up.ts')).toEqual(expected)
  })

  it('or an error is thrown', () => {
    expect(() => importsOf('import {', 'list/made-up.ts')).toThrow('list/made-up.ts')
  })
})

describe('an import that crosses a layer is refused', () => {
  it.each([
    code('list/lookup.ts', '../sites/types.ts'), types('list/lookup.ts', '../sites/types.ts'), code('list/lookup.ts', '../shared/messages.ts'), types('list/lookup.ts', '../shared/wording.ts'),
    code('list/lookup.ts', '../background/lists.ts'), code('list/lookup.ts', 'webextension-polyfill'), types('list/lookup.ts', 'webextension-polyfill'), code('list/lookup.ts', 'preact'),
    code('sites/x.ts', '../list/domains.ts'), types('sites/x.ts', '../list/types.ts'), code('sites/x.ts', '../content/dom.ts'), code('sites/x.ts', 'valibot'), code('sites/x.ts', '?'),
    code('distribution/head.ts', '../background/lists.ts'), code('distribution/head.ts', '../list/schema.ts'), code('distribution/data-file.ts', '../list/schema.ts'),
    code('distribution/head.ts', '../shared/browser.ts'), types('distribution/head.ts', 'webextension-polyfill'), code('distribution/site-adjustments.ts', '../sites/adjust.ts'),
    code('shared/log.ts', '../list/types.ts'), code('shared/log.ts', '../list/lookup.ts'), types('shared/log.ts', '../background/log-row.ts'), code('shared/browser.ts', 'webextension-polyfill'),
    types('shared/log.ts', '../pages/ask.ts'), types('shared/log.ts', '../content/ad.ts'),
    code('content/feed.ts', '../background/lists.ts'), types('content/feed.ts', '../background/lists.ts'), code('content/feed.ts', '../pages/i18n.ts'), code('content/feed.ts', '../distribution/head.ts'),
    code('content/feed.ts', 'preact'), code('content/feed.ts', 'webextension-polyfill'),
    code('background/main.ts', '../content/feed.ts'), types('background/main.ts', '../content/feed.ts'), code('background/ad-actions.ts', '../content/actions-host.ts'),
    code('background/main.ts', '../pages/i18n.ts'), code('background/main.ts', '../popup/Popup.tsx'), code('background/sync/syncer.ts', '../../content/feed.ts'), code('background/main.ts', 'preact'),
    code('popup/Popup.tsx', '../content/feed.ts'), types('popup/Popup.tsx', '../content/feed.ts'), code('options/main.tsx', '../background/main.ts'), types('log/main.tsx', '../background/log-row.ts'),
    code('welcome/main.tsx', '../sites/facebook.ts'), code('reports/main.tsx', '../sites/data.ts'), code('popup/Popup.tsx', '../sites/types.ts'), code('popup/Popup.tsx', '../list/lookup.ts'),
    code('popup/Popup.tsx', '../options/Choice.tsx'), code('welcome/main.tsx', '../reports/ReportForm.tsx'), code('pages/ask.ts', '../popup/Popup.tsx'), code('pages/ask.ts', '../background/router.ts'),
    code('pages/ask.ts', 'webextension-polyfill'), code('popup/Popup.tsx', 'idb'), code('popup/Popup.tsx', 'react'),
    code('list/lookup.ts', '../../scripts/table.ts'), code('content/feed.ts', '../../test/lists.ts'), types('background/main.ts', '../../e2e/builds.ts'), code('pages/ask.ts', '../../harness/find.ts'),
    code('content/feed.ts', '../../demo/feed.ts'), code('list/schema.ts', '../../lists/sites.json'), code('background/main.ts', 'node:fs'), code('elsewhere/new.ts', '../list/table.ts'),
  ])('%s imports %j', (from, one) => {
    expect(refusal(from, one)).toContain(from)
  })

  it.each([
    code('list/lookup.ts', './table.ts'), code('list/schema.ts', '../shared/steps.ts'), code('list/schema.ts', 'valibot'), code('sites/x.ts', './reading.ts'), code('sites/x.ts', '../shared/web-url.ts'),
    types('distribution/data-file.ts', '../list/schema.ts'), code('distribution/suffix-rules.ts', 'tldts/dist/es6/src/data/trie.js'), code('distribution/signature.ts', '@noble/ed25519'),
    types('shared/log.ts', '../list/types.ts'), types('shared/browser.ts', 'webextension-polyfill'), code('content/feed.ts', '../sites/visible-text.ts'), code('content/judge.ts', '../list/lookup.ts'),
    code('background/main.ts', '../list/table.ts'), code('background/sync/syncer.ts', '../../distribution/head.ts'), types('background/ad-actions.ts', '../content/actions-host.ts'),
    code('popup/Popup.tsx', '../pages/i18n.ts'), code('popup/Popup.tsx', '../sites/registry.ts'), code('popup/Popup.tsx', 'preact/hooks'),
  ])('and another is not: %s imports %j', (from, one) => {
    expect(refusal(from, one)).toBeNull()
  })
})

describe('the API of browsers’ extensions', () => {
  it.each(['chrome.runtime.id', 'void browser.storage', "Reflect.get(globalThis, 'chrome')", 'globalThis.browser'])('is seen in %s', (text) => {
    expect(extensionGlobalsIn(text, 'list/made-up.ts')).not.toEqual([])
  })

  it('is not seen where there is none', () => {
    expect(extensionGlobalsIn("// chrome.runtime\nconst a = 'chrome://extensions'", 'list/made-up.ts')).toEqual([])
  })
})
