import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { needBrowser } from '../harness/install.ts'
import { openPlainPage } from '../harness/session.ts'

/** `icons`: draws `public/icons/icon.svg` in the sizes that browsers ask for, without a background. */

const SIZES = [16, 32, 48, 128]
const ICONS = new URL('../public/icons/', import.meta.url)

const svg = readFileSync(new URL('icon.svg', ICONS), 'utf8')
const { page, close } = await openPlainPage(await needBrowser('chromium'), () => null)
try {
  for (const size of SIZES) {
    await page.setViewport({ width: size, height: size })
    await page.setContent(`<style>html, body { margin: 0 } svg { display: block; inline-size: ${size}px; block-size: ${size}px }</style>${svg}`)
    const path = fileURLToPath(new URL(`${size}.png`, ICONS))
    await page.screenshot({ path: path as `${string}.png`, omitBackground: true })
    console.log(path)
  }
} finally {
  await close()
}
