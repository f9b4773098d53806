import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'vite'

const ENTRY = fileURLToPath(new URL('../src/content/card.iife.ts', import.meta.url))

/**
 * Builds the card as one script of its own. It is no manifest content script, because pages
 * should load it only when somebody opens a card, and no module, because those would have to be
 * readable by the page.
 */
export function cardScript(define: Record<string, string>, target: string): Plugin {
  return {
    name: 'card-script',
    apply: 'build',
    async generateBundle() {
      const result = await build({
        configFile: false,
        logLevel: 'warn',
        publicDir: false,
        define,
        build: { target, write: false, lib: { entry: ENTRY, formats: ['iife'], name: 'adpledgeCardScript' } },
      })
      for (const { output } of Array.isArray(result) ? result : 'output' in result ? [result] : []) {
        this.emitFile({ type: 'asset', fileName: 'src/content/card.iife.js', source: output[0].code })
      }
    },
  }
}
