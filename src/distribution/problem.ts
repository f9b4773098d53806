import { CONTROL_CHARACTERS } from './hidden-characters.ts'

/** Why a list was not taken, most of which has a text for people: `sync_CODE`. */
export const PROBLEM_CODES = [
  // The way there.
  'permission',
  'network',
  'timeout',
  'http',
  'redirect',
  'too-large',
  // What came.
  'not-a-list',
  'signature',
  'newer-format',
  'expired',
  'rollback',
  'changed',
  'damaged',
  'invalid',
  'shrunk',
  // Here.
  'storage',
  'removed',
  'internal',
] as const
export type ProblemCode = (typeof PROBLEM_CODES)[number]

export class ListProblem extends Error {
  override name = 'ListProblem'
  readonly code: ProblemCode
  /** What exactly, in words of ours and as short as a line; never whole texts from outside. */
  readonly detail: string
  /** When it may be asked again at the earliest, as milliseconds since 1970, where the host said so. */
  readonly retryAt: number | null

  constructor(code: ProblemCode, detail = '', retryAt: number | null = null) {
    // What is shown by its number is longer; storage takes no more than that.
    const short = printable(detail.slice(0, 300)).slice(0, 300)
    super(short ? `${code}: ${short}` : code)
    this.code = code
    this.detail = short
    this.retryAt = retryAt
  }
}

/** What came from outside may turn or hide the words around it. */
function printable(text: string): string {
  return Array.from(text, (character) => (CONTROL_CHARACTERS.test(character) ? `\\u{${character.codePointAt(0)?.toString(16)}}` : character)).join('')
}
