import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ListFile } from '../../src/list/schema.ts'

/** The lists that a built extension brings along, and later versions of them. */

type Entry = ListFile['entries'][number]

/** About Facebook: what the demo's badges are made of. */
const MAIN = 'stop-hate-for-profit-2020'

export function packagedLists(extension: string): ListFile[] {
  const folder = join(extension, 'lists')
  const names = readdirSync(folder).filter((name) => name !== 'bundle.json').toSorted()
  return names.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as ListFile)
}

/** As of a version: two short lists differ from it to every other, the rest needn't be loaded at all. */
export function laterLists(lists: readonly ListFile[], version: number): ListFile[] {
  const shortest = lists.toSorted((a, b) => a.entries.length - b.entries.length).slice(0, 2)
  return lists.map((list) => (shortest.includes(list) ? withNote(list, `As of version ${version}`) : list))
}

/** With one more organisation that took part. */
export function withMember(lists: readonly ListFile[], name: string): ListFile[] {
  return lists.map((list) => {
    const [like] = list.entries.filter(({ status, badge_ok, scope_short }) => status === 'joined' && badge_ok && scope_short === null)
    if (list.id !== MAIN || !like) return list
    const member: Entry = { ...like, id: 'later-member', name, aliases: [], domains: [], handles: {}, from: null, until: null, match_risk: 'normal' }
    return { ...list, entries: [...list.entries, member] }
  })
}

/** Another text, and as good a list. */
function withNote(list: ListFile, note: string): ListFile {
  return { ...list, entries: list.entries.map((entry, at) => (at === 0 ? { ...entry, note } : entry)) }
}
