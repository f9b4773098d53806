import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'vite'
import { sites } from '../src/sites/registry.ts'
import { noteModules } from './notices-plugin.ts'
import { commonEntry, commonScript, partImports, reachOf, scriptOfSite } from './page-scripts.ts'
import { type NameCache, shrink } from './shrink.ts'
import { textPlaces } from './texts-plugin.ts'

const source = (path: string) => fileURLToPath(new URL(`../src/${path}`, import.meta.url))

/** What pages' own scripts needn't look up, or never show: see src/sites/evidence.ts. */
const PAGE_DEFINES = {
  'Node.TEXT_NODE': '3',
  'Node.DOCUMENT_POSITION_PRECEDING': '2',
  'Node.DOCUMENT_POSITION_FOLLOWING': '4',
  'NodeFilter.SHOW_ELEMENT': '1',
  'NodeFilter.SHOW_TEXT': '4',
  __IN_PAGE__: 'true',
}

/** Where what all sites' scripts have in common begins: these, and all that they import. What few adapters share stands in each. */
const COMMON = ['content/run.ts', 'sites/evidence.ts', 'sites/links.ts', 'sites/reading.ts', 'sites/text.ts']

/** What is put together from modules afterwards must be found in them. */
const UNMANGLED = { compress: true, mangle: false, codegen: { removeWhitespace: false } }

/** Scripts that the background brings into a tab. */
const ON_DEMAND = ['card', 'skeleton', 'actions']

export interface ContentScriptsOptions {
  define: Record<string, string>
  target: string
  /** The manifest's own entries; the build tool is not to look for their files. */
  contentScripts: readonly { js: readonly string[] }[]
}

/**
 * Builds what runs in pages: a common script, for each adapter one that holds this one alone, and those that are brought into a tab
 * when they are needed. They are no modules, because those would have to be readable by the page.
 */
export function contentScripts({ define, target, contentScripts }: ContentScriptsOptions): Plugin {
  return {
    name: 'content-scripts',
    apply: 'build',
    enforce: 'post',
    async generateBundle() {
      const alone = sites.filter(({ standsAlone }) => standsAlone).map(({ id }) => id)
      const others = sites.flatMap(({ id, moreScripts = [], standsAlone }) => [...(standsAlone ? [] : [id]), ...moreScripts])
      const pages = { ...define, ...PAGE_DEFINES }
      const emit = (name: string, text: string) => this.emitFile({ type: 'asset', fileName: contentScript(name), source: text })
      await Promise.all([
        pageScripts(others, pages, target, emit),
        ...alone.map(async (name) => emit(name, await shrink(await oneScript(`site-script:${name}`, { define: pages, target, format: 'iife', text: siteText(name) }), {}))),
        ...ON_DEMAND.map(async (name) => emit(name, await shrink(await oneScript(source(`content/${name}.iife.ts`), { define, target, format: 'iife' }), null))),
      ])
    },
    // The manifest comes last: what the build tool would have taken for modules of its own.
    writeBundle({ dir = '' }) {
      const file = join(dir, 'manifest.json')
      const manifest = JSON.parse(readFileSync(file, 'utf8')) as object
      writeFileSync(file, `${JSON.stringify({ ...manifest, content_scripts: contentScripts }, null, 2)}\n`)
    },
  }
}

/** Where an adapter's script is in the package. */
export function contentScript(adapter: string): string {
  return `content/${adapter}.js`
}

/**
 * What most sites' scripts need stands in a common one, which is loaded before it, so that the package has it once. The two are built apart,
 * each from what it uses alone, and shortened in the same way.
 */
async function pageScripts(adapters: readonly string[], define: Record<string, string>, target: string, emit: (name: string, text: string) => void): Promise<void> {
  const common = reachOf(COMMON.map(source))
  const parted = await Promise.all(
    adapters.map(async (name) => partImports(await oneScript(`site-script:${name}`, { define, target, format: 'es', outside: common, text: siteText(name) }))),
  )
  const { text, shortNames } = commonEntry(parted)
  const names: NameCache = {}
  emit('common', await shrink(commonScript(await oneScript('common-script', { define, target, format: 'es', text })), names))
  for (const [at, name] of adapters.entries()) {
    const part = parted[at]
    if (part) emit(name, await shrink(scriptOfSite(part, shortNames), names))
  }
}

/** Hands an adapter to what runs in pages. */
function siteText(adapter: string): string {
  return `import { run } from ${JSON.stringify(source('content/run.ts'))}\nimport { site } from ${JSON.stringify(source(`sites/${adapter}.ts`))}\nrun(site)\n`
}

interface ScriptOptions {
  define: Record<string, string>
  target: string
  format: 'es' | 'iife'
  /** Modules that stay outside, by their paths. */
  outside?: ReadonlySet<string>
  /** The entry's text where it is no file. */
  text?: string
}

async function oneScript(entry: string, { define, target, format, outside, text }: ScriptOptions): Promise<string> {
  const given: Plugin = {
    name: 'given-script',
    enforce: 'pre',
    async resolveId(asked, importer, options) {
      if (asked === entry && text !== undefined) return `\0${entry}`
      if (!outside || importer === undefined) return null
      const found = await this.resolve(asked, importer, { ...options, skipSelf: true })
      return found && outside.has(found.id) ? { id: found.id, external: true } : found
    },
    load: (asked) => (asked === `\0${entry}` ? text : null),
  }
  const result = await build({
    define,
    plugins: [given, textPlaces(), noteModules()],
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      target,
      write: false,
      modulePreload: false,
      ...(format === 'es' && { minify: false }),
      rollupOptions: { checks: { bundlerTimings: false }, input: entry, preserveEntrySignatures: 'strict', makeAbsoluteExternalsRelative: false, output: { format, ...(format === 'es' && { minify: UNMANGLED }) } },
    },
  })
  const [output] = Array.isArray(result) ? result : [result]
  if (!output || !('output' in output)) throw new Error('no script was built')
  return output.output[0].code
}
