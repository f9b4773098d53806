import type { Page } from 'puppeteer-core'
import type { FixturePost } from '../harness/sites/types.ts'

/** What a site's own scripts do with its posts, and what can be seen of badges. */

/** Adds posts to a list, one after the other. */
export function addPosts(page: Page, list: string, posts: readonly FixturePost[]): Promise<void> {
  return page.evaluate(
    (selector, parts) => {
      for (const html of parts) {
        const template = document.createElement('template')
        template.innerHTML = html
        document.querySelector(selector)?.append(template.content)
      }
    },
    list,
    posts.map(({ html }) => html),
  )
}

/** Gives elements that stay the attributes and content of other posts, as lists do that use their cells again. */
export function refill(page: Page, posts: readonly { at: string; post: FixturePost }[]): Promise<void> {
  return page.evaluate(
    (parts) => {
      const elements = new Map(Array.from(document.querySelectorAll('[data-demo-id]'), (element) => [element.getAttribute('data-demo-id'), element]))
      for (const { at, html } of parts) {
        const element = elements.get(at)
        const template = document.createElement('template')
        template.innerHTML = html
        const other = template.content.firstElementChild
        if (!element || !other || element.localName !== other.localName) throw new Error(`${at} can't become another post`)
        for (const { name } of Array.from(element.attributes)) if (!other.hasAttribute(name)) element.removeAttribute(name)
        for (const { name, value } of Array.from(other.attributes)) if (element.getAttribute(name) !== value) element.setAttribute(name, value)
        element.replaceChildren(...Array.from(other.childNodes))
      }
    },
    posts.map(({ at, post }) => ({ at, html: post.html })),
  )
}

/** The badges of each post by its id, those beside it as well. */
export function badgeCounts(page: Page): Promise<Record<string, number>> {
  return page.evaluate(() => {
    const counts: Record<string, number> = {}
    // Posts may be in open shadow trees of the page's.
    const roots: (Document | ShadowRoot)[] = [document]
    for (const root of roots) for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) roots.push(shadowRoot)
    for (const badge of roots.flatMap((root) => [...root.querySelectorAll('adpledge-badge')])) {
      const beside = [badge.nextElementSibling, badge.previousElementSibling].find((element) => element?.shadowRoot)
      const { host } = badge.getRootNode() as ShadowRoot
      const id = [badge, beside, host].map((element) => element?.closest('[data-demo-id]')?.getAttribute('data-demo-id')).find(Boolean) ?? 'no post'
      counts[id] = (counts[id] ?? 0) + 1
    }
    return counts
  })
}

export interface Frame {
  x: number
  y: number
  width: number
  height: number
}

/** Where each post is; of elements without a box, where what is in them is. */
export function frames(page: Page): Promise<Record<string, Frame>> {
  return page.evaluate(() => {
    const around = (element: Element): DOMRect => {
      const own = element.getBoundingClientRect()
      if (own.width > 0 && own.height > 0) return own
      return Array.from(element.children, around).find(({ width, height }) => width > 0 && height > 0) ?? own
    }
    return Object.fromEntries(
      Array.from(document.querySelectorAll('[data-demo-id]'), (element) => {
        const { x, y, width, height } = around(element)
        return [element.getAttribute('data-demo-id') ?? '', { x: x + scrollX, y: y + scrollY, width, height }]
      }),
    )
  })
}
