import { readFileSync } from 'node:fs'
import { needBrowser } from '../harness/install.ts'
import { openPlainPage } from '../harness/session.ts'

/** `icons`: draws the icon in the sizes that browsers ask for, without a background. */

const ICONS = 'public/icons'
const SOURCES = 'scripts/icons'
/** The smallest is drawn on its pixels, or nothing of it could be made out. */
const DRAWINGS: readonly (readonly [size: number, file: string])[] = [[16, 'icon-small.svg'], [32, 'icon.svg'], [48, 'icon.svg'], [128, 'icon.svg']]

const plain = await openPlainPage(await needBrowser('chromium'), () => null)
try {
  for (const [size, file] of DRAWINGS) {
    const svg = readFileSync(`${SOURCES}/${file}`, 'utf8')
    await plain.page.setViewport({ width: size, height: size })
    await plain.page.setContent(`<style>html, body { margin: 0 } svg { display: block; inline-size: ${size}px; block-size: ${size}px }</style>${svg}`)
    const path = `${ICONS}/${size}.png` as const
    await plain.page.screenshot({ path, omitBackground: true })
    console.log(path)
  }
} finally {
  await plain.close()
}
