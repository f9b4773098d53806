import type { ReportKind } from '../shared/messages.ts'

/**
 * The form of a report's text: a labelled line for each thing that is known, in this order. Constants in English, not
 * texts of `_locales`: list keepers and `list:triage` read them, whatever language the person has who writes.
 */
const LABELS = {
  advertiser: 'Advertiser',
  page: 'Page',
  domain: 'Domain',
  label: 'Label shown',
  entry: 'Entry',
  site: 'Site',
  list: 'List',
  language: 'Language of the page',
  check: 'The check said',
  counts: 'This page',
  earlier: 'On this device since the last ad',
  note: 'What is wrong / source',
  version: 'Extension version',
} as const

/** Last of all, with lines of its own below it. */
const SKELETON = 'Structure of one post, without its words, names, links and numbers:'

/** What a title begins with; the name follows. */
const TITLES: Record<ReportKind, string> = { missing: 'Missing advertiser: ', mistake: 'Mistake: ', broken: 'Site isn’t labelled right: ' }

type LineName = keyof typeof LABELS
const NAMES = Object.keys(LABELS) as LineName[]

/** Before each further line of a note: none of them can pass for a line of the report. */
const INDENT = '  '

/** What is known, by line; a report holds those that it has something for. */
export type ReportLines = Partial<Record<LineName | 'skeleton', string>>

export function reportTitle(kind: ReportKind, name: string): string {
  return TITLES[kind] + name
}

/** @returns null for a title that no report begins with */
export function kindOfTitle(title: string): ReportKind | null {
  return (Object.keys(TITLES) as ReportKind[]).find((kind) => title.startsWith(TITLES[kind])) ?? null
}

/** Whatever the values hold, each stays in its own line; the note and the structure may have several. */
export function writeLines(lines: ReportLines): string {
  const written = NAMES.flatMap((name) => {
    const value = name === 'note' ? readable(lines.note ?? '').trim().replace(/\n(?!\n)/g, `\n${INDENT}`) : oneLine(lines[name] ?? '')
    return value === '' ? [] : [`${LABELS[name]}: ${value}`]
  })
  const skeleton = readable(lines.skeleton ?? '').trimEnd()
  return [...written, ...(skeleton === '' ? [] : ['', SKELETON, skeleton])].join('\n')
}

/**
 * Reads what {@link writeLines} wrote. Lines that somebody changed by hand, or that earlier versions wrote without indenting a note,
 * are taken as far as they keep to the order; what belongs nowhere is the note's, once that has begun.
 */
export function parseLines(body: string): ReportLines {
  const found = new Map<LineName | 'skeleton', string>()
  const note: string[] = []
  let at = -1
  const lines = body.replace(/\r\n?/g, '\n').split('\n')
  for (const [index, line] of lines.entries()) {
    const rank = line.startsWith(INDENT) ? -1 : NAMES.findIndex((name, rank) => rank > at && line.startsWith(`${LABELS[name]}: `))
    const name = NAMES[rank]
    if (line === SKELETON) {
      found.set('skeleton', lines.slice(index + 1).join('\n').trimEnd())
      break
    }
    if (name !== undefined) {
      at = rank
      const value = line.slice(LABELS[name].length + 2)
      if (name === 'note') note.push(value)
      else found.set(name, value)
    } else if (note.length > 0) {
      note.push(line.startsWith(INDENT) ? line.slice(INDENT.length) : line)
    }
  }
  const whole = note.join('\n').trim()
  if (whole !== '') found.set('note', whole)
  return Object.fromEntries(found)
}

/** A name with a line break in it must not pass for two lines of a report. */
export function oneLine(value: string): string {
  return readable(value).replace(/\s+/g, ' ').trim()
}

/** Without what isn't seen: control characters but line breaks, halves of characters, and marks that turn text around. */
export function readable(value: string): string {
  return value.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]|[\p{Cs}\u202A-\u202E\u2066-\u2069]/gu, '')
}
