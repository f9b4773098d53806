import { readFileSync } from 'node:fs'
import { needBrowser } from '../harness/install.ts'
import { openPlainPage } from '../harness/session.ts'

/** `icons`: draws `public/icons/icon.svg` in the sizes that browsers ask for, without a background. */

const SIZES = [16, 32, 48, 128]
const ICONS = 'public/icons'

const svg = readFileSync(`${ICONS}/icon.svg`, 'utf8')
const plain = await openPlainPage(await needBrowser('chromium'), () => null)
try {
  for (const size of SIZES) {
    await plain.page.setViewport({ width: size, height: size })
    await plain.page.setContent(`<style>html, body { margin: 0 } svg { display: block; inline-size: ${size}px; block-size: ${size}px }</style>${svg}`)
    const path = `${ICONS}/${size}.png` as const
    await plain.page.screenshot({ path, omitBackground: true })
    console.log(path)
  }
} finally {
  await plain.close()
}
