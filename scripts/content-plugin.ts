import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type InlineConfig, type Plugin } from 'vite'
import { sites } from '../src/sites/registry.ts'
import { shrink } from './shrink.ts'
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

/** Scripts that the background brings into a tab. */
const ON_DEMAND = ['card', 'skeleton', 'actions']

export interface ContentScriptsOptions {
  define: Record<string, string>
  target: string
  /** The manifest's own entries; the build tool is not to look for their files. */
  contentScripts: readonly { js: readonly string[] }[]
}

/**
 * Builds what runs in pages: for each adapter one script that holds this one alone, and those that are brought into a tab
 * when they are needed. They are no modules, because those would have to be readable by the page.
 */
export function contentScripts({ define, target, contentScripts }: ContentScriptsOptions): Plugin {
  return {
    name: 'content-scripts',
    apply: 'build',
    enforce: 'post',
    async generateBundle() {
      const adapters = sites.flatMap(({ id, moreScripts = [] }) => [id, ...moreScripts])
      const scripts: [string, InlineConfig, boolean][] = [...adapters.map((name) => [contentScript(name), siteScript(name), true] as [string, InlineConfig, boolean]), ...ON_DEMAND.map((name) => [contentScript(name), entry(source(`content/${name}.iife.ts`)), false] as [string, InlineConfig, boolean])]
      await Promise.all(
        scripts.map(async ([fileName, config, isWhole]) => {
          const code = await oneScript({ ...config, define: isWhole ? { ...define, ...PAGE_DEFINES } : define, build: { ...config.build, target } })
          this.emitFile({ type: 'asset', fileName, source: await shrink(code, isWhole) })
        }),
      )
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

/** A script that hands an adapter to what runs in pages. */
function siteScript(adapter: string): InlineConfig {
  const name = `site-script:${adapter}`
  const text = `import { run } from ${JSON.stringify(source('content/run.ts'))}\nimport { site } from ${JSON.stringify(source(`sites/${adapter}.ts`))}\nrun(site)\n`
  return { ...entry(name), plugins: [{ name, resolveId: (asked) => (asked === name ? `\0${name}` : null), load: (asked) => (asked === `\0${name}` ? text : null) }] }
}

function entry(path: string): InlineConfig {
  return { build: { modulePreload: false, rollupOptions: { input: path, output: { format: 'iife' } } } }
}

async function oneScript(config: InlineConfig): Promise<string> {
  const result = await build({ ...config, plugins: [...(config.plugins ?? []), textPlaces()], configFile: false, logLevel: 'warn', publicDir: false, build: { ...config.build, write: false } })
  const [output] = Array.isArray(result) ? result : [result]
  if (!output || !('output' in output)) throw new Error('no script was built')
  return output.output[0].code
}
