import { browser } from '../shared/browser.ts'
import type { Answer, Envelope, Payload, SentBy } from '../shared/messages.ts'
import { send } from '../shared/send.ts'
import { within } from './within.ts'

/** Long enough for a background that has to start first, in milliseconds. */
const PATIENCE = 5_000
/** A tab's script runs already, unless the page is busy. */
const TAB_PATIENCE = 3_000

/** @throws when the background doesn't answer */
export async function ask<Name extends SentBy<'page'>>(name: Name, payload: Payload<Name>): Promise<Answer<Name>> {
  const answer = await within(PATIENCE, send(browser.runtime, name, payload))
  if (isFailure(answer)) throw new Error(answer.message)
  return answer
}

/** @throws when no content script answers in that tab */
export async function askTab<Name extends SentBy<'page-to-tab'>>(tabId: number, name: Name, payload: Payload<Name>): Promise<Answer<Name>> {
  const envelope: Envelope<Name> = { name, payload }
  return within<Answer<Name>>(TAB_PATIENCE, browser.tabs.sendMessage(tabId, envelope, { frameId: 0 }))
}

/** In Chrome the background's polyfill answers so where it fails; pages go without the polyfill, which would make an error of that again. */
function isFailure(answer: unknown): answer is { message: string } {
  return typeof answer === 'object' && answer !== null && '__mozWebExtensionPolyfillReject__' in answer
}
