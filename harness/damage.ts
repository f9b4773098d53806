import { pick, type Random } from '../demo/random.ts'

/** Ways in which bytes and texts get damaged: on their way, on a disk, or by somebody who means it. */

export interface Damage<Thing> {
  how: string
  damaged: Thing
}

type Way<Thing> = (random: Random, thing: Thing, other: Thing) => Thing

/** One way, picked at random. @param other something of the same kind, to mix in */
function damage<Thing>(random: Random, ways: Record<string, Way<Thing>>, thing: Thing, other: Thing): Damage<Thing> {
  const how = pick(random, Object.keys(ways))
  return { how, damaged: ways[how]?.(random, thing, other) ?? thing }
}

export function below(random: Random, end: number): number {
  return Math.floor(random() * end)
}

/** A part of something that long, mostly a short one. */
function range(random: Random, length: number): [from: number, to: number] {
  const from = below(random, length)
  return [from, Math.min(length, from + 1 + below(random, random() < 0.7 ? 20 : length))]
}

function randomBytes(random: Random, most: number): Buffer {
  return Buffer.from(Array.from({ length: 1 + below(random, most) }, () => below(random, 256)))
}

const BYTE_WAYS: Record<string, Way<Buffer>> = {
  'bits flipped': (random, bytes) => {
    const copy = Buffer.from(bytes)
    for (let left = 1 + below(random, 8); left > 0; left--) {
      const at = below(random, copy.length)
      copy[at] = (copy[at] ?? 0) ^ (1 << below(random, 8))
    }
    return copy
  },
  'bytes inserted': (random, bytes) => {
    const [at] = range(random, bytes.length)
    return Buffer.concat([bytes.subarray(0, at), randomBytes(random, 20), bytes.subarray(at)])
  },
  'bytes overwritten': (random, bytes) => {
    const [at] = range(random, bytes.length)
    const copy = Buffer.from(bytes)
    randomBytes(random, 20).copy(copy, at)
    return copy
  },
  'bytes deleted': (random, bytes) => {
    const [from, to] = range(random, bytes.length)
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)])
  },
  'bytes doubled': (random, bytes) => {
    const [from, to] = range(random, bytes.length)
    return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)])
  },
  'bytes swapped': (random, bytes) => {
    const [from, middle, end, to] = Array.from({ length: 4 }, () => below(random, bytes.length + 1)).toSorted((a, b) => a - b)
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(end, to), bytes.subarray(middle, end), bytes.subarray(from, middle), bytes.subarray(to)])
  },
  truncated: (random, bytes) => bytes.subarray(0, random() < 0.3 ? bytes.length - 1 : below(random, bytes.length)),
  'garbage appended': (random, bytes) => Buffer.concat([bytes, pick(random, [randomBytes(random, 200), Buffer.from('\n'), Buffer.from('\0'), Buffer.from(' '), bytes])]),
  'something put before': (random, bytes) => Buffer.concat([pick(random, [Buffer.from('\uFEFF'), Buffer.from('\n'), Buffer.from('<!doctype html>\n'), randomBytes(random, 50)]), bytes]),
  'another’s part in it': (random, bytes, other) => {
    const [from, to] = range(random, Math.min(bytes.length, other.length))
    return Buffer.concat([bytes.subarray(0, from), other.subarray(from, to), bytes.subarray(to)])
  },
  'another’s end': (random, bytes, other) => {
    const at = below(random, bytes.length)
    return Buffer.concat([bytes.subarray(0, at), other.subarray(Math.min(at, other.length))])
  },
  'another’s altogether': (_, __, other) => other,
  'other line ends': (random, bytes) => Buffer.from(bytes.toString('utf8').replaceAll('\n', pick(random, ['\r\n', '\r', '\n\n', '\u2028']))),
  'no line ends': (_, bytes) => Buffer.from(bytes.toString('utf8').replaceAll('\n', '')),
  'lines swapped': (random, bytes) => inLines(bytes, (lines) => {
    const [one, two] = [below(random, lines.length), below(random, lines.length)]
    ;[lines[one], lines[two]] = [lines[two] ?? '', lines[one] ?? '']
  }),
  'line doubled': (random, bytes) => inLines(bytes, (lines) => {
    const at = below(random, lines.length)
    lines.splice(below(random, lines.length), 0, lines[at] ?? '')
  }),
  'line removed': (random, bytes) => inLines(bytes, (lines) => void lines.splice(below(random, lines.length), 1)),
  'base64 changed': (random, bytes) => inBase64(random, bytes, (text) => {
    const at = below(random, text.length)
    return text.slice(0, at) + `${BASE64}=-_`.charAt(below(random, BASE64.length + 3)) + text.slice(at + 1)
  }),
  'base64 written in another way': (random, bytes) => inBase64(random, bytes, (text) => pick(random, [otherTail(text), otherTail(text), text.replace(/=+$/, ''), `${text}=`, text.replaceAll('+', '-').replaceAll('/', '_')])),
  emptied: () => Buffer.alloc(0),
  'in UTF-16': (_, bytes) => Buffer.from(bytes.toString('utf8'), 'utf16le'),
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Bytes of anything. */
export function damageBytes(random: Random, bytes: Uint8Array, other: Uint8Array): Damage<Buffer> {
  return damage(random, BYTE_WAYS, Buffer.from(bytes), Buffer.from(other))
}

