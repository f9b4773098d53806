import * as v from 'valibot'
import browser, { type Runtime } from 'webextension-polyfill'
import type { Answer, Payload } from '../shared/messages.ts'
import { siteAt } from '../sites/registry.ts'
import { type BackgroundMessage, isBackgroundMessage, SCHEMAS } from './message-schemas.ts'

export type Handlers = {
  [Name in BackgroundMessage]: (payload: Payload<Name>, sender: Runtime.MessageSender) => Promise<Answer<Name>>
}

/** Who may send what. */
const FROM_CONTENT: ReadonlySet<BackgroundMessage> = new Set(['tab:count', 'page:data', 'list:find', 'site:seen', 'list:record', 'script:load', 'report:open', 'label:open'])

/** Answers the messages of the map; wrong senders and payloads get no answer but an error. */
export function answerMessages(handlers: Handlers): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    const { name, payload } = (message ?? {}) as { name?: unknown; payload?: unknown }
    if (!isBackgroundMessage(name)) return undefined
    if (!maySend(name, sender)) return Promise.reject(new Error(`${name}: not from here`))
    const checked = v.safeParse(SCHEMAS[name], payload)
    if (!checked.success) return Promise.reject(new Error(`${name}: ${checked.issues[0].message}`))
    return (handlers[name] as (payload: unknown, sender: Runtime.MessageSender) => Promise<unknown>)(checked.output, sender)
  })
}

function maySend(name: BackgroundMessage, sender: Runtime.MessageSender): boolean {
  if (sender.id !== browser.runtime.id || !sender.url || !URL.canParse(sender.url)) return false
  if (sender.url.startsWith(browser.runtime.getURL(''))) return !FROM_CONTENT.has(name)
  return FROM_CONTENT.has(name) && sender.tab !== undefined && siteAt(sender.url) !== undefined
}
