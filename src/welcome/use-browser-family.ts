import { useEffect, useState } from 'preact/hooks'
import { browser } from '../shared/browser.ts'

/** Browsers by where they have an extension's icon. */
export type BrowserFamily = 'chrome' | 'firefox' | 'android'

/** Null until it is known. */
export function useBrowserFamily(): BrowserFamily | null {
  const [family, setFamily] = useState<BrowserFamily | null>(null)
  useEffect(() => {
    // Only Firefox tells its name.
    const onDesktop: BrowserFamily = typeof browser.runtime.getBrowserInfo === 'function' ? 'firefox' : 'chrome'
    browser.runtime.getPlatformInfo().then(
      ({ os }) => setFamily(os === 'android' ? 'android' : onDesktop),
      () => setFamily(onDesktop),
    )
  }, [])
  return family
}
