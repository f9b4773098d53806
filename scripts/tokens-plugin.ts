import type { Plugin } from 'vite'
import { pageTokens } from '../src/shared/tokens.ts'

/** Puts the tokens before the style sheet that all pages share, so that they and badges have them from one place. */
export function tokens(): Plugin {
  return {
    name: 'tokens',
    enforce: 'pre',
    transform: {
      filter: { id: /\/pages\/theme\.css(\?|$)/ },
      handler: (css) => pageTokens() + css,
    },
  }
}
