import type { Page } from 'puppeteer-core'

/** What a page has screen readers say by itself. */
export interface Announcement {
  /** Its id, or its class. */
  region: string
  text: string
  /** Interrupts what is being read. */
  assertive: boolean
  /** Was there, and rendered, before it had something to say: what comes in together with its text is told by some and not by others. */
  expected: boolean
}

/** From now on. */
export async function listen(page: Page): Promise<void> {
  await page.evaluate(IN_PAGE)
}

/** What was said since the last time. */
export async function heard(page: Page): Promise<Announcement[]> {
  return page.evaluate('globalThis.announcements.splice(0)') as Promise<Announcement[]>
}

const IN_PAGE = `(() => {
  if (globalThis.announcements) return
  globalThis.announcements = []
  const LIVE = '[role=status], [role=alert], [role=log], [aria-live], output'
  const known = new Map()
  const look = () => {
    const now = [...document.querySelectorAll(LIVE)].filter((one) => one.getAttribute('aria-live') !== 'off')
    for (const gone of known.keys()) if (!now.includes(gone)) known.delete(gone)
    for (const region of now) {
      const text = (region.textContent ?? '').trim().replace(/\\s+/g, ' ')
      const before = known.get(region)
      if (text !== '' && text !== before?.text) {
        const assertive = region.getAttribute('role') === 'alert' || region.getAttribute('aria-live') === 'assertive'
        announcements.push({ region: region.id || region.className, text, assertive, expected: before?.rendered ?? false })
      }
      known.set(region, { text, rendered: region.checkVisibility() })
    }
  }
  look()
  announcements.length = 0
  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true, attributes: true })
})()`
