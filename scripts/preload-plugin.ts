import type { Plugin } from 'vite'

/**
 * Vite gives each page that loads a part of itself later a helper of 1 kB, which preloads that part's style sheets and scripts. Here all
 * style sheets stand in a page's HTML, and what is loaded comes from the package: a part is imported, nothing else.
 */
export function plainImports(): Plugin {
  return {
    name: 'plain-imports',
    enforce: 'pre',
    load: {
      filter: { id: /vite\/preload-helper/ },
      handler: () => 'export const __vitePreload = (load) => load()',
    },
    generateBundle(_, bundle) {
      for (const output of Object.values(bundle)) {
        if (output.type === 'chunk' && output.isDynamicEntry && output.moduleIds.some((id) => /\.css(\?|$)/.test(id))) this.error(`${output.fileName} would come without its styles: link them in the page's HTML`)
      }
    },
  }
}
