import { spawnSync } from 'node:child_process'
import { createInterface } from 'node:readline/promises'
import { type BrowserKind, findBrowser, type FoundBrowser } from './find.ts'

interface Way {
  says: string
  commands: string[][]
  /** In milliseconds. */
  limit: number
}

const NAMES: Record<BrowserKind, string> = { chromium: 'Chromium', firefox: 'Firefox' }

/** The ways to get a browser, the least intrusive first: into the user's cache, then system-wide. */
function waysTo(kind: BrowserKind): Way[] {
  const download: Way =
    kind === 'chromium'
      ? { says: 'download Chromium with Playwright into your cache folder', commands: [['npx', 'playwright', 'install', 'chromium']], limit: 600_000 }
      : { says: "download Firefox with Puppeteer's installer into your cache folder", commands: [['npx', '--yes', '@puppeteer/browsers', 'install', 'firefox@stable', '--path', `${process.env['HOME'] ?? '.'}/.cache/puppeteer`]], limit: 600_000 }
  const isRoot = process.getuid?.() === 0
  const system = (...commands: string[][]): Way => ({
    says: `run ${commands.map((command) => command.join(' ')).join(' && ')}`,
    commands: isRoot ? commands : commands.map((command) => ['sudo', ...command]),
    limit: 900_000,
  })
  const managers: [string, string[][]][] = [
    ['apt-get', [['apt-get', 'update'], ['apt-get', 'install', '-y', '--no-install-recommends', kind === 'chromium' ? 'chromium' : 'firefox-esr']]],
    ['dnf', [['dnf', 'install', '-y', kind]]],
    ['pacman', [['pacman', '-S', '--noconfirm', kind]]],
  ]
  const manager = managers.find(([command]) => exists(command))
  return manager && (isRoot || exists('sudo')) ? [download, system(...manager[1])] : [download]
}

/**
 * A browser of one of the kinds, the first that is found; installs one when there is none.
 * On a terminal it asks first; without one (scripts, CI) it goes ahead.
 * @throws Error that says what to install by hand
 */
export async function needBrowser(...kinds: BrowserKind[]): Promise<FoundBrowser> {
  for (const kind of kinds) {
    const found = findBrowser(kind)
    if (found) return found
  }
  const kind = kinds[0] ?? 'chromium'
  const tried: string[] = []
  for (const way of waysTo(kind)) {
    if (!(await agreed(kind, way))) continue
    process.stderr.write(`No ${NAMES[kind]} here: ${way.says}\n`)
    const failure = way.commands.map((command) => run(command, way.limit)).find((outcome) => outcome !== null)
    const found = findBrowser(kind)
    if (found && starts(found)) return found
    tried.push(`${way.says}: ${failure ?? (found ? 'what it installed does not start' : 'left no browser that can be found')}`)
  }
  const variable = kind === 'chromium' ? 'ADPLEDGE_CHROMIUM' : 'ADPLEDGE_FIREFOX'
  throw new Error(
    [`No ${NAMES[kind]} was found${tried.length > 0 ? ', and none could be installed:' : '.'}`, ...tried.map((line) => `  - ${line}`), `Install it by hand, or set ${variable} to its program.`].join('\n'),
  )
}

async function agreed(kind: BrowserKind, way: Way): Promise<boolean> {
  if (!process.stdin.isTTY || process.env['CI']) return true
  const prompt = createInterface({ input: process.stdin, output: process.stderr })
  // Ctrl+D is a no as well.
  const answer = await prompt.question(`No ${NAMES[kind]} was found. May I ${way.says}? [y/N] `).catch(() => '')
  prompt.close()
  return /^y(es)?$/i.test(answer.trim())
}

/** A downloaded browser may lack libraries of the system. */
function starts({ path }: FoundBrowser): boolean {
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0
}

function exists(command: string): boolean {
  return spawnSync(command, ['--version'], { stdio: 'ignore' }).error === undefined
}

/** @returns why it failed, or null */
function run([command = '', ...args]: string[], limit: number): string | null {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000' }
  // Its output is news for people, never part of what a script prints.
  const { status, error } = spawnSync(command, args, { stdio: ['ignore', 2, 2], timeout: limit, env, shell: process.platform === 'win32' })
  return error ? error.message : status === 0 ? null : `${command} ended with ${status}`
}
