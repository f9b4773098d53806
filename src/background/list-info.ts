import type { ListInfo, SourceInfo } from '../shared/messages.ts'
import { parseSettings } from '../shared/settings.ts'
import type { Lists } from './lists.ts'
import { newest, type SourceSummary } from './loaded-lists.ts'
import type { Subscription } from './subscriptions.ts'
import { nextCheck } from './sync/schedule.ts'
import { OWN, type Source } from './sync/state.ts'
import type { Syncer } from './sync/syncer.ts'

export interface ListInfoOptions {
  lists: Lists
  syncer: Syncer
  own: Source | null
  subscriptions: readonly Subscription[]
  /** As stored. */
  settings: unknown
}

/** What the popup and the options page show of lists. */
export async function listInfo({ lists, syncer, own, subscriptions, settings }: ListInfoOptions): Promise<ListInfo> {
  try {
    const summaries = await lists.summaries()
    const { updates } = parseSettings(settings)
    const info = async (id: string, source: Source | null, on: boolean): Promise<SourceInfo> => {
      const state = source && (await syncer.state(source))
      const using = summaries.get(id)
      return {
        id,
        kind: id === OWN ? 'own' : 'subscribed',
        address: source?.address ?? null,
        on,
        lastAttempt: written(state?.lastAttempt),
        lastSuccess: written(state?.lastSuccess),
        error: state?.error ? { ...state.error, at: new Date(state.error.at).toISOString() } : null,
        nextCheck: state && on ? written(nextCheck(state, updates, Date.now())) : null,
        checking: source && syncer.progress(source.id),
        ...contents(using, source),
      }
    }
    const all = [info(OWN, own, true), ...subscriptions.map((one) => info(one.id, one, one.on))]
    return { sources: await Promise.all(all), problem: lists.pages.storageFailed ? 'storage' : null }
  } catch {
    return { sources: [], problem: 'list' }
  }
}

type Contents = Pick<SourceInfo, 'name' | 'using' | 'version' | 'created' | 'expires' | 'expired' | 'lists'>

function contents(summary: SourceSummary | undefined, source: Source | null): Contents {
  const { name = source ? new URL(source.address).host : '', using = 'nothing', head = null, lists = [] } = summary ?? {}
  return {
    name,
    using,
    version: head?.version ?? null,
    created: head?.created ?? (lists.length > 0 ? newest(lists) : null),
    expires: head?.expires ?? null,
    expired: head !== null && Date.parse(head.expires) <= Date.now(),
    lists,
  }
}

function written(moment: number | null | undefined): string | null {
  return moment === null || moment === undefined ? null : new Date(moment).toISOString()
}
