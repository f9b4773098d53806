import type { Browser } from 'webextension-polyfill'

interface Apis {
  browser?: Browser
  chrome?: Browser
}

const apis = globalThis as unknown as Apis

/**
 * The extension API as pages use it: what the browser offers, without the polyfill, which would be an eighth of what the popup loads
 * before it opens. Both browsers answer with promises; what the polyfill does besides is for the background, which answers messages.
 */
export const browser = (apis.browser ?? apis.chrome) as Browser
