import * as tldts from 'tldts/dist/es6/src/data/trie.js'
import { EXCEPTION, levelMark, NO_RULE } from './suffix-marks.ts'

/**
 * The public suffix list as tldts brings it, written as in suffix-marks.ts. Left out are endings without a rule below them, as all
 * of those are public suffixes, and what isn't ASCII, as hosts are written in it. The build puts the finished text in the place of
 * this module: it takes a quarter of what tldts would in the package.
 */
export const SUFFIX_RULES = rulesText()

interface Branch {
  text: string
  isRule: boolean
  below: Branch[]
}

function rulesText(): string {
  const places = [0]
  for (const length of tldts.edgeLength) places.push((places.at(-1) ?? 0) + length)
  const branchesOf = (node: number): Branch[] => {
    const edges = Array.from({ length: (tldts.edgeStart[node + 1] ?? 0) - (tldts.edgeStart[node] ?? 0) }, (_, at) => (tldts.edgeStart[node] ?? 0) + at)
    return edges
      .map((edge) => {
        const child = tldts.edgeChild[edge] ?? 0
        return { text: tldts.labelText.slice(places[edge], places[edge + 1]), isRule: tldts.nodeFlags[child] !== 0, below: branchesOf(child) }
      })
      .filter(({ text }) => /^[ -~]+$/.test(text))
  }
  return textOf(withExceptions(branchesOf(tldts.rulesRoot), branchesOf(tldts.exceptionsRoot)).filter(({ below }) => below.length > 0), 0)
}

/** Exceptions are a tree of their own in tldts; they stand where they are exceptions from. */
function withExceptions(rules: readonly Branch[], exceptions: readonly Branch[]): Branch[] {
  return exceptions.reduce((all: readonly Branch[], exception) => {
    if (exception.isRule) return [...all, { ...exception, text: `${EXCEPTION}${exception.text}` }]
    return all.map((branch) => (branch.text === exception.text ? { ...branch, below: withExceptions(branch.below, exception.below) } : branch))
  }, rules).slice()
}

function textOf(branches: readonly Branch[], level: number): string {
  const texts = branches.map(({ text, isRule, below }) => `${text}${isRule ? '' : NO_RULE}${textOf(below, level + 1)}`)
  return texts.toSorted().map((text) => `${levelMark(level)}${text}`).join('')
}
