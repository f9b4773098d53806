import { useEffect, useState } from 'preact/hooks'
import { ask } from '../pages/ask.ts'
import type { ListInfo } from '../shared/messages.ts'

/** `silent`: the background doesn't answer. */
export function useListInfo(): 'loading' | 'silent' | ListInfo {
  const [info, setInfo] = useState<'loading' | 'silent' | ListInfo>('loading')
  useEffect(() => {
    ask('list:info', null).then(
      (answer) => setInfo(answer ?? 'silent'),
      () => setInfo('silent'),
    )
  }, [])
  return info
}
