import { pick, randomFrom } from '../../demo/random.ts'
import { attachShadows } from '../facebook/in-page.ts'
import { LANGUAGES } from '../facebook/languages.ts'
import { contentOf } from '../facebook/page.ts'
import { PAGE_STYLE } from '../facebook/page-style.ts'
import { ANY, ORGANIC } from './mutations.ts'
import { adPost, organicPost, trapPost, type FuzzPost } from './posts.ts'
import { isDrawn } from './scene.ts'

/** A page that stands in the document, and what its posts are. */
export interface FuzzPage {
  posts: readonly FuzzPost[]
  /** What was changed in them, in this order. */
  changes: string[]
}

const POSTS = 4
const CHANGES = 14

/** A stage for one page after the other. */
export class Stage {
  readonly #style = document.createElement('style')
  readonly #main = document.createElement('main')
  readonly #elsewhere = document.createElement('div')

  constructor() {
    const style = document.createElement('style')
    style.textContent = PAGE_STYLE
    document.head.append(style, this.#style)
    document.body.append(this.#main, this.#elsewhere)
  }

  show({ css, html, elsewhere, language }: { css: string; html: Node; elsewhere: Node; language: { code: string; dir: string } }): HTMLElement {
    document.documentElement.lang = language.code
    document.documentElement.dir = language.dir
    this.#style.textContent = css
    this.#main.replaceChildren(html)
    this.#elsewhere.replaceChildren(elsewhere)
    return this.#main
  }

  readonly addStyle = (css: string): void => this.#style.append(css)

  clear(): void {
    this.#main.replaceChildren()
    this.#elsewhere.replaceChildren()
    this.#style.textContent = ''
  }
}

function fragment(markup: string): DocumentFragment {
  const template = document.createElement('template')
  template.innerHTML = markup
  attachShadows(template.content)
  return template.content
}

/** Builds the page of a seed, the same every time. */
export function buildPage(stage: Stage, seed: number, kind: 'ads' | 'organic'): FuzzPage {
  const random = randomFrom(seed)
  const language = pick(random, LANGUAGES)
  const posts = Array.from({ length: 1 + Math.floor(random() * POSTS) }, (_, index) => {
    const at = seed * POSTS + index
    const id = `post ${index}`
    if (kind === 'ads') return adPost(language, random, id, at)
    return random() < 0.4 ? organicPost(language, random, id, at) : trapPost(language, random, id, at)
  })
  const { css, html, elsewhere } = contentOf(posts)
  const main = stage.show({ css, html: fragment(html), elsewhere: fragment(elsewhere), language })
  const mutations = Object.entries(kind === 'ads' ? ANY : ORGANIC)
  const changes: string[] = []
  for (const { id, label, isAd } of posts) {
    const post = main.querySelector(`[data-demo-id="${id}"]`)
    if (!post) throw new Error(`${id} is not in the page`)
    const scene = { post, random, language, isAd, label, isDrawn: isAd && [...post.querySelectorAll('a')].some((link) => link.textContent === '' && isDrawn(link)) }
    for (let left = Math.floor(random() * (CHANGES + 1)); left > 0; left--) {
      const [name, mutate] = pick(random, mutations)
      mutate(scene, stage.addStyle)
      changes.push(`${id}: ${name}`)
    }
  }
  return { posts, changes }
}
