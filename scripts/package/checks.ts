import { buildSettings, type Settings } from '../build-settings.ts'
import type { Source } from './source.ts'

/** What must be so before anything is packed. */

const MOST_NAMED = 10

/** @throws Error where people would get a list that never changes without anybody having meant it */
export function chosenSettings(bundledOnly: boolean, environment?: NodeJS.ProcessEnv): Settings {
  const settings = buildSettings(environment)
  if (bundledOnly) return { ...settings, listUrl: '', listKey: '' }
  if (settings.listUrl === '' || settings.listKey === '') {
    throw new Error(`There is no list that the extension could keep itself fresh with: set listUrl and listKey in adpledge.config.json, or ADPLEDGE_LIST_URL and ADPLEDGE_LIST_KEY.
With --bundled-only the packages have the lists that are in this repository, until the next version.`)
  }
  return settings
}

/**
 * @returns what isn't as committed, as text; null where there is nothing
 * @throws Error where the packages wouldn't be what is committed and that isn't meant
 */
export function uncommitted({ changes }: Source, isMeant: boolean): string | null {
  if (changes.length === 0) return null
  const more = changes.length - MOST_NAMED
  const text = ['Not as committed:', ...changes.slice(0, MOST_NAMED).map((path) => `  ${path}`), ...(more > 0 ? [`  and ${more} more`] : [])].join('\n')
  if (!isMeant) throw new Error(`${text}\nCommit it or take it away. With --dirty it is packed as it is, under names that say so.`)
  return text
}
