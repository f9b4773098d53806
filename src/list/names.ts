import type { Table, TableHit } from './table.ts'

/** More words after a name than any real tail has. */
const LONGEST_TAIL = 8
/** In characters, of a tail that is written without a space before it. */
const LONGEST_GLUED = 24
/** In names, a tail without a space is in another script, or long enough to be no accident ("Lex", "Lexus"). */
const GLUED = /^[^ -~]+$|^[a-z]{4,}$/

/** The value of a name that is on record as somebody else's. */
export const NOBODY = 'x'

/** A name that the list knows, and what stands after it. Its value is '' where the list knows none. */
export interface KnownName extends TableHit {
  tail: string
  /** The TailKind of each of the tail's words. */
  kinds: string
}

/**
 * The longest beginning of a name that the list knows, if only words follow that may.
 * @param name in the compared form
 * @param glued what a tail that follows without a space must look like: "LEGO日本", "fordcanada"
 */
export function findName(name: string, keys: Table, words: Table, glued = GLUED): KnownName {
  const parts = name.split(' ')
  for (let cut = parts.length; cut > 0; cut--) {
    const head = parts.slice(0, cut).join(' ')
    const rest = parts.slice(cut)
    const kinds = tailKinds(rest, words) ?? 'k'
    const known = findHead(head, keys, words, glued)
    // A look-alike, whatever is said after it: "Ford Foundation Fellows". Not "Ben and".
    if (known && (!kinds.endsWith('k') || known.value === NOBODY)) {
      return { value: known.value, spaces: known.spaces + head.length - joinInitials(head).length, tail: [known.tail, ...rest].join(' ').trim(), kinds: known.kinds + kinds }
    }
  }
  return { value: '', spaces: 0, tail: '', kinds: '' }
}

/** Initials are one word however they are written: "C.V.S. Health" */
export function joinInitials(name: string): string {
  return name.replace(/(?<=\b\w) (?=\w\b)/g, '')
}

/** A known name, alone or with a tail and no space between. */
function findHead(head: string, keys: Table, words: Table, glued: RegExp): KnownName | undefined {
  for (let cut = head.length; cut > head.lastIndexOf(' ') + 1 && cut > head.length - LONGEST_GLUED; cut--) {
    const hit = keys.get(`n${head.slice(0, cut)}`)
    if (!hit) continue
    const tail = head.slice(cut)
    // Only a country or the like: a legal form or a link may be the end of any word.
    const kinds = tail && ((glued.test(tail) && words.get(`t${tail}`)?.value) || 'k')
    if (!/[fk]/.test(kinds)) return { ...hit, tail, kinds }
  }
  return undefined
}

/** @returns undefined when one of the words is no tail */
export function tailKinds(parts: readonly string[], words: Table): string | undefined {
  if (parts.length > LONGEST_TAIL) return undefined
  for (let cut = parts.length; cut > 0; cut--) {
    const hit = words.get(`t${parts.slice(0, cut).join(' ')}`)
    // "S.A." is "SA", but "spa" is not "S.p.A."
    const rest = hit && hit.spaces <= 0 ? tailKinds(parts.slice(cut), words) : undefined
    if (hit && rest !== undefined) return hit.value + rest
  }
  return parts.length === 0 ? '' : undefined
}
