import { fromUtf8, type Bytes, utf8 } from './encoding.ts'
import { ListProblem } from './problem.ts'
import type { PublicKey } from './public-key.ts'
import { isSignedBy } from './signature.ts'

/**
 * A head as it is published: lines of fixed form, then the text that is signed. What isn't signed is read
 * by nothing but the rules below, and the signed text is read by nobody before its signature holds.
 *
 * ```
 * AdPledge list 1
 * key FROM TO SIGNATURE        where a key changed: signed by FROM, the oldest change first
 * signature SIGNATURE          of every byte that follows this line
 * {"format":1,…}
 * ```
 */

const FIRST_LINE = 'AdPledge list '
const KEY_LINE = /^key ([A-Za-z0-9+/]{43}=) ([A-Za-z0-9+/]{43}=) ([A-Za-z0-9+/]{86}==)$/
const SIGNATURE_LINE = /^signature ([A-Za-z0-9+/]{86}==)$/
/** More changes of keys than a list sees in its life. */
const MOST_KEY_LINES = 50

/** A key, the one that follows it, and the former's word for that. */
export interface KeyChange {
  from: PublicKey
  to: PublicKey
  signature: string
}

export interface Envelope {
  changes: KeyChange[]
  signature: string
  /** What is signed. */
  text: string
}

/** What a key signs to hand over to the next. */
export function keyStatement({ from, to }: Pick<KeyChange, 'from' | 'to'>): Bytes {
  return utf8(`AdPledge key\n${from}\n${to}\n`)
}

export function writeEnvelope({ changes, signature, text }: Envelope): string {
  const lines = changes.map(({ from, to, signature }) => `key ${from} ${to} ${signature}`)
  return [`${FIRST_LINE}1`, ...lines, `signature ${signature}`, text].join('\n')
}

/** @throws ListProblem `not-a-list` or `newer-format` */
export function readEnvelope(bytes: Uint8Array): Envelope {
  let rest: string
  try {
    rest = fromUtf8(bytes)
  } catch {
    throw new ListProblem('not-a-list', 'the head is no UTF-8')
  }
  const next = () => {
    const end = rest.indexOf('\n')
    const line = end < 0 ? rest : rest.slice(0, end)
    rest = end < 0 ? '' : rest.slice(end + 1)
    return line
  }
  const first = next()
  if (first !== `${FIRST_LINE}1`) {
    if (/^AdPledge list \d{1,4}$/.test(first)) throw new ListProblem('newer-format', first)
    throw new ListProblem('not-a-list', 'no head of a list stands there')
  }
  const changes: KeyChange[] = []
  for (let line = next(); ; line = next()) {
    const [, from, to, signature] = KEY_LINE.exec(line) ?? []
    if (from && to && signature && changes.length < MOST_KEY_LINES) {
      changes.push({ from, to, signature })
      continue
    }
    const signed = SIGNATURE_LINE.exec(line)?.[1]
    if (!signed) throw new ListProblem('not-a-list', 'the head has no signature')
    return { changes, signature: signed, text: rest }
  }
}

/**
 * Finds the key that signed, starting from one that is trusted and following changes that each key signed itself.
 * @param nextKey the only key that may follow the trusted one, where the latter has announced it
 * @throws ListProblem `signature`
 */
export async function verifyEnvelope({ changes, signature, text }: Envelope, trusted: PublicKey, nextKey: PublicKey | null): Promise<PublicKey> {
  const bytes = utf8(text)
  let key = trusted
  // Who holds the trusted key signs still, or has handed over: the last that the chain leads to is asked first.
  const chain = [key]
  for (const change of changes) {
    if (change.from !== key || chain.includes(change.to)) continue
    if (key === trusted && nextKey !== null && change.to !== nextKey) continue
    if (!(await isSignedBy(key, change.signature, keyStatement(change)))) break
    key = change.to
    chain.push(key)
  }
  for (const candidate of chain.toReversed()) if (await isSignedBy(candidate, signature, bytes)) return candidate
  throw new ListProblem('signature', changes.length > 0 ? 'signed by none of the keys that follow the one known' : 'not signed by the key known')
}
