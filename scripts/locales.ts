import { languagesIn } from '../harness/languages.ts'
import { completed, ENGLISH, readMessages, wantedKeys, writeMessages } from './locale-files.ts'

/**
 * `locales`: brings every language's file in line with the English one and lists what is to be translated. With the name of a new
 * language (`npm run locales -- fi`) it begins that one, with the English texts to be written over.
 */

const english = readMessages(ENGLISH)
const [begun] = process.argv.slice(2)
if (begun !== undefined && !languagesIn().includes(begun)) {
  if (!/^[a-z]{2,3}(_[A-Z]{2})?$/.test(begun)) {
    console.error(`${begun}: a language is named like fi or pt_BR`)
    process.exit(2)
  }
  const copied = [...wantedKeys(english, begun)].map(([key, source]) => [key, { message: english[source]?.message ?? '' }] as const)
  writeMessages(begun, completed(english, Object.fromEntries(copied), begun).messages)
  console.log(`${begun}: begun with the English texts; translate them all, textLanguage and textDirection first`)
}

let missing = 0
for (const locale of languagesIn().filter((name) => name !== ENGLISH)) {
  const whole = completed(english, readMessages(locale), locale)
  writeMessages(locale, whole.messages)
  missing += whole.missing.length
  for (const key of whole.missing) console.log(`${locale}: ${key}: ${english[wantedKeys(english, locale).get(key) ?? key]?.message}`)
}
console.log(missing === 0 ? `${languagesIn().length} languages, no text missing` : `${missing} texts to translate`)
process.exit(missing === 0 ? 0 : 1)
