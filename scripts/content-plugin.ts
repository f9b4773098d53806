import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type InlineConfig, type Plugin } from 'vite'
import { sites } from '../src/sites/registry.ts'
import { shrink } from './shrink.ts'

const source = (path: string) => fileURLToPath(new URL(`../src/${path}`, import.meta.url))

export interface ContentScriptsOptions {
  define: Record<string, string>
  target: string
  /** The manifest's own entries; the build tool is not to look for their files. */
  contentScripts: readonly { js: readonly string[] }[]
}

/**
 * Builds what runs in pages: for each site one script that holds this site alone, and those that are brought into a tab
 * when they are needed. They are no modules, because those would have to be readable by the page.
 */
export function contentScripts({ define, target, contentScripts }: ContentScriptsOptions): Plugin {
  return {
    name: 'content-scripts',
    apply: 'build',
    enforce: 'post',
    async generateBundle() {
      const scripts: [string, InlineConfig, boolean][] = [...sites.map(({ id }) => [contentScript(id), siteScript(id), true] as [string, InlineConfig, boolean]), ['content/card.js', entry(source('content/card.iife.ts')), false], ['content/skeleton.js', entry(source('content/skeleton.iife.ts')), false]]
      await Promise.all(
        scripts.map(async ([fileName, config, isWhole]) => {
          const code = await oneScript({ ...config, define, build: { ...config.build, target } })
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

/** Where a site's script is in the package. */
export function contentScript(site: string): string {
  return `content/${site}.js`
}

/** A script that hands a site's adapter to what runs in pages. */
function siteScript(id: string): InlineConfig {
  const name = `site-script:${id}`
  const text = `import { run } from ${JSON.stringify(source('content/run.ts'))}\nimport { site } from ${JSON.stringify(source(`sites/${id}.ts`))}\nrun(site)\n`
  return { ...entry(name), plugins: [{ name, resolveId: (asked) => (asked === name ? `\0${name}` : null), load: (asked) => (asked === `\0${name}` ? text : null) }] }
}

function entry(path: string): InlineConfig {
  return { build: { modulePreload: false, rollupOptions: { input: path, output: { format: 'iife' } } } }
}

async function oneScript(config: InlineConfig): Promise<string> {
  const result = await build({ ...config, configFile: false, logLevel: 'warn', publicDir: false, build: { ...config.build, write: false } })
  const [output] = Array.isArray(result) ? result : [result]
  if (!output || !('output' in output)) throw new Error('no script was built')
  return output.output[0].code
}
