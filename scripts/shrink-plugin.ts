import { minify } from 'terser'
import type { Plugin } from 'vite'

/** Content scripts are loaded by every page, so they are minified once more, for size alone. */
export function smallContentScripts(): Plugin {
  return {
    name: 'small-content-scripts',
    apply: 'build',
    enforce: 'post',
    async generateBundle(_options, bundle) {
      for (const [name, file] of Object.entries(bundle)) {
        if (!name.endsWith('.iife.js')) continue
        const code = file.type === 'chunk' ? file.code : String(file.source)
        const small = await minify(code, { ecma: 2020, toplevel: true, compress: { passes: 3, unsafe_arrows: true } })
        if (file.type === 'chunk') file.code = small.code ?? code
        else file.source = small.code ?? code
      }
    },
  }
}
