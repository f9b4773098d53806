import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

/** Every relative link of every document leads somewhere, to a heading that is there, and every command that is named exists. */

const ROOT = fileURLToPath(new URL('../', import.meta.url))
const NOT_OURS = new Set(['node_modules', 'dist', '.cache', '.git', 'demo-output', '.adpledge-profile', 'test-results'])

function documents(folder = ROOT): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (NOT_OURS.has(entry.name)) return []
    const path = join(folder, entry.name)
    return entry.isDirectory() ? documents(path) : entry.name.endsWith('.md') ? [path] : []
  })
}

/** Without what stands in code, where brackets are no links. */
function prose(text: string): string {
  return text.replaceAll(/^ *```[\s\S]*?^ *```/gm, '').replaceAll(/(`+)[^`][\s\S]*?\1/g, (code) => code.replaceAll(/[[\]()<>]/g, ''))
}

/** As GitHub names a heading: lower case, words joined by hyphens, no other signs; one that comes again gets a number. */
function anchorsOf(text: string): Set<string> {
  const seen = new Map<string, number>()
  const anchors = new Set<string>()
  for (const [, heading = ''] of text.replaceAll(/^ *```[\s\S]*?^ *```/gm, '').matchAll(/^#{1,6} +(.+?) *#*$/gm)) {
    const words = heading.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase().replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '').replaceAll(' ', '-')
    const times = seen.get(words) ?? 0
    seen.set(words, times + 1)
    anchors.add(times === 0 ? words : `${words}-${times}`)
  }
  return anchors
}

function linksOf(text: string): string[] {
  const clean = prose(text)
  return [...clean.matchAll(/\]\(<?([^)\s>]+)>?(?: "[^"]*")?\)/g), ...clean.matchAll(/<(?:img|a)\b[^>]*?\b(?:src|href)="([^"]+)"/g), ...clean.matchAll(/^\[[^\]]+\]: (\S+)/gm)].map(([, link = '']) => link)
}

/** What is wrong with a link of a document; null where nothing is. */
function fault(document: string, link: string): string | null {
  if (/^[a-z][a-z+.-]*:/i.test(link)) return null
  const [path = '', anchor] = link.split('#')
  const target = path === '' ? document : resolve(dirname(document), decodeURI(path))
  if (relative(ROOT, target).startsWith('..')) return 'leads out of the repository'
  if (!existsSync(target)) return 'leads nowhere'
  if (anchor === undefined) return null
  if (statSync(target).isDirectory() || !target.endsWith('.md')) return 'has an anchor where there are no headings'
  return anchorsOf(readFileSync(target, 'utf8')).has(decodeURIComponent(anchor)) ? null : 'has no such heading'
}

const files = documents()
const nameOf = (path: string) => relative(ROOT, path).replaceAll('\\', '/')

describe('documents', () => {
  it('are found, all of them', () => {
    expect(files.map(nameOf)).toEqual(expect.arrayContaining(['README.md', 'SECURITY.md', 'PRIVACY.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'docs/architecture.md', 'docs/decisions/README.md', 'lists/README.md']))
  })

  it.each(files.map(nameOf))('%s links to what is there', (name) => {
    const path = join(ROOT, name)
    const wrong = linksOf(readFileSync(path, 'utf8')).flatMap((link) => fault(path, link) ?? [])
    const named = linksOf(readFileSync(path, 'utf8')).filter((link) => fault(path, link) !== null)
    expect(named.map((link, at) => `${link} ${wrong[at]}`)).toEqual([])
  })

  it('have enough links for this to mean something', () => {
    const links = files.flatMap((path) => linksOf(readFileSync(path, 'utf8'))).filter((link) => !/^[a-z]+:/.test(link))
    expect(links.length).toBeGreaterThan(80)
    expect(links.filter((link) => link.includes('#')).length).toBeGreaterThan(10)
  })

  it('name only commands that package.json has, and each is named somewhere', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> }
    const named = files.flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/\bnpm (?:run (?:-s )?([\w:-]+)|(start|test)\b)/g)].map(([, run, short]) => [run ?? short ?? '', nameOf(path)] as const))
    expect(named.filter(([name]) => !Object.hasOwn(scripts, name))).toEqual([])
    expect(Object.keys(scripts).filter((name) => !named.some(([one]) => one === name))).toEqual([])
  })

  it('are linked from the start: every one can be come to from README.md', () => {
    const reached = new Set<string>()
    const go = (path: string) => {
      if (reached.has(path) || !path.endsWith('.md') || !existsSync(path)) return
      reached.add(path)
      for (const link of linksOf(readFileSync(path, 'utf8'))) if (!/^[a-z]+:/.test(link)) go(resolve(dirname(path), link.split('#')[0] ?? ''))
    }
    go(join(ROOT, 'README.md'))
    expect(files.filter((path) => !reached.has(path) && !path.includes('.github')).map(nameOf)).toEqual([])
  })
})

describe('a link that is wrong', () => {
  const readme = join(ROOT, 'README.md')

  it.each([
    ['docs/nothing.md', 'leads nowhere'],
    ['../elsewhere.md', 'leads out of the repository'],
    ['docs/badge.md#no-such-heading', 'has no such heading'],
    ['package.json#scripts', 'has an anchor where there are no headings'],
    ['#nothing', 'has no such heading'],
  ])('is told: %s', (link, told) => {
    expect(fault(readme, link)).toBe(told)
  })

  it.each(['docs/badge.md', 'docs/badge.md#a-page-can-tell', '#which-feeds', 'https://example.com/x', 'docs/images/card.png', 'docs'])('isn’t every link: %s', (link) => {
    expect(fault(readme, link)).toBeNull()
  })

  it('is looked for in prose, pictures and references, not in code', () => {
    expect(linksOf('[a](b.md) ![c](d.png) <img src="e.png"> `[f](g.md)`\n```\n[h](i.md)\n```\n[j]: k.md')).toEqual(['b.md', 'd.png', 'e.png', 'k.md'])
  })
})
