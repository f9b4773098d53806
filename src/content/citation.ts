import type { EntryRecord, ListIndex } from '../list/types.ts'
import { translate } from './context.ts'
import { make } from './dom.ts'

/** Entry, claim, source, date and list version: what somebody needs to check it. */
export function citation(record: EntryRecord, { accordingTo }: ListIndex): string {
  const source = record.sources[0]
  const origin = source ? `${source.title}, ${source.url}${source.date ? ` (${source.date})` : ''}` : translate('cardNoSources')
  return `${record.name}: “${record.statement}”. ${translate('citationSource')}: ${origin}. ${accordingTo === undefined ? translate('citationList', [record.listId, record.listUpdated]) : translate('citationListBy', [record.listId, record.listUpdated, accordingTo])}`
}

/** Where the page forbids the clipboard, the text is shown for copying by hand. */
export async function copyText(text: string, row: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    const field = make('textarea')
    field.readOnly = true
    field.value = text
    field.setAttribute('aria-label', translate('cardCopyByHand'))
    row.after(field)
    field.select()
    return false
  }
}
