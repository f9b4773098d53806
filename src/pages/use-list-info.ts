import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { Storage } from 'webextension-polyfill'
import { browser } from '../shared/browser.ts'
import type { ListInfo } from '../shared/messages.ts'
import { ask } from './ask.ts'

/** How often progress is asked for, in milliseconds. */
export const PACE = 300

/** `silent`: the background doesn't answer. */
export type InfoState = 'loading' | 'silent' | ListInfo

export interface ListInfoReading {
  info: InfoState
  /** Reads it again. */
  refresh: () => void
}

/** How the lists are, as it changes; read again and again while one of them is being checked. */
export function useListInfo(): ListInfoReading {
  const [info, setInfo] = useState<InfoState>('loading')
  const latestRef = useRef(0)

  const read = useCallback(async () => {
    const number = ++latestRef.current
    const next = await ask('list:info', null).then((answer) => answer ?? 'silent', () => 'silent' as const)
    if (number === latestRef.current) setInfo(next)
  }, [])
  const refresh = useCallback(() => void read(), [read])

  useEffect(() => {
    let soon: ReturnType<typeof setTimeout> | undefined
    // What is stored when a check begins by itself, or when settings change, comes in bursts.
    const onChanged = (_changes: Record<string, Storage.StorageChange>, area: string) => {
      if (area !== 'local') return
      clearTimeout(soon)
      soon = setTimeout(refresh, PACE)
    }
    // What depends on the time of day alone is right again when the page is looked at.
    const onShown = () => document.visibilityState === 'visible' && refresh()
    refresh()
    browser.storage.onChanged.addListener(onChanged)
    document.addEventListener('visibilitychange', onShown)
    return () => {
      latestRef.current = -1
      clearTimeout(soon)
      browser.storage.onChanged.removeListener(onChanged)
      document.removeEventListener('visibilitychange', onShown)
    }
  }, [refresh])

  useEffect(() => {
    if (typeof info !== 'object' || info.sources.every(({ checking }) => checking === null)) return undefined
    const timer = setTimeout(refresh, PACE)
    return () => clearTimeout(timer)
  }, [info, refresh])

  return { info, refresh }
}
