import { findings, findingsInShadows, passedInShadows } from '../harness/axe.ts'
import { setTheme } from '../harness/browser-prefs.ts'
import { readBadges } from '../harness/badges.ts'
import { inShadows } from '../harness/shadow.ts'
import type { Session } from '../harness/session.ts'
import { expect, launch, SITE, test } from './fixtures.ts'
import { badgeOf, openCard } from './open-card.ts'
import { EMPTY_SCENES, fill, lookAt, openFeed, type Scene, SCENES } from './scenes.ts'

/** axe has nothing to say about any page of the extension, its badges or its cards, light or dark. */

test.describe.configure({ timeout: 90_000 })

let session: Session
test.beforeAll(async ({ kind }) => {
  session = await launch(kind, 'plain')
})
test.afterAll(() => session.close())

const THEMES = ['light', 'dark'] as const

async function findNothing(scenes: readonly Scene[]): Promise<void> {
  await lookAt(session, scenes, async (page, { name }) => {
    for (const theme of THEMES) {
      await setTheme(session, page, theme)
      expect.soft(await findings(page), `${name}, ${theme}`).toEqual([])
    }
  })
}

test('nothing is found on pages that have nothing to show yet', () => findNothing(EMPTY_SCENES))

test('nothing is found on popup, options, first run, log and reports', async () => {
  await fill(session)
  await findNothing(SCENES)
})

test('nothing is found on badges and cards, on light and dark pages', async () => {
  for (const theme of THEMES) {
    const page = await openFeed(session, `${SITE}?n=40&more=0&late=0&dark=${theme}`)
    await setTheme(session, page, theme)
    const badges = await readBadges(page)
    expect(badges).toHaveLength(18)
    expect((await inShadows(page, 'adpledge-badge', (root) => root.querySelector('.root')?.className)).every((name) => name === `root ${theme}`)).toBe(true)
    expect(await findingsInShadows(page, 'adpledge-badge'), theme).toEqual([])
    // It has seen into each, and decided on their colours.
    expect(await passedInShadows(page, 'adpledge-badge', 'color-contrast'), theme).toHaveLength(18)
    // On the list, and not.
    for (const id of ['p4', 'p2']) {
      await openCard(page, id)
      expect(await findingsInShadows(page, badgeOf(id)), `card of ${id}, ${theme}`).toEqual([])
      // Decided on for each colour of text on each background, of links as well.
      const targets = await passedInShadows(page, badgeOf(id), 'color-contrast')
      for (const part of [' h2', '.status > span', '.statement', 'button:', ' a[']) expect(targets.filter((target) => target.includes(part)).length, `${part} of ${id}, ${theme}`).toBeGreaterThan(0)
      await page.keyboard.press('Escape')
    }
    await page.close()
  }
})

const rules = async (found: ReturnType<typeof findings>) => [...new Set((await found).map(({ rule }) => rule))].toSorted()

test('what is wrong is found: on a page, in a badge and in a card', async () => {
  const log = await session.openExtensionPage('src/log/index.html')
  await log.waitForSelector('#log-text')
  await log.$eval('label[for="log-text"]', (label) => label.remove())
  expect(await rules(findings(log))).toContain('label')
  await log.close()

  const page = await openFeed(session, `${SITE}?n=40&more=0&late=0&dark=light`)
  const damage = (selector: string, run: (root: ShadowRoot) => void) => inShadows(page, selector, run)
  await damage(badgeOf('p0'), (root) => {
    const button = root.querySelector('button')
    button?.removeAttribute('aria-label')
    button?.querySelector('.text')?.remove()
  })
  await damage(badgeOf('p2'), (root) => root.querySelector<HTMLElement>('.badge')?.style.setProperty('color', '#aaa'))
  expect(await rules(findingsInShadows(page, 'adpledge-badge'))).toEqual(['button-name', 'color-contrast'])
  await openCard(page, 'p4')
  await damage(badgeOf('p4'), (root) => root.querySelector('.close')?.removeAttribute('aria-label'))
  expect(await rules(findingsInShadows(page, badgeOf('p4')))).toEqual(['button-name'])
  await page.close()
})
