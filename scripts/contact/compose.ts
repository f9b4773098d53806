import type { Browser } from 'puppeteer-core'
import { html } from '../../demo/html.ts'
import type { Shot, Width } from './look.ts'

/** Puts the pictures of a page side by side: a row of small ones for narrow windows, larger ones for wide windows. */

const SHEET_WIDTH = 1640
const GAP = 12
const COLUMNS: Readonly<Record<Width, number>> = { 320: 8, 400: 8, 1280: 4 }
/** A sheet is no larger than this, in bytes, if any of these qualities makes it so. */
const LARGEST = 330_000
const QUALITIES = [80, 70, 60, 50, 40, 30]

const STYLE = `
  body { margin: 0; padding: ${GAP}px; box-sizing: border-box; width: ${SHEET_WIDTH}px; background: #8a8f98; color: #14161a; font: 600 14px/18px system-ui, "Noto Sans", sans-serif; }
  h1 { margin: 0 0 ${GAP}px; font-size: 18px; line-height: 24px; }
  div { display: grid; gap: ${GAP}px; align-items: start; margin-bottom: ${GAP}px; }
  figure { margin: 0; }
  figcaption { margin-bottom: 4px; }
  img { display: block; width: 100%; }`

/** @returns the sheet as WebP */
export async function compose(browser: Browser, title: string, shots: readonly Shot[]): Promise<Uint8Array> {
  const widths = [...new Set(shots.map(({ width }) => width))].toSorted((one, other) => one - other)
  const groups = widths.map((width) => {
    const cells = shots.filter((shot) => shot.width === width)
    const figures = cells.map(({ mode, language, image }) => html`<figure><figcaption>${width} · ${mode} · ${language}</figcaption><img alt="" src="data:image/jpeg;base64,${Buffer.from(image).toString('base64')}"></figure>`)
    return html`<div style="grid-template-columns: repeat(${COLUMNS[width]}, 1fr)">${figures}</div>`
  })
  const page = await browser.newPage()
  try {
    await page.bringToFront()
    await page.setViewport({ width: SHEET_WIDTH, height: 800 })
    await page.setContent(html`<!doctype html><meta charset="utf-8"><style>${STYLE}</style><h1>${title}</h1>${groups}`.text, { waitUntil: 'load' })
    for (const quality of QUALITIES) {
      const image = await page.screenshot({ type: 'webp', quality, fullPage: true })
      if (image.length <= LARGEST || quality === QUALITIES.at(-1)) return image
    }
    throw new Error('no quality to try')
  } finally {
    await page.close()
  }
}
