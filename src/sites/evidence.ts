import { plainText } from './text.ts'
import type { Evidence } from './types.ts'

/** Set where an adapter is built into the script of a page; see scripts/content-plugin.ts. */
declare const __IN_PAGE__: boolean | undefined

/** One thing that was seen. What it said is for people who work on adapters; pages show it nowhere, so their scripts don't read it. */
export function evidenceOf(sign: Evidence['sign'], says: Evidence['says'], value: string | null | undefined): Evidence {
  return { sign, says, value: typeof __IN_PAGE__ === 'undefined' ? plainText(value, 80) : '' }
}

/** Whether it names another kind of post, which goes before what only says that it is none of these. */
export function isOtherKind({ says }: Evidence): boolean {
  return says === 'paid-partnership' || says === 'suggested'
}
