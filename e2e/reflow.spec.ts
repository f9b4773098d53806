import { cutOff, spaceText } from '../harness/cut-off.ts'
import { inShadows } from '../harness/shadow.ts'
import type { Session } from '../harness/session.ts'
import { expect, launch, test } from './fixtures.ts'
import { badgeOf, openCard } from './open-card.ts'
import { EMPTY_SCENES, fill, lookAt, openFeed, type Scene, SCENES } from './scenes.ts'

/** At 400 % of a window of 1280 × 1024 pixels, and with more room between letters and lines, everything can still be read. */

test.describe.configure({ timeout: 90_000 })

let session: Session
test.beforeAll(async ({ kind }) => {
  session = await launch(kind, 'plain')
})
test.afterAll(() => session.close())

const ENLARGED = { width: 320, height: 256 }
const USUAL = { width: 1280, height: 900 }

async function readAll(scenes: readonly Scene[]): Promise<void> {
  await lookAt(session, scenes, async (page, { name }) => {
    await page.setViewport(ENLARGED)
    await page.waitForFunction((width) => innerWidth === width, {}, ENLARGED.width)
    expect.soft(await cutOff(page), `${name}, enlarged`).toEqual([])
    await spaceText(page)
    expect.soft(await cutOff(page), `${name}, enlarged and spaced`).toEqual([])
    await page.setViewport(USUAL)
    await page.waitForFunction((width) => innerWidth === width, {}, USUAL.width)
    expect.soft(await cutOff(page), `${name}, spaced`).toEqual([])
  })
}

test('pages that have nothing to show yet can be read', () => readAll(EMPTY_SCENES))

test('popup, options, first run, log and reports can be read', async () => {
  await fill(session)
  await readAll(SCENES)
})

test('a card fits the window, and all of it can be scrolled to', async () => {
  const page = await openFeed(session)
  await page.setViewport(ENLARGED)
  for (const id of ['p4', 'p2']) {
    await openCard(page, id)
    const [card] = await inShadows(page, badgeOf(id), (root) => {
      const card = root.querySelector('.card') as HTMLElement
      const { left, top, right, bottom } = card.getBoundingClientRect()
      // Where it is to be pressed, once it is scrolled to.
      const hits = (one: Element) => {
        one.scrollIntoView({ block: 'nearest', behavior: 'instant' })
        const box = [...one.getClientRects()].at(-1) ?? one.getBoundingClientRect()
        const hit = root.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
        return hit !== null && one.contains(hit)
      }
      const parts = [...card.querySelectorAll('h2, .status, p, dt, dd, li, a, button')]
      const missed = [...parts, card.querySelector('.close') as Element].filter((one) => !hits(one)).map(({ localName, textContent }) => `${localName} ${textContent}`)
      return { box: { left, top, right, bottom }, wide: card.scrollWidth > card.clientWidth, parts: parts.length, missed }
    })
    expect(card?.box.left).toBeGreaterThanOrEqual(0)
    expect(card?.box.top).toBeGreaterThanOrEqual(0)
    expect(card?.box.right).toBeLessThanOrEqual(ENLARGED.width)
    expect(card?.box.bottom).toBeLessThanOrEqual(ENLARGED.height)
    expect(card?.wide).toBe(false)
    expect(card?.parts).toBeGreaterThan(6)
    expect(card?.missed, id).toEqual([])
    await page.keyboard.press('Escape')
  }
  await page.close()
})

test('what is beyond the window or cut off is noticed', async () => {
  const page = await session.openExtensionPage('src/log/index.html')
  await page.waitForSelector('#log-on, #log-switch')
  await page.setViewport(ENLARGED)
  await page.waitForFunction((width) => innerWidth === width, {}, ENLARGED.width)
  await page.evaluate(() => {
    for (const [id, style] of [['wide', 'inline-size: 400px; white-space: nowrap'], ['narrow', 'inline-size: 100px; overflow: hidden; white-space: nowrap'], ['low', 'block-size: 20px; overflow: hidden']]) {
      const part = document.createElement('p')
      part.id = id ?? ''
      part.style.cssText = style ?? ''
      part.textContent = 'a text of many words which is longer than there is room for it'
      document.body.append(part)
    }
  })
  const found = (await cutOff(page)).map((fault) => fault.replace(/ “[^”]*”/g, ''))
  expect(found).toEqual([expect.stringMatching(/^the page is [45]\d\d pixels wide$/), '#wide: beyond the window', '#narrow: cut off at the side by #narrow', '#low: cut off below by #low'])
  await page.close()
})