function inLines(bytes: Buffer, change: (lines: string[]) => void): Buffer {
  const lines = bytes.toString('utf8').split('\n')
  change(lines)
  return Buffer.from(lines.join('\n'))
}

/** Changes one of the keys, signatures and hashes in a text. */
function inBase64(random: Random, bytes: Buffer, change: (text: string) => string): Buffer {
  const text = bytes.toString('utf8')
  const found = [...text.matchAll(/[A-Za-z0-9+/]{40,}=*/g)]
  if (found.length === 0) return bytes
  const { 0: old, index } = pick(random, found)
  return Buffer.from(text.slice(0, index) + change(old) + text.slice(index + old.length))
}

/** The same bytes to a lenient reader: the last letter before "=" has bits that count for nothing. */
export function otherTail(text: string): string {
  return text.replace(/([A-Za-z0-9+/])(=+)$/, (_, letter: string, end: string) => (BASE64[BASE64.indexOf(letter) ^ 1] ?? '') + end)
}

/** Stands for text that JSON.stringify wouldn't write. */
const RAW = '<<raw>>'

interface Raw {
  json: string
}

function raw(json: string): Raw & Record<string, unknown> {
  return { [RAW]: json, json }
}

/** A field or item of something parsed, by who holds it. */
interface Place {
  holder: Record<string, unknown> | unknown[]
  key: string | number
}

function placesIn(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return []
  const keys = Array.isArray(value) ? value.keys() : Object.keys(value)
  return [...keys].flatMap((key) => [{ holder: value as Place['holder'], key }, ...placesIn(read({ holder: value as Place['holder'], key }))])
}

function read({ holder, key }: Place): unknown {
  return (holder as Record<string | number, unknown>)[key]
}

function write({ holder, key }: Place, value: unknown): void {
  ;(holder as Record<string | number, unknown>)[key] = value
}

const DEEP = 20_000
const NUMBERS = ['1e400', '-1', '0.5', '0', '-0', '9007199254740993', '1099511627777', '1e21', '2', '3', '1'.repeat(400)]
/** Texts that mean something to programs, to eyes, or to nobody. */
const TEXTS = [
  '', ' ', '\0', '\n', '\u202Etxt.exe', 'Ac\u200Bme', '\uFEFFx', '\uD800', '\uDE00\uD83D', '\u{E0041}', '\u202E'.repeat(400), 'e\u0301'.repeat(900), 'x'.repeat(2_001), 'x'.repeat(100_000), '<img src=x onerror=alert(1)>', 'javascript:alert(1)', 'https://', 'https://x', 'http://news.example/1', 'https://user:pw@news.example/',
  '__proto__', 'constructor', 'toString', 'hasOwnProperty', '../../head', 'null', '1', '2020-02-30', '2026-13-01T00:00:00Z', '9999-12-31T23:59:59Z', '2020-07-01', '0000-00-00', 'co.uk', 'github.io', 'facebook.com', 'xn--pypal-4ve.com', 'раураl.com', 'РayРal', 'Αpple', 'the', 'Inc.', '(', '[a-z', '%E0%A4%A', 'İ', 'ﬃ', '𝔸𝕔𝕞𝕖', '👩‍👩‍👧', 'a.b', '1.2.3.4', '[::1]', 'f'.repeat(64), '0'.repeat(64), `${'A'.repeat(43)}=`,
]
const OTHER_KINDS: (() => unknown)[] = [
  () => null, () => true, () => false, () => [], () => ({}), () => [[]], () => [null], () => ({ length: 1 }), () => 0, () => '',
  () => raw(`${'['.repeat(DEEP)}${']'.repeat(DEEP)}`),
  () => raw(`${'{"a":'.repeat(DEEP)}1${'}'.repeat(DEEP)}`),
]
const NEW_KEYS = ['"__proto__":{"id":"x"}', '"__proto__":null', '"constructor":{"prototype":{}}', '"toString":1', '"unknown":1', '"":0', '"format":1', '"id":"x"', '"version":9', '"files":[]', '"name":"Other"', '"entries":[]']

type Json = Record<string, unknown> | unknown[]

