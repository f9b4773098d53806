import { useCallback, useEffect, useState } from 'preact/hooks'
import browser from 'webextension-polyfill'
import type { SupportedSite } from '../pages/site.ts'

export interface SitePermission {
  missing: boolean
  /** Only a press of a person may call it, and directly. */
  request: () => void
}

/** Whether the extension may read a site: people can take that away, and some browsers ask first. */
export function usePermission({ origin }: SupportedSite): SitePermission {
  const [missing, setMissing] = useState(false)
  const check = useCallback(() => {
    browser.permissions.contains(asked(origin)).then((granted) => setMissing(!granted), () => undefined)
  }, [origin])

  useEffect(() => {
    check()
    browser.permissions.onAdded.addListener(check)
    browser.permissions.onRemoved.addListener(check)
    return () => {
      browser.permissions.onAdded.removeListener(check)
      browser.permissions.onRemoved.removeListener(check)
    }
  }, [check])

  const request = useCallback(() => {
    browser.permissions.request(asked(origin)).then(check, () => undefined)
  }, [origin, check])
  return { missing, request }
}

function asked(origin: string): { origins: string[] } {
  return { origins: [`${origin}/*`] }
}
