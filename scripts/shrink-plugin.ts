import { minify } from 'terser'
import type { Plugin } from 'vite'

/**
 * Names of properties that only the scripts of pages themselves use, and that get shorter ones there.
 * Nothing that goes through storage or messages, or to the card's script, may stand here, and nothing
 * that is looked up by its name. The card's own script keeps them all: it isn't what every page loads.
 */
const OWN_PROPERTIES = [
  ...['kinds', 'spaces', 'tail'],
  ...['header', 'hosts', 'pieces', 'postOf', 'posts', 'postsIn', 'refersTo', 'says', 'sees', 'verdict'],
  ...['drawn', 'isAlive', 'isShown', 'judge', 'lookAtHidden', 'most', 'onAds', 'onOpen', 'redraws', 'retheme', 'sightings'],
]

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
        const small = await minify(code, {
          ecma: 2020,
          toplevel: true,
          // Built-ins are what they are: no page reaches the world of content scripts.
          compress: { passes: 3, unsafe: true, unsafe_arrows: true, unsafe_comps: true, unsafe_methods: true, hoist_funs: true },
          mangle: { properties: !name.endsWith('card.iife.js') && { regex: new RegExp(`^(${OWN_PROPERTIES.join('|')})$`) } },
        })
        if (file.type === 'chunk') file.code = small.code ?? code
        else file.source = small.code ?? code
      }
    },
  }
}
