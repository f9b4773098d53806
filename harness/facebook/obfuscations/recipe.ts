import { escape } from '../../../demo/html.ts'
import type { Random } from '../../../demo/random.ts'
import { unique } from '../letters.ts'

/** A label or time as it stands in a header, and what must stand elsewhere for it to show. */
export interface Made {
  slot: string
  /** Styles of the page. */
  css?: string
  /** Belongs at the end of the body. */
  elsewhere?: string
}

/** What is to be read, and what it is made from. */
export interface Source {
  text: string
  random: Random
  /** Letters that nobody must see; without them they are like the text's own. */
  decoys: string | undefined
  href: string
}

export type Recipe = (source: Source) => Made

/** The header's link around a label or time. */
export function link({ href }: Source, content: string, attributes = ''): string {
  return `<a role="link" tabindex="0" class="x1i10hfl xjbqb8w" href="${escape(href)}"${attributes}>${content}</a>`
}

/** Gives an element styles by a class of the page's, as Facebook mostly does. */
export function byClass(random: Random, declarations: string, selector = ''): { attribute: string; css: string } {
  const name = unique(random)
  return { attribute: ` class="x1lliihq ${name}"`, css: `.${name}${selector}{${declarations}}` }
}

export function style(declarations: string): string {
  return ` style="${escape(declarations)}"`
}
