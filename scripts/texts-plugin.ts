import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { languagesIn } from '../harness/languages.ts'
import { TEXT_PLACES } from '../src/shared/text-places.ts'
import { ENGLISH, readMessages } from './locale-files.ts'
import { packTexts } from './pack-texts.ts'

/** Puts where texts stand into the place of the module that works it out, for which it needs all keys. */
export function textPlaces(): Plugin {
  return {
    name: 'text-places',
    enforce: 'pre',
    load: {
      filter: { id: /\/shared\/text-places\.ts$/ },
      handler: () => `export const TEXT_PLACES = ${JSON.stringify(TEXT_PLACES)}`,
    },
  }
}

/** Writes the languages' files as the package has them. */
export function packedTexts(): Plugin {
  return {
    name: 'packed-texts',
    apply: 'build',
    writeBundle({ dir = '' }) {
      const named = [...readFileSync(join(dir, 'manifest.json'), 'utf8').matchAll(/__MSG_(\w+)__/g)].map(([, key = '']) => key)
      for (const language of languagesIn()) {
        const texts = packTexts(readMessages(language), readMessages(ENGLISH), named)
        writeFileSync(join(dir, '_locales', language, 'messages.json'), JSON.stringify(texts))
      }
    },
  }
}
