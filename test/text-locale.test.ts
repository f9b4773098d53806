import { expect, it } from 'vitest'
import { textLocale } from '../src/shared/text-locale.ts'

it.each([
  ['en', 'en-GB', 'en-GB'],
  ['en', 'en', 'en'],
  ['pt-BR', 'pt-PT', 'pt-PT'],
  ['zh-TW', 'zh-HK', 'zh-HK'],
])('texts in %s are dated for the region of a browser in %s: %s', (texts, browser, locale) => {
  expect(textLocale(texts, browser)).toBe(locale)
})

it.each([
  ['en', 'fi'],
  ['en', 'fa'],
  ['zh-CN', 'zh-TW'],
  ['de', ''],
  ['de', 'no such language'],
])('texts in %s are dated in their own language where the browser is in "%s"', (texts, browser) => {
  expect(textLocale(texts, browser)).toBe(texts)
})
