import { accessSync, constants, existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

export type BrowserKind = 'chromium' | 'firefox'

export interface FoundBrowser {
  kind: BrowserKind
  path: string
}

const ENVIRONMENT: Record<BrowserKind, string> = { chromium: 'ADPLEDGE_CHROMIUM', firefox: 'ADPLEDGE_FIREFOX' }

/** On the search path; Chrome last, because Chromium and Chrome for Testing keep nothing of the person's. */
const COMMANDS: Record<BrowserKind, string[]> = {
  chromium: ['chromium', 'chromium-browser', 'chrome-for-testing', 'google-chrome', 'google-chrome-stable'],
  firefox: ['firefox', 'firefox-esr', 'firefox-developer-edition'],
}

const FIXED: Record<BrowserKind, string[]> = {
  chromium: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Chromium\\Application\\chrome.exe',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ],
  firefox: ['/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
}

/** Where Playwright and Puppeteer put the browsers that they download: folder of versions, then the program. */
const CACHES: Record<BrowserKind, [string, RegExp, string[]][]> = {
  chromium: [
    ['ms-playwright', /^chromium-\d+$/, ['chrome-linux/chrome', 'chrome-linux64/chrome', 'chrome-mac/Chromium.app/Contents/MacOS/Chromium', 'chrome-win/chrome.exe', 'chrome-win64/chrome.exe']],
    ['puppeteer/chrome', /^/, ['chrome-linux64/chrome', 'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing', 'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing', 'chrome-win64/chrome.exe']],
  ],
  firefox: [['puppeteer/firefox', /^/, ['firefox/firefox', 'Firefox.app/Contents/MacOS/firefox', 'core/firefox.exe']]],
}

/** The first browser of a kind that is on this machine, or null. */
export function findBrowser(kind: BrowserKind): FoundBrowser | null {
  const named = process.env[ENVIRONMENT[kind]]
  if (named) {
    if (!isProgram(named)) throw new Error(`${ENVIRONMENT[kind]} is set to ${named}, which is no program`)
    return { kind, path: named }
  }
  const commands = COMMANDS[kind]
  const onPath = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean)
  const own = kind === 'chromium' ? commands.slice(0, 3) : commands
  const rest = commands.filter((command) => !own.includes(command))
  const candidates = [
    ...own.flatMap((command) => onPath.map((folder) => join(folder, command))),
    ...cached(kind),
    ...FIXED[kind],
    ...rest.flatMap((command) => onPath.map((folder) => join(folder, command))),
  ]
  const path = candidates.find(isProgram)
  return path === undefined ? null : { kind, path }
}

function cached(kind: BrowserKind): string[] {
  const caches = [process.env['XDG_CACHE_HOME'], join(homedir(), '.cache'), join(homedir(), 'Library', 'Caches'), process.env['LOCALAPPDATA']]
  return CACHES[kind].flatMap(([folder, version, programs]) =>
    caches
      .filter((cache) => cache !== undefined)
      .map((cache) => join(cache, folder))
      .filter((root) => existsSync(root))
      .flatMap((root) =>
        readdirSync(root)
          .filter((name) => version.test(name))
          .toSorted((a, b) => b.localeCompare(a, undefined, { numeric: true }))
          .flatMap((name) => programs.map((program) => join(root, name, program))),
      ),
  )
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
