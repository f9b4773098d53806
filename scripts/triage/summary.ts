import { table } from '../table.ts'
import { printable } from '../publish/printable.ts'
import type { Summary, Triage } from './triage.ts'

const LONGEST_CELL = 60
const LONGEST_NOTE = 1_000
const MOST_NOTES = 20

function cell(text: string): string {
  return cut(printable(text), LONGEST_CELL)
}

/** For a terminal: what there is, in tables. */
export function summaryText({ counts, missing, mistakes, broken }: Triage): string {
  return [
    `${counts.reports} ${counts.reports === 1 ? 'report' : 'reports'}${counts.again > 0 ? `, ${counts.again} more that had come before` : ''}`,
    ...section('Missing advertisers', ['advertiser', 'reports', 'days', 'outcome'], missing.map((item) => [...start(item), item.outcome].map(cell))),
    ...section('Mistakes by entry', ['entry', 'reports', 'days', 'list', 'label'], mistakes.map((item) => [...start(item), first(item, 'lists'), first(item, 'labels')].map(cell))),
    ...section('Broken sites', ['site', 'reports', 'days', 'check', 'versions'], broken.map((item) => [...start(item), first(item, 'checks'), item.facts['versions']?.join(', ') ?? ''].map(cell))),
  ].join('\n')
}

function section(title: string, head: string[], rows: string[][]): string[] {
  return rows.length === 0 ? [] : ['', `${title}:`, table(head, rows)]
}

/** For a file: the same with what reporters wrote, none of which does more than stand there. */
export function summaryMarkdown({ counts, missing, mistakes, broken }: Triage): string {
  return [
    '# Reports',
    '',
    `${counts.reports} ${counts.reports === 1 ? 'report' : 'reports'}, ${counts.again} more that had come before. What stands \`so\` was written by people who report, and was not checked.`,
    ...part('Missing advertisers', missing.map((item) => ({ ...item, facts: { ...item.facts, outcome: [item.outcome] } }))),
    ...part('Mistakes by entry', mistakes),
    ...part('Broken sites', broken),
    '',
  ].join('\n')
}

function part(title: string, items: readonly Summary[]): string[] {
  if (items.length === 0) return []
  const rows = items.map((item) => `| ${[code(item.name), String(item.reports), days(item), ...Object.keys(items[0]?.facts ?? {}).map((name) => item.facts[name]?.slice(0, 5).map((fact) => code(fact)).join(' ') ?? '')].join(' | ')} |`)
  const head = ['name', 'reports', 'days', ...Object.keys(items[0]?.facts ?? {})]
  const notes = items.filter((item) => item.notes.length > 0).flatMap((item) => ['', `- ${code(item.name)}`, ...item.notes.slice(0, MOST_NOTES).map((note) => `  - ${code(note, LONGEST_NOTE)}`)])
  return ['', `## ${title}`, '', `| ${head.join(' | ')} |`, `| ${head.map(() => '---').join(' | ')} |`, ...rows, ...notes]
}

/** A code span, in which no sign means anything; in a table a bar would still end the cell. */
export function code(text: string, longest = 200): string {
  const shown = cut(printable(text.replace(/\s+/g, ' ').trim()), longest).replaceAll('|', '¦')
  if (shown === '') return ''
  const fence = '`'.repeat(Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length)) + 1)
  return `${fence} ${shown} ${fence}`
}

function start(item: Summary): string[] {
  return [item.name, String(item.reports), days(item)]
}

function days({ days }: Summary): string {
  return days === null ? '' : days.first === days.last ? days.first : `${days.first} – ${days.last}`
}

function first({ facts }: Summary, name: string): string {
  return facts[name]?.[0] ?? ''
}

function cut(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest - 1).replace(/\p{Cs}$/u, '')}…` : text
}
