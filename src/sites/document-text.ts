import { byId, nodesOf, parentOf, targetOf } from './laid-out-tree.ts'
import { isStyledAway } from './painted.ts'

/** What text there may be, by the document alone, which costs next to nothing; whether a person sees it is asked in visible-text.ts. */

/** Something that may show text. */
export interface Piece {
  text: string
  /** The element whose style it has. */
  element: Element
  /** null for what isn't a text node: text of a style sheet, or of the target of a `<use>`. */
  node: Text | null
}

/** A name for those who can't see the element, which says what a picture or canvas shows. */
export interface Name {
  text: string
  element: Element
}

/** All that may show text in a node, in document order; `data-content` too, for style sheets draw it. */
export function piecesOf(root: Node, depth = 0): Piece[] {
  const pieces: Piece[] = []
  for (const node of nodesOf(root)) {
    if (node instanceof Element) {
      const target = targetOf(node)
      const text = target ? textOf(byId(node, target), depth + 1) : node.getAttribute('data-content')
      if (text) pieces.push({ text, element: node, node: null })
    } else pieces.push({ text: (node as Text).data, element: parentOf(node) as Element, node: node as Text })
  }
  return pieces
}

/**
 * The text of an element that is drawn elsewhere or nowhere: without what its own styles hide, and
 * in the order of the letters' x where they have one.
 */
export function textOf(target: Element | null, depth = 0): string {
  // A picture in a picture, and no deeper: references may go in circles.
  if (!target || depth > 1) return ''
  const pieces = piecesOf(target, depth)
  const isShown = (element: Element | null): boolean => !element || element === target || (!isStyledAway(getComputedStyle(element)) && isShown(parentOf(element)))
  const shown = pieces[1] ? pieces.filter(({ element }) => isShown(element)) : pieces
  return textIn(shown.toSorted((a, b) => xOf(a) - xOf(b)))
}

const xOf = ({ element }: Piece) => Number.parseFloat(element.getAttribute('x') ?? '0')
export const textIn = (parts: readonly { text: string }[]) => parts.map(({ text }) => text).join('')

/**
 * The accessible names in a node, `aria-labelledby`, `aria-label`, or a picture's `alt`, and the ids
 * of the elements that it takes names or pictures from, whether they are there or not.
 */
export function namesOf(root: Node): { names: Name[]; refersTo: string[] } {
  const names: Name[] = []
  const refersTo: string[] = []
  for (const element of nodesOf(root)) {
    if (!(element instanceof Element)) continue
    const ids = element.getAttribute('aria-labelledby')?.split(/\s+/).filter(Boolean).slice(0, 5) ?? []
    const said = ids.map((id) => {
      const target = byId(element, id)
      return (target?.getAttribute('aria-label') ?? textOf(target)).trim()
    })
    const text = said.join(' ').trim() || element.getAttribute('aria-label') || element.getAttribute('alt')
    if (text) names.push({ text, element })
    const target = targetOf(element)
    refersTo.push(...ids, ...(target ? [target] : []))
  }
  return { names, refersTo }
}
