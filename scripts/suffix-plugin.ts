import type { Plugin } from 'vite'
import { SUFFIX_RULES } from '../src/distribution/suffix-rules.ts'

/** Puts the public suffix list into the package as the text that is searched, without what writes it. */
export function suffixRules(): Plugin {
  return {
    name: 'suffix-rules',
    enforce: 'pre',
    load: {
      filter: { id: /\/distribution\/suffix-rules\.ts$/ },
      handler: () => `export const SUFFIX_RULES = ${JSON.stringify(SUFFIX_RULES)}`,
    },
  }
}
