import type { Page } from 'puppeteer-core'
import { chooseFromMenu, pressShortcut } from '../harness/actions.ts'
import { type BadgeView, readBadges } from '../harness/badges.ts'
import type { Session } from '../harness/session.ts'
import { expect, test } from './fixtures.ts'

/** Shortcuts and the context menu, as the browser's own window presses them. */

const ITEM = 'Report this ad…'

const visible = async (page: Page) => (await readBadges(page)).filter((badge) => badge.visible)
const inView = async (page: Page): Promise<BadgeView[]> => {
  const height = await page.evaluate(() => innerHeight)
  return (await visible(page)).filter(({ box }) => box.y >= 0 && box.y < height)
}
/** Which badge has the focus, by the post that it is in. */
const focused = (page: Page) => page.evaluate(() => (document.activeElement?.localName === 'adpledge-badge' ? (document.activeElement.closest('[data-demo-id]')?.getAttribute('data-demo-id') ?? 'no post') : null))
const noticeShown = (page: Page) => page.evaluate(() => document.querySelector('adpledge-notice') !== null)

/** What is reported in the page that something opens. */
async function reportOpenedBy(session: Session, press: () => Promise<void>): Promise<string> {
  const before = new Set(await session.browser.pages())
  await press()
  const opened = async () => (await session.browser.pages()).find((one) => !before.has(one))
  await expect.poll(opened).toBeDefined()
  const page = await opened()
  const preview = () => page?.evaluate(() => document.querySelector('#report-preview')?.textContent ?? '').catch(() => '') ?? ''
  await expect.poll(preview).not.toBe('')
  const text = await preview()
  await page?.close()
  return text
}

test('a shortcut goes from badge to badge and puts the focus there', async ({ open, session }) => {
  const page = await open('?n=40&more=0&late=0')
  await expect.poll(async () => (await visible(page)).length).toBe(18)
  const order = (await visible(page)).toSorted((a, b) => a.box.y - b.box.y).map(({ post }) => post)
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  const first = (await visible(page)).toSorted((a, b) => a.box.y - b.box.y).find(({ box }) => box.y > 450)?.post
  await pressShortcut(session, page, 'next-ad')
  await expect.poll(() => focused(page)).toBe(first)
  const at = order.indexOf(first ?? '')
  await pressShortcut(session, page, 'next-ad')
  await expect.poll(() => focused(page)).toBe(order[at + 1])
  await pressShortcut(session, page, 'previous-ad')
  await expect.poll(() => focused(page)).toBe(first)
  expect((await inView(page)).map(({ post }) => post)).toContain(first)
  // Past the last one it says so, and the focus stays.
  for (let times = at; times < order.length; times++) await pressShortcut(session, page, 'next-ad')
  await expect.poll(() => focused(page)).toBe(order.at(-1))
  await pressShortcut(session, page, 'next-ad')
  await expect.poll(() => noticeShown(page)).toBe(true)
  expect(await focused(page)).toBe(order.at(-1))
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(height)
})

test('a shortcut switches badges off and on', async ({ open, session }) => {
  const page = await open('?n=40&more=0&late=0')
  await expect.poll(async () => (await visible(page)).length).toBe(18)
  await pressShortcut(session, page, 'toggle-badges')
  await expect.poll(async () => (await visible(page)).length).toBe(0)
  await pressShortcut(session, page, 'toggle-badges')
  await expect.poll(async () => (await visible(page)).length).toBe(18)
})

test('a shortcut reports the ad that has the focus', async ({ open, session }) => {
  const page = await open('?n=40&more=0&late=0')
  await expect.poll(async () => (await visible(page)).length).toBe(18)
  await pressShortcut(session, page, 'next-ad')
  await expect.poll(() => focused(page)).not.toBe(null)
  const post = await focused(page)
  const name = (await visible(page)).find((badge) => badge.post === post)?.name ?? ''
  const report = await reportOpenedBy(session, () => pressShortcut(session, page, 'report-ad'))
  expect(report).toContain(name.slice(0, name.indexOf(': ')))
})

test('the menu reports the ad under the pointer, and says so where there is none', async ({ open, session }) => {
  const page = await open('?n=40&more=0&late=0')
  await expect.poll(async () => (await visible(page)).length).toBe(18)
  const badge = (await inView(page)).find(({ name }) => /Not on the list|Joined/.test(name))
  // In the post, away from badge and links.
  const place = await page.evaluate((id) => {
    const post = document.querySelector(`[data-demo-id="${id}"]`) as Element
    const { left, top } = post.getBoundingClientRect()
    return { x: left + 4, y: top + 4 }
  }, badge?.post ?? '')
  const report = await reportOpenedBy(session, () => chooseFromMenu(session, page, place, ITEM))
  expect(report).toContain(badge?.name.slice(0, badge.name.indexOf(': ')))
  expect(report).toMatch(badge?.name.includes('Not on the list') ? /^Missing advertiser/ : /^Mistake/)

  expect(await noticeShown(page)).toBe(false)
  const organic = await page.evaluate(() => {
    const post = Array.from(document.querySelectorAll('[data-demo-id]')).find((one) => {
      const { top, bottom } = one.getBoundingClientRect()
      return !one.querySelector('adpledge-badge') && top >= 0 && bottom < innerHeight * 2 && top < innerHeight - 20
    })
    const { left, top } = (post as Element).getBoundingClientRect()
    return { x: left + 4, y: top + 4 }
  })
  const pages = (await session.browser.pages()).length
  await chooseFromMenu(session, page, organic, ITEM)
  await expect.poll(() => noticeShown(page)).toBe(true)
  expect((await session.browser.pages()).length).toBe(pages)
})
