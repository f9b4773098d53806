import type { Browser } from 'puppeteer-core'

interface Picture {
  /** In pixels, like the height. */
  width: number
  height: number
  /** Of JPEG */
  quality: number
}

const STYLE = `
  body { margin: 0; }
  .behind { display: block; }
  .before { position: absolute; inset: 6px 24px auto auto; border-radius: 10px; box-shadow: 0 10px 36px rgb(0 0 0 / .38), 0 0 0 1px rgb(0 0 0 / .12); }`

/** Lays the popup over a page, below the browser's buttons. @returns JPEG */
export async function overlay(browser: Browser, page: Uint8Array, popup: Uint8Array, { width, height, quality }: Picture): Promise<Uint8Array> {
  const tab = await browser.newPage()
  try {
    await tab.bringToFront()
    await tab.setViewport({ width, height })
    await tab.setContent(`<!doctype html><style>${STYLE}</style><img class="behind" src="${address(page)}"><img class="before" src="${address(popup)}">`, { waitUntil: 'load' })
    return await tab.screenshot({ type: 'jpeg', quality })
  } finally {
    await tab.close()
  }
}

function address(jpeg: Uint8Array): string {
  return `data:image/jpeg;base64,${Buffer.from(jpeg).toString('base64')}`
}
