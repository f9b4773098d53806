import { useState } from 'preact/hooks'
import { ask } from '../pages/ask.ts'
import { NEVER_CHECKED } from '../pages/check-outcome.ts'
import { countText, type MessageKey, text } from '../pages/i18n.ts'
import { isolated } from '../shared/isolated.ts'
import { PROBLEM_TEXTS } from '../pages/problem-texts.ts'
import { hostIn, sourceName } from '../pages/source-name.ts'
import { sourceOf, useFollow } from '../pages/use-follow.ts'
import type { ListInfoReading } from '../pages/use-list-info.ts'
import type { SourceInfo } from '../shared/messages.ts'

/** Why a list isn't added, by what the background calls it. */
const REFUSALS: Readonly<Record<string, MessageKey>> = {
  exists: 'addExists',
  own: 'addOwn',
  'too many': 'addTooMany',
  address: 'addAddressWrong',
}

export interface Adding {
  running: boolean
  /** How it goes or what came of it, in words; '' while there is nothing to say. */
  message: string
  add: (granted: Promise<boolean>, list: { address: string; key: string }) => Promise<void>
}

/**
 * Adds a list and follows it until it is loaded for the first time.
 * @param onAdded called as soon as it is among the lists
 */
export function useAdding(reading: ListInfoReading, onAdded: () => void): Adding {
  const [asking, setAsking] = useState(false)
  const [refusal, setRefusal] = useState('')
  const [id, setId] = useState<string | null>(null)
  const { running, outcome, follow } = useFollow(reading, id)
  const busy = asking || running

  async function add(granted: Promise<boolean>, list: { address: string; key: string }): Promise<void> {
    setAsking(true)
    setRefusal('')
    setId(null)
    if (await granted) {
      const answer = await ask('subscription:add', list).catch(() => null)
      if (answer?.ok) {
        setId(answer.id ?? null)
        follow(NEVER_CHECKED)
        onAdded()
      } else {
        setRefusal(text((answer && REFUSALS[answer.error]) ?? 'addFailed'))
      }
    } else {
      setRefusal(text('addRefused', hostIn(list.address)))
    }
    setAsking(false)
  }

  return {
    running: busy,
    message: busy ? text('addRunning') : refusal || (outcome ? outcomeText(sourceOf(reading.info, id)) : ''),
    add,
  }
}

function outcomeText(source: SourceInfo | undefined): string {
  // Removed again meanwhile: there is nothing to tell.
  if (!source) return ''
  if (source.using !== 'nothing') {
    const entries = source.lists.reduce((sum, list) => sum + list.entries, 0)
    return text('addDone', isolated(sourceName(source)), countText('listEntries', entries))
  }
  return source.error ? text('addNotLoaded', text(PROBLEM_TEXTS[source.error.code])) : text('addUnknown')
}
