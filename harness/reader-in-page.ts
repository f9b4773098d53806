import { namesOf, piecesOf } from '../src/sites/document-text.ts'
import { lookAt } from '../src/sites/visible-text.ts'

/** Runs inside a page: what the reader alone says of one element. */

export interface ReaderAnswer {
  /** The text of each stretch that is seen. */
  seen: string[]
  /** The smallest element around each, as `tag#id`. */
  elements: string[]
  split: boolean[]
  /** Whether the element itself can be seen. */
  sees: boolean
  name: string
  /** Ids of elements that should say it. */
  refersTo: string[]
  pieces: string[]
}

/**
 * @param selector of the element to read
 * @param frame of the element that it is looked at in, as a post would be
 */
export function readAt(selector: string, frame: string): ReaderAnswer {
  const element = document.querySelector(selector)
  const around = document.querySelector(frame)
  if (!element || !around) throw new Error(`there is no ${element ? frame : selector}`)
  const look = lookAt(around)
  const stretches = look.read(element)
  const { names, refersTo } = namesOf(element)
  return {
    seen: stretches.map((stretch) => stretch.text),
    elements: stretches.map((stretch) => `${stretch.element.localName}${stretch.element.id && `#${stretch.element.id}`}`),
    split: stretches.map(({ split }) => split),
    sees: look.sees(element),
    name: names[0]?.text ?? '',
    refersTo,
    pieces: piecesOf(element).map((piece) => piece.text),
  }
}

/** Several at once; each is looked at in the element that its own selector gives for a frame. */
export function readAll(places: readonly (readonly [selector: string, frame: string])[]): ReaderAnswer[] {
  return places.map(([selector, frame]) => readAt(selector, frame))
}
