import { EXCEPTION, levelMark, NO_RULE } from './suffix-marks.ts'
import { SUFFIX_RULES } from './suffix-rules.ts'

/** What a host's parts are made of. */
const LABEL = /^[a-z\d_](?:[a-z\d_-]{0,61}[a-z\d_])?$/

let endings: ReadonlyMap<string, string> | undefined

/**
 * Whether anybody can have a name below a domain: of registries, and of those who give such names away.
 * @param domain in lower case and ASCII, as browsers write hosts
 */
export function isPublicSuffix(domain: string): boolean {
  const [ending = '', ...labels] = domain.split('.').toReversed()
  if (domain.length > 255 || ![ending, ...labels].every((label) => LABEL.test(label))) return false
  // What is on no list is a registry's.
  if (labels.length === 0) return true
  endings ??= branchesByEnding()
  let branch = endings.get(ending) ?? null
  for (const [at, label] of labels.entries()) {
    if (branch === null) return false
    branch = branchOf(branch, at + 1, label) ?? branchOfAny(branch, at + 1, label)
  }
  return branch !== null && !branch.startsWith(NO_RULE)
}

/** Most of the text is behind a few endings: to search it all for each domain would take five times as long. */
function branchesByEnding(): ReadonlyMap<string, string> {
  return new Map(SUFFIX_RULES.split(levelMark(0)).slice(1).map((branch) => {
    const ending = /^[a-z\d-]*/.exec(branch)?.[0] ?? ''
    return [ending, branch.slice(ending.length)]
  }))
}

/** What stands in a branch of the tree behind one of its own labels; null where it has no such label. */
function branchOf(branch: string, level: number, label: string): string | null {
  const mark = levelMark(level)
  const wanted = `${mark}${label}`
  for (let at = branch.indexOf(wanted); at >= 0; at = branch.indexOf(wanted, at + 1)) {
    const from = at + wanted.length
    const end = branch.indexOf(mark, from)
    const rest = branch.slice(from, end < 0 ? branch.length : end)
    // Otherwise it is the beginning of a longer label.
    if (!/^[a-z\d_-]/.test(rest)) return rest
  }
  return null
}

function branchOfAny(branch: string, level: number, label: string): string | null {
  const any = branchOf(branch, level, '*')
  return any === null || branchOf(branch, level, `${EXCEPTION}${label}`) !== null ? null : any
}
