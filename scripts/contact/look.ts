import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'puppeteer-core'

export const MODES = ['light', 'dark'] as const
export type Mode = (typeof MODES)[number]
export const WIDTHS = [320, 400, 1280] as const
export type Width = (typeof WIDTHS)[number]

/** How a page is looked at. */
export interface Look {
  mode: Mode
  width: Width
}

/** One picture of a page. */
export interface Shot extends Look {
  language: string
  /** JPEG */
  image: Uint8Array
}

const WINDOW_HEIGHT = 700

/** Gives a tab another mode and width, and waits until it is drawn so. */
export async function take(page: Page, { mode, width }: Look, height = WINDOW_HEIGHT): Promise<void> {
  await page.bringToFront()
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: mode },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ])
  await page.setViewport({ width, height })
  // As text: what runs scripts here gives functions names by a helper that pages don't have.
  await page.evaluate('document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))))')
  // What is drawn for a width is drawn anew after it.
  await sleep(60)
}

/**
 * @param cut no more than this many pixels of its height
 * @param whole whether what is below the window belongs to it
 */
export async function shoot(page: Page, width: number, cut: number, whole: boolean): Promise<{ image: Uint8Array }> {
  // A document is as high as its window at least, and its body as high as what is in it.
  const height = whole ? ((await page.evaluate('Math.ceil(document.body.getBoundingClientRect().bottom + scrollY)')) as number) : cut
  const image = await page.screenshot({ type: 'jpeg', quality: 92, ...(whole ? { clip: { x: 0, y: 0, width, height: Math.max(1, Math.min(height, cut)) }, captureBeyondViewport: true } : {}) })
  return { image }
}
