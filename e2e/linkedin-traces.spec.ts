import { readBadges, readCard } from '../harness/badges.ts'
import type { Session } from '../harness/session.ts'
import { grantSite } from '../harness/site-access.ts'
import { fixture as linkedin } from '../harness/sites/linkedin.ts'
import { makePost, renderSite } from '../harness/sites/page.ts'
import { siteById } from '../src/sites/registry.ts'
import { expect, launch, test as base } from './fixtures.ts'

/** LinkedIn walks its own pages for addresses of extensions: none may stand in what a page can read. */

const pages = new Map<string, string>()

const test = base.extend<object, { linkedIn: Session }>({
  linkedIn: [
    async ({ kind }, use) => {
      const session = await launch(kind, 'plain', pages)
      const about = siteById('linkedin')
      if (!about) throw new Error('there is no LinkedIn')
      await grantSite(session, about)
      await use(session)
      await session.close()
    },
    { scope: 'worker' },
  ],
})

test('no address or id of the extension stands in a page with badges and an open card', async ({ linkedIn }) => {
  const [language] = linkedin.languages
  if (!language) throw new Error('no language')
  const posts = linkedin.ads.map((recipe) => makePost(recipe, language))
  pages.set(linkedin.address, renderSite(linkedin, language, posts))
  const page = await linkedIn.newPage()
  await page.goto(linkedin.address, { waitUntil: 'load' })
  await page.bringToFront()
  const badges = async () => (await readBadges(page)).filter(({ visible }) => visible)
  await expect.poll(async () => (await badges()).length).toBe(posts.length)

  const badge = (await badges()).find(({ box }) => box.y > 0 && box.y < 600)
  if (!badge) throw new Error('no badge in view')
  await page.mouse.click(badge.box.x + badge.box.width / 2, badge.box.y + badge.box.height / 2)
  await expect.poll(async () => (await readCard(page))?.text ?? '').toContain('List')

  const id = new URL(linkedIn.extensionUrl).host
  const read = await page.evaluate(everythingIn)
  // What is walked is the page, with badges in it.
  expect(read.filter((text) => text === 'adpledge-badge')).toHaveLength(posts.length)
  const traces = read.filter((text) => [/chrome-extension:/i, /moz-extension:/i].some((address) => address.test(text)) || text.includes(id))
  expect(traces).toEqual([])
  // The walk finds what is there.
  await page.evaluate((address) => document.body.append(Object.assign(document.createElement('img'), { alt: address })), linkedIn.extensionUrl)
  expect((await page.evaluate(everythingIn)).filter((text) => text.includes(id))).toHaveLength(1)
  await page.close()
})

/** Runs inside a page: every name, value and text of a document that its scripts can read. */
function everythingIn(): string[] {
  const found: string[] = []
  const walk = (node: Node) => {
    if (node instanceof Element) {
      found.push(node.localName, ...Array.from(node.attributes, ({ name, value }) => `${name}=${value}`))
      if (node.shadowRoot) walk(node.shadowRoot)
      if (node instanceof HTMLTemplateElement) walk(node.content)
    } else {
      found.push(node.nodeValue ?? '')
    }
    for (const child of node.childNodes) walk(child)
  }
  walk(document)
  // Style sheets and names that scripts leave are no nodes, but can be read as well.
  for (const { href } of document.styleSheets) found.push(href ?? '')
  found.push(...performance.getEntries().map(({ name }) => name), ...Object.getOwnPropertyNames(globalThis))
  return found
}
