import { pick, type Random } from '../../demo/random.ts'
import { below, type Damage, damageJson, otherTail } from '../../harness/damage.ts'
import { handOver } from '../../harness/list-signer.ts'
import { utf8 } from '../../src/distribution/encoding.ts'
import { type Envelope, type KeyChange, keyStatement, writeEnvelope } from '../../src/distribution/envelope.ts'
import { FIRST, SECOND, signed, STRANGER, succession, THIRD } from './publication.ts'

/** Heads that somebody puts together of parts that are good, or nearly. */

/** The order of the group in which Ed25519 counts. */
const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n

const KEYS = [FIRST, SECOND, THIRD, STRANGER]

type Way = (random: Random, good: Envelope, earlier: Envelope) => Envelope | string

const WAYS: Record<string, Way> = {
  'another version’s signature': (_, good, earlier) => ({ ...good, signature: earlier.signature }),
  'another version’s text': (_, good, earlier) => ({ ...good, text: earlier.text }),
  'a stranger’s signature': (_, good) => ({ ...good, signature: STRANGER.sign(utf8(good.text)) }),
  'a changed text': (random, good) => ({ ...good, text: damageJson(random, good.text).damaged }),
  'a changed text that a stranger signed': (random, good) => signed(damageJson(random, good.text).damaged, STRANGER, good.changes),
  'a line of a stranger, who signs': (random, good) => {
    const from = pick(random, KEYS.slice(0, 3)).publicKey
    const statement = { from, to: STRANGER.publicKey }
    const forged = { ...statement, signature: STRANGER.sign(keyStatement(statement)) }
    return signed(good.text, STRANGER, pick(random, [[forged], [...good.changes, forged], [forged, ...good.changes]]))
  },
  'a line that a stranger signed': (_, good) => {
    const statement = { from: FIRST.publicKey, to: SECOND.publicKey }
    return { ...good, changes: [{ ...statement, signature: STRANGER.sign(keyStatement(statement)) }, ...good.changes] }
  },
  'a line turned round': (_, good) => ({ ...good, changes: good.changes.map(({ from, to, signature }) => ({ from: to, to: from, signature })) }),
  'another’s keys in a line': (random, good) => ({ ...good, changes: good.changes.map((change) => ({ ...change, [pick(random, ['from', 'to'])]: pick(random, KEYS).publicKey })) }),
  'another line’s signature': (_, good) => ({ ...good, changes: good.changes.map((change) => ({ ...change, signature: good.signature })) }),
  'lines removed': (random, good) => ({ ...good, changes: good.changes.filter(() => random() < 0.5) }),
  'lines in another order': (_, good) => ({ ...good, changes: good.changes.toReversed() }),
  'lines doubled': (_, good) => ({ ...good, changes: good.changes.flatMap((change) => [change, change]) }),
  'lines that lead back': (_, good) => ({ ...good, changes: [...good.changes, ...succession(THIRD, SECOND, FIRST)] }),
  'lines that lead elsewhere': (random, good) => ({ ...good, changes: [handOver(pick(random, KEYS), STRANGER), ...good.changes] }),
  'too many lines': (_, good) => ({ ...good, changes: [...Array.from({ length: 60 }, (): KeyChange => handOver(STRANGER, FIRST)), ...good.changes] }),
  'another first line': (random, good) => writeEnvelope(good).replace('AdPledge list 1', pick(random, ['AdPledge list 2', 'AdPledge list 01', 'AdPledge list 1 ', 'adpledge list 1', 'AdPledge list', 'AdPledge list 1\n', 'AdPledge list 99999', '\uFEFFAdPledge list 1'])),
  'two signatures': (random, good) => {
    const stranger = `signature ${STRANGER.sign(utf8(good.text))}\n`
    return writeEnvelope(good).replace('signature ', () => (random() < 0.5 ? `${stranger}signature ` : `signature ${good.signature}\nsignature `))
  },
  'other spaces': (random, good) => writeEnvelope(good).replace(/(?<=signature|key) /, pick(random, ['  ', '\t', '\u00A0', ' \u200B', ' \n', ''])),
  'a signature that only lenient readers take': (_, good) => ({ ...good, signature: unreduced(good.signature) }),
  'the signature in another writing': (_, good) => ({ ...good, signature: otherTail(good.signature) }),
  'other line ends above the text': (random, good) => writeEnvelope({ ...good, text: '' }).replaceAll('\n', pick(random, ['\r\n', ' \n', '\t\n', '\u2028\n'])) + good.text,
  'letters in place of the signature': (random, good) => ({ ...good, signature: `${pick(random, ['A', '/', 'x']).repeat(86)}==` }),
  'nothing signed': (_, good) => ({ ...good, text: '' }),
  'a key line below the signature': (_, good) => ({ ...good, text: `key ${FIRST.publicKey} ${STRANGER.publicKey} ${good.signature}\n${good.text}` }),
  'text with nothing but spaces more': (random, good) => ({ ...good, text: pick(random, [` ${good.text}`, good.text.trimEnd(), `${good.text}\n`, good.text.replaceAll(',', ', ')]) }),
}

export function damageEnvelope(random: Random, good: Envelope, earlier: Envelope): Damage<Uint8Array> {
  const names = Object.keys(WAYS)
  const how = names[below(random, names.length)] ?? ''
  const damaged = WAYS[how]?.(random, good, earlier) ?? ''
  return { how, damaged: utf8(typeof damaged === 'string' ? damaged : writeEnvelope(damaged)) }
}

/** The same number plus the group's order: equal where it is counted with, and another text. */
function unreduced(signature: string): string {
  const bytes = Buffer.from(signature, 'base64')
  const scalar = bytes.subarray(32).toReversed().reduce((number, byte) => number * 256n + BigInt(byte), 0n) + ORDER
  for (let at = 0; at < 32; at++) bytes[32 + at] = Number((scalar >> BigInt(8 * at)) & 255n)
  return bytes.toString('base64')
}
