import { posix } from 'node:path'
import { parseSync, Visitor } from 'vite'

/** Which part of src/ may know which, and the few files in which it may know more. */

export interface Import {
  /** As written: './table.ts', 'valibot'. */
  what: string
  /** Whether it is gone once types are. */
  isType: boolean
}

/** Whatever a file asks of others: static, dynamic and re-exported, of types alone, and by patterns. */
export function importsOf(code: string, file: string): Import[] {
  const { program, errors } = parseSync(file, code)
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`)
  const found: Import[] = []
  const add = (source: { type: string } | null, kind = 'value') => {
    if (!source) return
    const what = (source as { value?: unknown }).value
    // What is put together while it runs could be anything.
    found.push({ what: typeof what === 'string' ? what : '?', isType: kind === 'type' })
  }
  new Visitor({
    ImportDeclaration: ({ source, importKind }) => add(source, importKind),
    ExportNamedDeclaration: ({ source, exportKind }) => add(source, exportKind),
    ExportAllDeclaration: ({ source, exportKind }) => add(source, exportKind),
    ImportExpression: ({ source }) => add(source),
    TSImportType: ({ source }) => add(source, 'type'),
    TSExternalModuleReference: ({ expression }) => add(expression),
    CallExpression: ({ callee, arguments: [pattern] }) => {
      if (callee.type !== 'MemberExpression' || callee.object.type !== 'MetaProperty' || callee.property.type !== 'Identifier' || callee.property.name !== 'glob') return
      for (const one of pattern?.type === 'ArrayExpression' ? pattern.elements : [pattern ?? null]) add(one)
    },
    NewExpression: ({ callee, arguments: [address, base] }) => {
      const isOfFile = base?.type === 'MemberExpression' && base.object.type === 'MetaProperty'
      if (isOfFile && callee.type === 'Identifier' && callee.name === 'URL') add(address ?? null)
    },
  }).visit(program)
  return found
}

/** The names by which a file reaches for the browser's extension API without an import. */
export function extensionGlobalsIn(code: string, file: string): string[] {
  const found = new Set<string>()
  new Visitor({
    Identifier: ({ name }) => {
      if (name === 'chrome' || name === 'browser') found.add(name)
    },
    // As in globalThis['chrome'].
    Literal: ({ value }) => {
      if (value === 'chrome' || value === 'browser') found.add(value)
    },
  }).visit(parseSync(file, code).program)
  return [...found]
}

export const PAGES = ['popup', 'options', 'log', 'reports', 'welcome']
/** Nothing of these may reach for the browser's extension API. */
export const PURE = ['list', 'sites', 'distribution']

/** Each layer's own files, and of which others all. */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  list: [],
  sites: [],
  distribution: [],
  shared: [],
  content: ['sites', 'list', 'shared'],
  background: ['sites', 'list', 'distribution', 'shared'],
  pages: ['shared'],
  ...Object.fromEntries(PAGES.map((page) => [page, ['pages', 'shared']])),
}

/** Packages that a layer's code may bring with it. Of types alone, webextension-polyfill may be named by what uses it through shared. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  list: ['valibot'],
  sites: [],
  distribution: ['valibot', '@noble/ed25519', 'tldts'],
  shared: ['valibot'],
  content: [],
  background: ['valibot', 'idb', 'webextension-polyfill'],
  pages: ['preact'],
  ...Object.fromEntries(PAGES.map((page) => [page, ['preact']])),
  options: ['preact', 'valibot'],
}
const PACKAGES_OF_TYPES: Readonly<Record<string, readonly string[]>> = Object.fromEntries(['shared', 'pages', ...PAGES].map((layer) => [layer, ['webextension-polyfill']]))

/** Files of shared that import nothing themselves, so that even what is pure may use them. */
export const LEAVES = ['shared/characters.ts', 'shared/steps.ts', 'shared/web-url.ts']

export interface Exception {
  /** A layer, or a file of one. */
  from: string
  to: string
  onlyTypes: boolean
  reason: string
}

const ofTypes = (from: string, to: string, reason: string): Exception => ({ from, to, onlyTypes: true, reason })
const ofCode = (from: string, to: string, reason: string): Exception => ({ from, to, onlyTypes: false, reason })

/** Each must be needed: a test fails on one that isn't. */
export const EXCEPTIONS: readonly Exception[] = [
  ofTypes('background/ad-actions.ts', 'content/actions-host.ts', 'what a script leaves in the isolated world, and the background calls there'),
  ofTypes('background/page-skeleton.ts', 'content/skeleton-host.ts', 'what a script leaves in the isolated world, and the background calls there'),

  ofCode('distribution/check-lists.ts', 'list/schema.ts', 'a published list must pass the same schema as one of the repository'),
  ofCode('distribution/check-lists.ts', 'list/compile.ts', 'two entries of a list that claim the same are found by its index alone'),
  ofCode('distribution/check-lists.ts', 'list/table.ts', 'the words that the index is compiled with'),
  ofTypes('distribution/data-file.ts', 'list/schema.ts', 'what a published list holds'),
  ofTypes('distribution/site-adjustments.ts', 'sites/adjust.ts', 'what can be published of a site'),
  ofTypes('distribution/site-adjustments.ts', 'sites/types.ts', 'what can be published of a site'),

  ofTypes('shared', 'list/types.ts', 'what the background answers of a match and a record'),
  ofCode('shared/match-text.ts', 'list/types.ts', 'a kind of evidence is a number in messages, which is its place among the kinds'),
  ofTypes('shared', 'list/table.ts', 'packed tables go to pages as they are'),
  ofCode('shared/texts.ts', 'list/table.ts', 'texts are found by the same hash as a table’s keys'),
  ofCode('shared/text-places.ts', 'list/table.ts', 'texts are found by the same hash as a table’s keys'),
  ofTypes('shared', 'sites/types.ts', 'what messages say of a site'),
  ofTypes('shared/messages.ts', 'distribution/problem.ts', 'why an update failed'),
  ofCode('shared/kept-schemas.ts', 'distribution/public-key.ts', 'a kept subscription has a key that can be one'),
  ofCode('shared/text-places.ts', '../public/_locales/en/messages.json', 'the keys of texts, which the build works out: the texts themselves aren’t in it'),

  ...['pages', ...PAGES].flatMap((page) => [
    ofCode(page, 'sites/registry.ts', 'which sites there are, by what each adapter says about itself; how it reads is left out by the build'),
    ofTypes(page, 'sites/types.ts', 'what is said of a site'),
    ofTypes(page, 'list/types.ts', 'what is said of a match and a record'),
  ]),
  ofCode('pages/site-condition.ts', 'sites/in-language.ts', 'whether a site’s language is known is told as the adapters tell it'),
  ofTypes('pages/i18n.ts', '../public/_locales/en/messages.json', 'the keys of texts'),
  ofCode('pages/HostAccess.tsx', 'distribution/addresses.ts', 'the host to ask for, of a list’s address'),
  ofTypes('pages/problem-texts.ts', 'distribution/problem.ts', 'why an update failed'),

  ofCode('options/AddList.tsx', 'distribution/addresses.ts', 'an address is checked while it is typed'),
  ofCode('options/AddList.tsx', 'distribution/public-key.ts', 'a key is checked while it is typed'),
  ofCode('options/import-data.ts', 'distribution/addresses.ts', 'the hosts of the lists in a data file'),
  ofCode('options/label-draft.ts', 'distribution/hidden-characters.ts', 'a label is checked while it is typed'),
  ofCode('options/label-draft.ts', 'distribution/public-suffix.ts', 'a label is checked while it is typed'),
  ofCode('options/label-draft.ts', 'list/domains.ts', 'a label is checked while it is typed'),
  ofCode('options/label-draft.ts', 'list/normalise.ts', 'a label is checked while it is typed'),
  ofCode('options/label-draft.ts', 'list/platforms.ts', 'a label is checked while it is typed'),
  ofCode('popup/tab-domain.ts', 'list/domains.ts', 'the domain of the tab'),
  ofCode('popup/use-tab-ads.ts', 'list/domains.ts', 'the domain of the tab'),
  ofCode('popup/Reporting.tsx', 'reports/ReportForm.tsx', 'the form of a report stands in the popup too'),
  ofCode('popup/Reporting.tsx', 'reports/blank-subject.ts', 'the form of a report stands in the popup too'),
]

/** @param path below src/ */
export function layerOf(path: string): string {
  return path.split('/')[0] ?? ''
}

/** The file that an import names, below src/; null for a package's. */
export function targetOf(from: string, what: string): string | null {
  return what.startsWith('.') ? posix.join(posix.dirname(from), what) : null
}

export function exceptionFor(from: string, to: string, isType: boolean): Exception | undefined {
  return EXCEPTIONS.find((one) => (one.from === from || one.from === layerOf(from)) && one.to === to && (isType || !one.onlyTypes))
}

/** Why a file, below src/, may not import something; null where it may. */
export function refusal(from: string, { what, isType }: Import): string | null {
  const layer = layerOf(from)
  const others = LAYERS[layer]
  if (!others) return `${from}: src/${layer} is no layer that test/layers.ts knows`
  const to = targetOf(from, what)
  const line = `${from} imports ${isType ? 'types of ' : ''}${to ?? what}`
  if (to === null) {
    const name = what.split('/').slice(0, what.startsWith('@') ? 2 : 1).join('/')
    return PACKAGES[layer]?.includes(name) || (isType && PACKAGES_OF_TYPES[layer]?.includes(name)) ? null : line
  }
  const isAllowed = layerOf(to) === layer || others.includes(layerOf(to)) || LEAVES.includes(to) || exceptionFor(from, to, isType)
  return isAllowed ? null : line
}
