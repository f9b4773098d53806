import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** Does what CONTRIBUTING.md says, word for word, in a copy of the repository. */

const ROOT = fileURLToPath(new URL('../', import.meta.url))
/** What commands of the walk-throughs read and write. */
const COPIED = ['adpledge.config.json', 'harness', 'lists', 'manifest.json', 'package.json', 'public/_locales', 'scripts', 'src', 'tsconfig.json', 'e2e/sites', 'demo']
/** A busy machine starts a command in many seconds. */
const LIMIT = 300_000

interface Step {
  walk: string
  /** What is done with the block; none: its lines are commands and what they print. */
  how: { as: string } | { into: string; place: string } | null
  text: string
}

/** Blocks with the comment that says what they are. */
function stepsOf(text: string): { steps: Step[]; unmarked: string[] } {
  const steps: Step[] = []
  const unmarked: string[] = []
  for (const [, comment = '', block = ''] of text.matchAll(/(?:^<!-- (.+) -->\n)?^```\w+\n([\s\S]*?)^```$/gm)) {
    const [, walk, as, into, place] = /^walk: (\w+)(?:, (?:as (\S+)|into (\S+) (\w+)))?$/.exec(comment) ?? []
    if (walk !== undefined) steps.push({ walk, how: as !== undefined ? { as } : into !== undefined && place !== undefined ? { into, place } : null, text: block })
    else if (comment !== 'named only') unmarked.push(block)
  }
  return { steps, unmarked }
}

const { steps, unmarked } = stepsOf(readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8'))
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> }

let copy = ''

/** As `npm run` does it, but for the packages, which are here. */
function run(command: string): { status: number | null; output: string } {
  const [, name = '', rest = ''] = /^npm run (?:-s )?([\w:-]+)(?: -- (.*))?$/.exec(command) ?? []
  const script = /^node scripts\/bootstrap\.mjs ([\w-]+)$/.exec(scripts[name] ?? '')?.[1]
  if (script === undefined) throw new Error(`${command}: no command of package.json`)
  const words = [...rest.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', join(copy, 'scripts', `${script}.ts`), ...words], { cwd: copy, encoding: 'utf8', env: { ...process.env, ADPLEDGE_CWD: copy } })
  return { status, output: `${stdout}\n${stderr}` }
}

/** Runs each command of a block, and looks for the lines below it, in order, in what it prints. */
function follow(text: string): void {
  for (const part of text.split(/^\$ /m).filter(Boolean)) {
    const [command = '', ...lines] = part.trimEnd().split('\n')
    const { status, output } = run(command)
    expect(status, `${command}\n${output}`).toBe(0)
    let from = 0
    for (const told of lines) {
      // Numbers that change with the lists are left out.
      const line = told.replace(/^… /, '')
      const at = output.indexOf(line, from)
      expect(at, `${command} prints “${line}”:\n${output}`).toBeGreaterThanOrEqual(0)
      from = at + line.length
    }
  }
}

function insert(file: string, place: string, given: unknown): void {
  const path = join(copy, file)
  const list = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>
  const there = list[place]
  if (Array.isArray(there)) there.push(given)
  else Object.assign(there as object, given)
  writeFileSync(path, `${JSON.stringify(list, null, 2)}\n`)
}

function take({ how, text }: Step): void {
  if (how === null) follow(text)
  else if ('as' in how) {
    expect(existsSync(join(copy, how.as))).toBe(false)
    writeFileSync(join(copy, how.as), text)
  } else insert(how.into, how.place, JSON.parse(text))
}

describe('CONTRIBUTING.md', () => {
  // Each walk begins where the repository is now.
  beforeAll(() => {
    copy = realpathSync(mkdtempSync(join(tmpdir(), 'adpledge-walk-')))
    for (const path of COPIED) cpSync(join(ROOT, path), join(copy, path), { recursive: true })
    symlinkSync(realpathSync(join(ROOT, 'node_modules')), join(copy, 'node_modules'), 'junction')
  }, LIMIT)
  afterAll(() => rmSync(copy, { recursive: true, force: true }))

  it('has walk-throughs for a company, a campaign, a site and a language, and no block that is not one', () => {
    expect([...new Set(steps.map(({ walk }) => walk))]).toEqual(['company', 'campaign', 'site', 'language'])
    expect(unmarked).toEqual([])
    // Each ends with something that is run.
    for (const walk of ['company', 'campaign', 'site', 'language']) expect(steps.findLast((step) => step.walk === walk)?.how).toBeNull()
  })

  it.each(['company', 'campaign', 'site', 'language'])('%s: each step does what it says', (walk) => {
    rmSync(join(copy, 'lists'), { recursive: true })
    cpSync(join(ROOT, 'lists'), join(copy, 'lists'), { recursive: true })
    for (const step of steps.filter((one) => one.walk === walk)) take(step)
    if (walk === 'site') for (const file of ['src/sites/meadow.ts', 'e2e/sites/meadow.spec.ts']) expect(existsSync(join(copy, file)), file).toBe(true)
    if (walk === 'language') expect(existsSync(join(copy, 'public/_locales/fi/messages.json'))).toBe(true)
  }, LIMIT)

  it('tells when a command prints something else, or fails', () => {
    expect(() => follow('$ npm run list:check -- lists/x-advertiser-pauses-2023-08.json\n… 7 errors\n')).toThrow('prints “7 errors')
    expect(() => follow('$ npm run list:check -- nowhere.json\n')).toThrow('nowhere.json')
    expect(() => follow('$ npm run nothing\n')).toThrow('no command')
  }, LIMIT)
})
