import { escape } from '../../demo/html.ts'
import type { Language } from './languages.ts'
import type { Made } from './obfuscations/index.ts'
import { PAGE_STYLE } from './page-style.ts'
import { STRUCTURES, type StructureId } from './structures.ts'

/** A post as it is put into a page. */
export interface PagePost extends Omit<Made, 'slot'> {
  structure: StructureId
  html: string
}

/** The parts of a page, in the order in which a page that fills itself may insert them. */
export interface PageContent {
  css: string
  /** Feeds with the posts in them. */
  html: string
  /** For the end of the body. */
  elsewhere: string
}

/** Posts in the feeds of their structures; the ones of the same structure share one. */
export function contentOf(posts: readonly PagePost[]): PageContent {
  const structures = [...new Set(posts.map(({ structure }) => structure))]
  return {
    css: posts.map(({ css = '' }) => css).join('\n'),
    html: structures.map((structure) => STRUCTURES[structure].feed(posts.filter((post) => post.structure === structure).map(({ html }) => html))).join('\n'),
    elsewhere: posts.map(({ elsewhere = '' }) => elsewhere).join(''),
  }
}

/** A whole page; empty without posts, for a script to fill. */
export function renderPage(language: Language, posts: readonly PagePost[] = []): string {
  const { css, html, elsewhere } = contentOf(posts)
  return `<!doctype html><html lang="${escape(language.code)}" dir="${language.dir}" id="facebook"><head><meta charset="utf-8"><title>Facebook</title><style>${PAGE_STYLE}</style><style>${css}</style></head>
<body><div id="mount"><div role="banner"></div><main role="main">${html}</main></div>${elsewhere}</body></html>`
}
