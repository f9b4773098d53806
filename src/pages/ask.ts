import browser from 'webextension-polyfill'
import type { Answer, Envelope, Payload, SentBy } from '../shared/messages.ts'
import { send } from '../shared/send.ts'
import { within } from './within.ts'

/** Long enough for a background that has to start first, in milliseconds. */
const PATIENCE = 5_000
/** A tab's script runs already, unless the page is busy. */
const TAB_PATIENCE = 3_000

/** @throws when the background doesn't answer */
export async function ask<Name extends SentBy<'page'>>(name: Name, payload: Payload<Name>): Promise<Answer<Name>> {
  return within(PATIENCE, send(browser.runtime, name, payload))
}

/** @throws when no content script answers in that tab */
export async function askTab<Name extends SentBy<'page-to-tab'>>(tabId: number, name: Name, payload: Payload<Name>): Promise<Answer<Name>> {
  const envelope: Envelope<Name> = { name, payload }
  return within<Answer<Name>>(TAB_PATIENCE, browser.tabs.sendMessage(tabId, envelope, { frameId: 0 }))
}
