import type { Page } from 'puppeteer-core'
import { setTheme } from '../harness/browser-prefs.ts'
import { inShadows, openToPage } from '../harness/shadow.ts'
import type { Session } from '../harness/session.ts'
import { tabThrough, type Tour } from '../harness/tabbing.ts'
import { expect, launch, test } from './fixtures.ts'
import { badgeOf, openCard } from './open-card.ts'
import { EMPTY_SCENES, fill, lookAt, openFeed, type Scene, SCENES, send } from './scenes.ts'

/** Everything can be come to by keyboard, shows that it has the focus, and has a name; badges are large enough to be pressed. */

test.describe.configure({ timeout: 90_000 })

let session: Session
test.beforeAll(async ({ kind }) => {
  session = await launch(kind, 'plain')
})
test.afterAll(() => session.close())

/** What is wrong, in words. */
function faultsOf({ stops, skipped, inOrder, ended }: Tour): string[] {
  return [
    ...stops.flatMap(({ what, name, faults }) => [...(name === '' ? ['no name'] : []), ...faults].map((fault) => `${what}: ${fault}`)),
    ...skipped.map((what) => `${what}: not come to`),
    ...(inOrder ? [] : ['not in the order of the page']),
    ...(ended ? [] : ['no end']),
  ]
}

async function tour(scenes: readonly Scene[]): Promise<void> {
  await lookAt(session, scenes, async (page, { name }) => {
    for (const theme of ['light', 'dark'] as const) {
      await setTheme(session, page, theme)
      expect.soft(faultsOf(await tabThrough(session, page)), `${name}, ${theme}`).toEqual([])
    }
  })
}

test('pages that have nothing to show yet are gone through by Tab', () => tour(EMPTY_SCENES))

test('popup, options, first run, log and reports are gone through by Tab', async () => {
  await fill(session)
  await tour(SCENES)
})

test('a card is gone through by Tab from its badge, and nothing with the focus is under its buttons', async () => {
  const page = await openFeed(session)
  for (const [width, height] of [[1280, 900], [1280, 420], [320, 256]] as const) {
    await page.setViewport({ width, height })
    // Opened for the first time it has its styles from then on.
    await openCard(page, 'p4')
    await openToPage(page, badgeOf('p4'))
    await inShadows(page, badgeOf('p4'), (root) => root.querySelector<HTMLElement>('button.badge')?.focus({ focusVisible: true }))
    const card = await tabThrough(session, page, badgeOf('p4'))
    expect.soft(faultsOf({ ...card, skipped: card.skipped.filter((what) => !what.startsWith('button.badge')) }), `${width} × ${height}`).toEqual([])
    expect(card.stops.length).toBeGreaterThan(8)
    await page.keyboard.press('Escape')
  }
  await page.close()
})

/** Of what is around the middle of a badge, as far as a target of 24 pixels reaches, what a press doesn't go to the badge from. */
async function missed(page: Page, id: string): Promise<string[]> {
  await page.$eval(`[data-demo-id="${id}"]`, (post) => scrollTo({ top: post.getBoundingClientRect().top + scrollY - 120, behavior: 'instant' }))
  const [box] = await inShadows(page, badgeOf(id), (root) => root.querySelector('.badge')?.getBoundingClientRect().toJSON() as DOMRect)
  if (!box) return ['no badge']
  return page.evaluate(
    (x, y) =>
      [[0, 0], [-11.5, -11.5], [11.5, -11.5], [-11.5, 11.5], [11.5, 11.5], [0, 11.5], [0, -11.5]]
        .filter(([right = 0, down = 0]) => document.elementFromPoint(x + right, y + down)?.localName !== 'adpledge-badge')
        .map(([right, down]) => `${right}, ${down}`),
    box.x + box.width / 2,
    box.y + box.height / 2,
  )
}

test('every badge is a target of 24 pixels, in each size and form', async () => {
  const page = await openFeed(session)
  const options = await session.openExtensionPage('src/options/index.html')
  await page.bringToFront()
  const heights = { small: 20, medium: 22, large: 26 }
  for (const form of ['full', 'compact'] as const) {
    for (const size of ['small', 'medium', 'large'] as const) {
      await send(options, 'settings:change', { appearance: { size, form } })
      const look = () => inShadows(page, badgeOf('p2'), (root) => [root.querySelector('.badge')?.getBoundingClientRect().height, (root.querySelector('.text')?.getClientRects().length ?? 0) > 0])
      await expect.poll(async () => (await look())[0]).toEqual([heights[size], form === 'full'])
      for (const id of ['p0', 'p2', 'p4', 'p6', 'p8']) await expect.poll(() => missed(page, id), { message: `${size}, ${form}, ${id}` }).toEqual([])
    }
  }
  await send(options, 'settings:change', { appearance: { size: 'medium', form: 'full' } })
  await options.close()
  await page.close()
})

test('what can’t be come to, has no name, or shows no focus is noticed', async () => {
  await fill(session)
  const log = await session.openExtensionPage('src/log/index.html')
  await log.waitForSelector('#copy-citation')
  await log.bringToFront()
  await log.evaluate(() => {
    document.querySelector('#export-csv')?.setAttribute('tabindex', '-1')
    document.querySelector('label[for="log-site"]')?.remove()
    const plain = document.querySelector<HTMLElement>('#log-reset')
    plain?.style.setProperty('outline', 'none', 'important')
    const pale = document.querySelector<HTMLElement>('#export-json')
    pale?.style.setProperty('outline-color', 'color-mix(in srgb, var(--bg) 90%, var(--fg))', 'important')
    document.querySelector<HTMLElement>('#log-clear')?.style.setProperty('translate', '-90vw')
  })
  const faults = faultsOf(await tabThrough(session, log))
  expect(faults.map((fault) => fault.replace(/pale: .*/, 'pale'))).toEqual([
    'log-site: no name',
    'log-reset: no outline of 2 pixels',
    'log-reset: looks as it does without the focus',
    'export-json: its outline is pale',
    'log-clear: covered or out of view',
    'export-csv: not come to',
  ])
  await log.close()
})
