import { describe, expect, it } from 'vitest'
import { languagesIn } from '../harness/languages.ts'
import { type Message, type Messages, readMessages } from '../scripts/locale-files.ts'
import { packTexts } from '../scripts/pack-texts.ts'
import { TEXT_KEYS, TEXT_PLACES } from '../src/shared/text-places.ts'
import { textPlace, textReader } from '../src/shared/texts.ts'

/** What the package holds of the languages' files says what those files say. */

const english = readMessages('en')
const VALUES = ['one', '$2', '{1}', '|', '17.5', 'ü', '$&', 'eight', '']

/** As browsers read a message: its placeholders by what they stand for, then `$1` to `$9` by what is given. */
function byBrowser({ message, placeholders = {} }: Message, substitutions: readonly string[]): string {
  const text = message.replace(/\$(\w+)\$/g, (_, name: string) => placeholders[name.toLowerCase()]?.content ?? '')
  return text.replace(/\$(?:([1-9])|(\$+))/g, (_, place: string | undefined, dollars: string) => (place === undefined ? dollars : (substitutions[Number(place) - 1] ?? '')))
}

const readerOf = (packed: Record<string, Message>) => textReader((name) => {
  const message = packed[name]
  return message ? byBrowser(message, []) : ''
})

describe('packed texts', () => {
  it('have a place of their own each', () => {
    const places = TEXT_KEYS.map((key) => textPlace(key))
    expect(new Set(places).size).toBe(TEXT_KEYS.length)
    expect(places.filter((place) => place < 0 || place >= TEXT_PLACES.count)).toEqual([])
  })

  it.each(languagesIn())('say in %s what its file says, filled or not', (language) => {
    const messages = readMessages(language)
    const translate = readerOf(packTexts(messages, english, []))
    expect(Object.keys(messages).length).toBeGreaterThan(600)
    for (const values of [VALUES, VALUES.toReversed(), []]) {
      expect(Object.keys(messages).map((key) => [key, translate(key, values)])).toEqual(Object.entries(messages).map(([key, message]) => [key, byBrowser(message, values)]))
    }
  })

  it('say nothing for a form that the language lacks', () => {
    const translate = readerOf(packTexts(readMessages('ja'), english, []))
    const forms = TEXT_KEYS.filter((key) => key.endsWith('_few'))
    expect(forms.length).toBeGreaterThan(10)
    expect(forms.map((key) => translate(key))).toEqual(forms.map(() => ''))
  })

  it('are in English where the language has none', () => {
    const { options, ...rest } = readMessages('de')
    const translate = readerOf(packTexts(rest, english, []))
    expect(options?.message).not.toBe(english['options']?.message)
    expect(translate('options')).toBe(english['options']?.message)
  })

  it('leave what the browser reads by itself under its name', () => {
    const messages = readMessages('fr')
    const { texts, ...byName } = packTexts(messages, english, ['extensionName'])
    expect(byName).toEqual({ extensionName: { message: messages['extensionName']?.message }, textLanguage: { message: 'fr' } })
    expect(texts?.message).not.toContain(messages['extensionName']?.message)
  })

  it.each<[string, Messages, string]>([
    ['a sign between texts', { options: { message: 'a|b' } }, 'options has a "|"'],
    ['a brace', { options: { message: 'a {1}' } }, 'options has a "|", "{"'],
    ['a dollar sign', { options: { message: 'only $5' } }, 'options has a "$"'],
    ['a placeholder without a meaning', { options: { message: 'only $AMOUNT$' } }, 'options has a "$"'],
    ['a text that English lacks', { unheard: { message: 'of' } }, "unheard isn't one that English has"],
  ])('refuse %s', (_, messages, fault) => {
    expect(() => packTexts({ ...english, ...messages }, english, [])).toThrow(fault)
  })
})
