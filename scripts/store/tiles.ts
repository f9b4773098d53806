import { readFileSync } from 'node:fs'
import type { Page } from 'puppeteer-core'

/** Pictures for the store that show no page: the icon with a margin, and tiles with what AdPledge says. */

const ICON = readFileSync('scripts/icons/icon.svg', 'utf8')
const SLOGAN = 'Who paused their ads, told on the ad'
const LABELS: readonly (readonly [text: string, kind: string])[] = [['Joined Stop Hate for Profit · July 2020', 'joined'], ['Announced its own ad pause · July 2020', 'own'], ['Not on the list', 'unlisted']]

export interface Tile {
  file: string
  width: number
  height: number
  /** As the store wants it. */
  type: 'png' | 'jpeg'
  markup: string
}

const STYLE = `
  * { box-sizing: border-box; }
  html, body { margin: 0; block-size: 100%; }
  .tile { display: grid; align-content: center; justify-items: start; gap: .55em; block-size: 100%; padding: 0 8%; background: #123a80; color: #fff; font: 500 1em/1.3 system-ui, "Noto Sans", sans-serif; }
  .head { display: flex; align-items: center; gap: .35em; font-size: 1.9em; font-weight: 700; }
  .head svg { inline-size: 1.5em; block-size: 1.5em; }
  .slogan { margin: 0; font-size: 1.05em; }
  .label { padding: .25em .8em; border: 1px solid; border-radius: 99em; font-size: .82em; font-weight: 600; }
  .joined { background: #e0f4e6; color: #0c5a31; border-color: #8fcfa7; }
  .own { background: #e4eefc; color: #164a91; border-color: #9dbfec; }
  .unlisted { background: #f3f4f6; color: #4b515a; border-style: dashed; border-color: #a8afb9; font-weight: 400; }`

function tile(labels: number): string {
  const shown = LABELS.slice(0, labels).map(([text, kind]) => `<span class="label ${kind}">${text}</span>`)
  return `<div class="tile"><div class="head">${ICON}AdPledge</div><p class="slogan">${SLOGAN}</p>${shown.join('')}</div>`
}

export const TILES: readonly Tile[] = [
  // 96 pixels of drawing, as the Chrome Web Store wants it: the icon has 4 of its 128 on each side already.
  { file: 'icon-128.png', width: 128, height: 128, type: 'png', markup: `<style>svg { display: block; margin: 13px; inline-size: 102px; block-size: 102px; }</style>${ICON}` },
  { file: 'promo-440x280.jpg', width: 440, height: 280, type: 'jpeg', markup: `<style>html { font-size: 18px; }</style>${tile(1)}` },
  { file: 'marquee-1400x560.jpg', width: 1400, height: 560, type: 'jpeg', markup: `<style>html { font-size: 36px; }</style>${tile(3)}` },
]

/** @returns PNG with a transparent background, or JPEG */
export async function drawTile(page: Page, { width, height, type, markup }: Tile): Promise<Uint8Array> {
  await page.setViewport({ width, height })
  await page.setContent(`<!doctype html><meta charset="utf-8"><style>${STYLE}</style>${markup}`, { waitUntil: 'load' })
  return page.screenshot(type === 'png' ? { type, omitBackground: true } : { type, quality: 92 })
}
