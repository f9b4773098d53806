import browser from 'webextension-polyfill'
import { WELCOMED_KEY } from '../shared/storage-keys.ts'

/** Opens the first-run page after an installation, once; must be called while the background starts. */
export function welcomeOnce(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void welcome()
  })
}

async function welcome(): Promise<void> {
  const stored = await browser.storage.local.get(WELCOMED_KEY)
  if (stored[WELCOMED_KEY] !== undefined) return
  // First of all: whatever goes wrong then, it doesn't come back.
  await browser.storage.local.set({ [WELCOMED_KEY]: new Date().toISOString() })
  await browser.tabs.create({ url: browser.runtime.getURL('src/welcome/index.html') })
}
