import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { BrowserKind } from './find.ts'

/**
 * Browsers that show the extension in a given language, named as its folder in `_locales` is: `de`, `pt_BR`.
 *
 * Chromium takes the texts of `--lang`, and `navigator.language` from `--accept-lang`. What `getUILanguage` and `@@ui_locale` say changes
 * only where the browser's own texts in that language are installed, which they needn't be: English remains then, as in the browser of
 * somebody whose language is not its own. `LANGUAGE` and `LANG` change nothing without those texts.
 *
 * Firefox has one language unless packs of others are installed, and Chromium on a Mac asks the system, so there a copy of the
 * extension has that language alone, as the one that everybody falls back to.
 */

const COPIES = '.cache/languages'

/** The languages that a folder of locales has, by their folders' names. */
export function languagesIn(locales = 'public/_locales'): string[] {
  return readdirSync(locales, { withFileTypes: true })
    .filter((one) => one.isDirectory())
    .map(({ name }) => name)
    .toSorted()
}

/** BCP 47 */
export function tagOf(language: string): string {
  return language.replaceAll('_', '-')
}

/** Whether a browser can't be told its language, and must be given an extension in that language. */
export function needsCopy(kind: BrowserKind): boolean {
  return kind === 'firefox' || process.platform === 'darwin'
}

export function chromiumArguments(language: string): string[] {
  return [`--lang=${tagOf(language)}`, `--accept-lang=${tagOf(language)}`]
}

export function firefoxPreferences(language: string): Record<string, string> {
  return { 'intl.accept_languages': tagOf(language) }
}

/**
 * Copies a built extension with the texts of one language alone.
 * @returns its folder, for the caller to delete
 * @throws Error when it has no such texts
 */
export function copyInLanguage(extension: string, language: string): string {
  const locales = join(extension, '_locales')
  if (!languagesIn(locales).includes(language)) throw new Error(`${extension} has no texts in "${language}"`)
  mkdirSync(COPIES, { recursive: true })
  // A folder of its own each time: what is running must not lose its files to who comes next.
  const copy = resolve(mkdtempSync(join(COPIES, `${language}-`)))
  cpSync(extension, copy, { recursive: true })
  for (const other of languagesIn(locales)) if (other !== language) rmSync(join(copy, '_locales', other), { recursive: true })
  const file = join(copy, 'manifest.json')
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
  writeFileSync(file, JSON.stringify({ ...manifest, default_locale: language }))
  return copy
}