const JSON_WAYS: Record<string, Way<Json>> = {
  'another kind of value': (random, json) => at(random, json, () => pick(random, OTHER_KINDS)()),
  'another text': (random, json) => at(random, json, () => pick(random, TEXTS), isText),
  'a text with something in it': (random, json) => at(random, json, (value) => `${value as string}${pick(random, TEXTS)}`, isText),
  'a number as text': (random, json) => at(random, json, (value) => String(value), isNumber),
  'another number': (random, json) => at(random, json, () => raw(pick(random, NUMBERS)), isNumber),
  'a number for a text': (random, json) => at(random, json, () => raw(pick(random, NUMBERS)), isText),
  'a value of its like': (random, json) => at(random, json, (value, places) => structuredClone(read(pick(random, places.filter((place) => typeof read(place) === typeof value))))),
  'fields swapped': (random, json) => {
    if (placesIn(json).length === 0) return json
    const [one, two] = [pick(random, placesIn(json)), pick(random, placesIn(json))]
    const [first, second] = [structuredClone(read(one)), structuredClone(read(two))]
    write(one, second)
    write(two, first)
    return json
  },
  'a field removed': (random, json) => {
    if (placesIn(json).length === 0) return json
    const { holder, key } = pick(random, placesIn(json))
    if (Array.isArray(holder)) holder.splice(Number(key), 1)
    else delete holder[key]
    return json
  },
  'a field added': (random, json) => at(random, json, (value) => raw(JSON.stringify(value).replace(/^\{(?=(.?))/, (_, next: string) => `{${pick(random, NEW_KEYS)}${next === '}' ? '' : ','}`)), isGroup),
  'a field given twice': (random, json) => at(random, json, (value) => {
    const written = JSON.stringify(value)
    return raw(`${written.slice(0, -1)},${pick(random, Object.entries(value as object).map(([key, one]) => `${JSON.stringify(key)}:${JSON.stringify(one)}`))}}`)
  }, (value) => isGroup(value) && Object.keys(value as object).length > 0),
  'an item doubled': (random, json) => at(random, json, (value) => [...(value as unknown[]), pick(random, value as unknown[])], isFullList),
  'many items': (random, json) => at(random, json, (value) => Array.from({ length: pick(random, [60, 600, 5_000]) }, () => pick(random, value as unknown[])), isFullList),
  'few items': (random, json) => at(random, json, (value) => (value as unknown[]).slice(0, below(random, 2)), isFullList),
  'items in another order': (random, json) => at(random, json, (value) => (value as unknown[]).toReversed(), isFullList),
}

const isText = (value: unknown) => typeof value === 'string'
const isNumber = (value: unknown) => typeof value === 'number'
const isGroup = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value)
const isFullList = (value: unknown) => Array.isArray(value) && value.length > 0

/** Replaces one of the values that fit; where none does, nothing changes. */
function at(random: Random, json: Json, change: (value: unknown, places: readonly Place[]) => unknown, fits: (value: unknown) => boolean = () => true): Json {
  const places = placesIn(json)
  const fitting = places.filter((place) => fits(read(place)))
  if (fitting.length > 0) {
    const place = pick(random, fitting)
    write(place, change(read(place), places))
  }
  return json
}

/** JSON of another meaning, or of the same in another form. */
export function damageJson(random: Random, text: string): Damage<string> {
  if (random() < 0.1) return pick(random, WHOLE)(text)
  // In a holder, so that the whole is a value like those in it.
  let json: Json = [JSON.parse(text)]
  const ways: string[] = []
  for (let left = random() < 0.8 ? 1 : 3; left > 0; left--) {
    const { how, damaged }: Damage<Json> = damage(random, JSON_WAYS, json, [])
    ways.push(how)
    json = damaged
  }
  return { how: ways.join(', '), damaged: `${stringify(json).slice(1, -1)}\n` }
}

const WHOLE: ((text: string) => Damage<string>)[] = [
  () => ({ how: 'nothing but null', damaged: 'null' }),
  () => ({ how: 'nothing but a text', damaged: '"text"' }),
  () => ({ how: 'nested deeply', damaged: `${'['.repeat(DEEP)}${']'.repeat(DEEP)}` }),
  (text) => ({ how: 'within a list', damaged: `[${text}]` }),
  (text) => ({ how: 'a byte order mark', damaged: `\uFEFF${text}` }),
  (text) => ({ how: 'something after it', damaged: `${text}{}` }),
  (text) => ({ how: 'an open end', damaged: text.trimEnd().slice(0, -1) }),
  (text) => ({ how: 'a comment', damaged: `/* */ ${text}` }),
]

/** With what is raw as it is. */
function stringify(value: unknown): string {
  const raws: string[] = []
  const json = JSON.stringify(value, (_, item: unknown) => {
    if (typeof item !== 'object' || item === null || !(RAW in item)) return item
    raws.push((item as unknown as Raw).json)
    return RAW + String(raws.length - 1)
  })
  return json.replace(new RegExp(`"${RAW}(\\d+)"`, 'g'), (_, number: string) => raws[Number(number)] ?? '')
}
