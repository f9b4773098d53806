import type { Answer, Envelope, MessageName, Payload } from './messages.ts'

interface Runtime {
  sendMessage(message: unknown): Promise<unknown>
}

/**
 * Sends a message to the background.
 * @throws when the background isn't there, as after an update of the extension
 */
export function send<Name extends MessageName>(runtime: Runtime, name: Name, payload: Payload<Name>): Promise<Answer<Name>> {
  const envelope: Envelope<Name> = { name, payload }
  return runtime.sendMessage(envelope) as Promise<Answer<Name>>
}
