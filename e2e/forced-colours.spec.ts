import type { Page } from 'puppeteer-core'
import { forceColours } from '../harness/browser-prefs.ts'
import { CONTRAST } from '../harness/contrast.ts'
import { openToPage } from '../harness/shadow.ts'
import type { Session } from '../harness/session.ts'
import { tabThrough } from '../harness/tabbing.ts'
import { expect, launch, test } from './fixtures.ts'
import { badgeOf, openCard } from './open-card.ts'
import { fill, openFeed, press, SCENES } from './scenes.ts'

/** Where a person allows a few colours only, what is told by lines, marks and switches can still be seen. */

test.describe.configure({ timeout: 90_000 })

let session: Session
test.beforeAll(async ({ kind }) => {
  session = await launch(kind, 'plain')
  await fill(session)
})
test.afterAll(() => session.close())

async function forced(name: string): Promise<Page> {
  const page = (await SCENES.find((scene) => scene.name === name)?.open(session)) as Page
  await page.bringToFront()
  await forceColours(session, page, true)
  return page
}

/** Puts everything back, for all that is open. */
async function close(page: Page): Promise<void> {
  await forceColours(session, page, false)
  await page.close()
}

/** Of all elements of a selector, how far the palest is from the page's background; in a badge's shadow tree where one is given. */
const palest = (page: Page, selector: string, property: string, host?: string) =>
  page.evaluate(`(() => {
    ${CONTRAST}
    const around = ${host === undefined ? 'document' : `document.querySelector(${JSON.stringify(host)}).shadowRoot`}
    const all = [...around.querySelectorAll(${JSON.stringify(selector)})]
    const probe = document.createElement('i')
    probe.style.cssText = 'forced-color-adjust: none; background: Canvas'
    document.body.append(probe)
    const canvas = getComputedStyle(probe).backgroundColor
    probe.remove()
    return all.length === 0 ? 0 : Math.min(...all.map((one) => contrast(getComputedStyle(one)[${JSON.stringify(property)}], canvas)))
  })()`) as Promise<number>

/** Enough for what isn't text. */
const ENOUGH = 3

/** The focus is seen on everything that has it. */
async function ringsIn(page: Page): Promise<string[]> {
  const { stops } = await tabThrough(session, page)
  expect(stops.length).toBeGreaterThan(5)
  return stops.flatMap(({ what, faults }) => faults.map((fault) => `${what}: ${fault}`))
}

test('popup: the marks of labels and switches are seen, and whether they are on', async () => {
  const popup = await forced('popup')
  expect(await palest(popup, '.status-icon', 'borderTopColor')).toBeGreaterThan(ENOUGH)
  expect(await palest(popup, '.status-icon svg', 'stroke')).toBeGreaterThan(ENOUGH)
  expect(await palest(popup, '.switch', 'borderTopColor')).toBeGreaterThan(ENOUGH)
  const look = () =>
    popup.$eval('#status-joined', (one) => {
      const knob = getComputedStyle(one, '::before')
      return { background: getComputedStyle(one).backgroundColor, knob: knob.backgroundColor, at: knob.insetInlineStart }
    })
  const on = await look()
  await press(popup, '#status-joined')
  // The knob goes over with a short movement.
  await expect.poll(async () => (await look()).at).not.toBe(on.at)
  const off = await look()
  expect(off.background).not.toBe(on.background)
  expect(off.knob).not.toBe(off.background)
  expect(on.knob).not.toBe(on.background)
  await press(popup, '#status-joined')
  expect(await ringsIn(popup)).toEqual([])
  await close(popup)
})

test('log: bars and their patterns are seen, and told from each other', async () => {
  const log = await forced('log')
  expect(await palest(log, '.plot .part', 'stroke')).toBeGreaterThan(ENOUGH)
  expect(await palest(log, '.tile path', 'stroke')).toBeGreaterThan(ENOUGH)
  const tiles = await log.$$eval('.tile', (all) => all.map((tile) => ({ background: getComputedStyle(tile.querySelector('rect') as Element).fill, drawn: tile.querySelector('path')?.getAttribute('d') ?? '' })))
  expect(new Set(tiles.map(({ background }) => background)).size).toBe(1)
  // All are of one colour, so that shapes must tell them apart.
  expect(new Set(tiles.map(({ drawn }) => drawn)).size).toBe(tiles.length)
  expect(await ringsIn(log)).toEqual([])
  await close(log)
})

test('options: everything shows its focus, and which colour is chosen', async () => {
  const options = await forced('options, with forms open and filled in wrongly')
  expect(await ringsIn(options)).toEqual([])
  const outline = (selector: string) => options.$eval(selector, (one) => getComputedStyle(one).outlineStyle)
  expect(await outline('.hue:has(:checked)')).toBe('solid')
  expect(await outline('.hue:not(:has(:checked))')).toBe('none')
  expect(await palest(options, '.hue:has(:checked)', 'outlineColor')).toBeGreaterThan(ENOUGH)
  await close(options)
})

test('badges and cards have their edges, and show the focus', async () => {
  const page = await openFeed(session)
  await forceColours(session, page, true)
  await openToPage(page, 'adpledge-badge')
  for (const id of ['p0', 'p2', 'p4', 'p8']) {
    expect(await palest(page, '.badge', 'borderTopColor', badgeOf(id)), id).toBeGreaterThan(ENOUGH)
    expect(await palest(page, '.badge svg', 'stroke', badgeOf(id)), id).toBeGreaterThan(ENOUGH)
  }
  await openCard(page, 'p4')
  for (const part of ['.card', '.status']) expect(await palest(page, part, 'borderTopColor', badgeOf('p4')), part).toBeGreaterThan(ENOUGH)
  expect(await palest(page, '.actions > :is(a, .action)', 'color', badgeOf('p4'))).toBeGreaterThan(ENOUGH)
  expect(await palest(page, '.close svg', 'stroke', badgeOf('p4'))).toBeGreaterThan(ENOUGH)
  const { stops } = await tabThrough(session, page, badgeOf('p4'))
  expect(stops.length).toBeGreaterThan(5)
  expect(stops.flatMap(({ what, faults }) => faults.map((fault) => `${what}: ${fault}`))).toEqual([])
  await close(page)
})
