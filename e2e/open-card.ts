import type { Page } from 'puppeteer-core'
import { readBadges, readCard } from '../harness/badges.ts'
import { expect } from './fixtures.ts'

export const badgeOf = (id: string) => `[data-demo-id="${id}"] adpledge-badge`

/** Presses the badge of a post with the mouse and waits until all of its card is there. */
export async function openCard(page: Page, id: string): Promise<string> {
  await page.bringToFront()
  await page.waitForSelector(badgeOf(id))
  // Below the bar at the top, which stays there.
  const inView = async () => {
    await page.$eval(`[data-demo-id="${id}"]`, (post) => scrollTo({ top: post.getBoundingClientRect().top + scrollY - 80, behavior: 'instant' }))
    const [badge] = await readBadges(page, badgeOf(id))
    return badge?.visible === true && badge.box.y > 50 && badge.box.y + badge.box.height < (await page.evaluate(() => innerHeight))
  }
  await expect.poll(inView).toBe(true)
  const [badge] = await readBadges(page, badgeOf(id))
  await page.mouse.click((badge?.box.x ?? 0) + (badge?.box.width ?? 0) / 2, (badge?.box.y ?? 0) + (badge?.box.height ?? 0) / 2)
  const text = async () => (await readCard(page, badgeOf(id)))?.text ?? ''
  await expect.poll(text).toMatch(/List:|holds/)
  return text()
}
