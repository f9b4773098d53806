import type { Page } from 'puppeteer-core'
import { attachShadows } from '../harness/facebook/in-page.ts'
import { contentOf, type PageContent, type PagePost } from '../harness/facebook/page.ts'

/** What the page's own scripts do with posts after it has loaded. */

/** Inserts posts with their styles; what they refer to elsewhere comes a moment later, as on the site. */
export async function insertPosts(page: Page, posts: readonly PagePost[]): Promise<void> {
  await run(page, insert, contentOf(posts))
}

/** Gives elements other content and leaves the elements as they are. */
export async function refillPosts(page: Page, posts: readonly (PagePost & { id: string })[]): Promise<void> {
  await run(page, refill, { ...contentOf(posts), parts: posts.map(({ id, html }) => ({ id, html })) })
}

/** Runs inside a page. */
function insert({ css, html, elsewhere }: PageContent, attach: typeof attachShadows): void {
  document.head.append(Object.assign(document.createElement('style'), { textContent: css }))
  const fill = (target: Element | null, markup: string) => {
    const template = document.createElement('template')
    template.innerHTML = markup
    attach(template.content)
    target?.append(template.content)
  }
  fill(document.querySelector('main'), html)
  setTimeout(() => fill(document.body, elsewhere), 60)
}

/** Runs inside a page. */
function refill({ css, elsewhere, parts }: PageContent & { parts: { id: string; html: string }[] }, attach: typeof attachShadows): void {
  document.head.append(Object.assign(document.createElement('style'), { textContent: css }))
  document.body.insertAdjacentHTML('beforeend', elsewhere)
  const elements = new Map(Array.from(document.querySelectorAll('[data-demo-id]'), (element) => [element.getAttribute('data-demo-id'), element]))
  for (const { id, html } of parts) {
    const template = document.createElement('template')
    template.innerHTML = html
    attach(template.content)
    elements.get(id)?.replaceChildren(...(template.content.firstElementChild?.childNodes ?? []))
  }
}

function run<Content>(page: Page, action: (content: Content, attach: typeof attachShadows) => void, content: Content): Promise<unknown> {
  // A function can't be passed to a page but in the source of another.
  return page.evaluate(`(${action.toString()})(${JSON.stringify(content)}, ${attachShadows.toString()})`)
}

/** How many badges each post of a page has, without those that have none. */
export function countBadges(page: Page): Promise<Record<string, number>> {
  return page.evaluate(() => {
    const counts: Record<string, number> = {}
    for (const badge of document.querySelectorAll('adpledge-badge')) {
      const id = badge.closest('[data-demo-id]')?.getAttribute('data-demo-id') ?? 'no post'
      counts[id] = (counts[id] ?? 0) + 1
    }
    return counts
  })
}
