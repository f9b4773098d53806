import { useCallback, useEffect, useState } from 'preact/hooks'
import { browser } from '../shared/browser.ts'

export interface HostPermission {
  missing: boolean
  /** Only a press of a person may call it, and directly. */
  request: () => Promise<boolean>
}

/**
 * Whether the extension may reach a host: people can take that away, and some browsers ask first.
 * @param pattern of the host, as manifests have it; null for none
 */
export function usePermission(pattern: string | null): HostPermission {
  const [missing, setMissing] = useState(false)
  const check = useCallback(() => {
    if (pattern === null) return setMissing(false)
    browser.permissions.contains({ origins: [pattern] }).then((granted) => setMissing(!granted), () => undefined)
  }, [pattern])

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
    if (pattern === null) return Promise.resolve(true)
    return requestHosts([pattern]).finally(check)
  }, [pattern, check])
  return { missing, request }
}

/** Firefox takes a request only in the very handler of a press: nothing may be awaited before. Never rejects. */
export function requestHosts(patterns: readonly string[]): Promise<boolean> {
  try {
    return browser.permissions.request({ origins: [...patterns] }).catch(() => false)
  } catch {
    return Promise.resolve(false)
  }
}
