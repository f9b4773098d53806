import { useEffect, useState } from 'preact/hooks'
import { ask } from '../pages/ask.ts'
import type { SearchAnswer } from '../shared/messages.ts'

/** Who types on wants no answer yet, in milliseconds. */
const SETTLE = 150

/** `failed`: lists can't be read. */
export type Found = SearchAnswer | 'nothing asked' | 'failed'

/** What lists have under a name, as it is typed; the last answer stays until the next one is there. */
export function useSearch(wanted: string): Found {
  const [found, setFound] = useState<Found>('nothing asked')
  const text = wanted.trim()
  useEffect(() => {
    if (text === '') {
      setFound('nothing asked')
      return undefined
    }
    let isLatest = true
    const timer = setTimeout(() => {
      ask('list:search', { text }).then(
        (answer) => isLatest && setFound(answer ?? 'failed'),
        () => isLatest && setFound('failed'),
      )
    }, SETTLE)
    return () => {
      isLatest = false
      clearTimeout(timer)
    }
  }, [text])
  return found
}
