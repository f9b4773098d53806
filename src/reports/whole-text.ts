import type { ReportDraft } from '../shared/messages.ts'

/** Title and body as one text, as shown before it goes out. */
export function wholeText({ title, body }: Pick<ReportDraft, 'title' | 'body'>): string {
  return `${title}\n\n${body}`
}
