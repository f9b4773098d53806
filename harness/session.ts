import { rmSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import puppeteer, { type Browser, type HTTPRequest, type Page } from 'puppeteer-core'
import manifest from '../manifest.json' with { type: 'json' }
import type { FoundBrowser } from './find.ts'
import { chromiumArguments, copyInLanguage, firefoxPreferences, needsCopy } from './languages.ts'

/** What a request to a site is answered with; null leaves it unanswered (refused). */
export type Answerer = (url: URL) => { status: number; headers: Record<string, string>; body: string } | null

export interface SessionOptions {
  browser: FoundBrowser
  /** Folder of a built extension. */
  extension: string
  headless: boolean
  /** Tabs are private ones, in which the extension is allowed. */
  isPrivate?: boolean
  /** A profile to keep; a new empty one otherwise. */
  profile?: string
  /** Without it requests go out as in any browser. */
  answer?: Answerer
  /**
   * What becomes of the page that opens once after an installation. `close`, unless told otherwise: nobody wants it in front of
   * what is looked at, and one that came while something else is under way would take its place. In a kept profile it may never come,
   * so there it is left alone.
   */
  firstRun?: 'close' | 'leave'
  /** In which the extension speaks, by its folder in `_locales`; the browser's own otherwise. */
  language?: string
  width?: number
  height?: number
}

/** A running browser with the extension loaded. */
export interface Session {
  browser: Browser
  kind: FoundBrowser['kind']
  /** `chrome-extension://…/` or `moz-extension://…/` */
  extensionUrl: string
  /** A new tab whose requests are answered as the options say. */
  newPage(): Promise<Page>
  /** A page of the extension, loaded and ready. */
  openExtensionPage(path: string): Promise<Page>
  close(): Promise<void>
}

/** The page that opens after an installation, by its path. */
export const FIRST_RUN_PAGE = 'src/welcome/index.html'

/** How long it is waited for, in milliseconds; a build that never opens it is no reason for a session not to begin. */
const FIRST_RUN_PATIENCE = 10_000

const FIREFOX_UUID = '3d0f6a8e-6f0c-4f86-9d2c-7b1a4c5e9a10'

/** Keeps a browser quiet and the machine's network out of it. */
const CHROMIUM_ARGS = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-search-engine-choice-screen',
]

export async function openSession(options: SessionOptions): Promise<Session> {
  const session = await (options.language !== undefined && needsCopy(options.browser.kind) ? openCopy(options, options.language) : open(options))
  if ((options.firstRun ?? (options.profile === undefined ? 'close' : 'leave')) === 'close') await closeFirstRun(session)
  return session
}

function open(options: SessionOptions): Promise<Session> {
  return options.browser.kind === 'firefox' ? openFirefox(options) : openChromium(options)
}

/** The extension as a copy that speaks this language alone, which is gone with the session. */
async function openCopy(options: SessionOptions, language: string): Promise<Session> {
  const copy = copyInLanguage(options.extension, language)
  const remove = () => rmSync(copy, { recursive: true, force: true })
  try {
    const session = await open({ ...options, extension: copy })
    return { ...session, close: () => session.close().finally(remove) }
  } catch (error) {
    remove()
    throw error
  }
}

/** Waits for the first-run page, which opens by itself a moment after the installation, and closes it. */
async function closeFirstRun({ browser, extensionUrl }: Session): Promise<void> {
  const deadline = Date.now() + FIRST_RUN_PATIENCE
  while (Date.now() < deadline) {
    for (const page of await browser.pages()) {
      if (!(await isAt(page, extensionUrl + FIRST_RUN_PAGE))) continue
      await page.close().catch(() => undefined)
      return
    }
    await sleep(50)
  }
}

/** Asks the page itself: Firefox's driver isn't told where one goes that changes process on its way. */
function isAt(page: Page, url: string): Promise<boolean> {
  return Promise.race([page.evaluate((wanted) => location.href === wanted, url).catch(() => false), sleep(1_000, false)])
}

/** One answered tab without any extension. */
export async function openPlainPage(browser: FoundBrowser, answer: Answerer): Promise<{ page: Page; close: () => Promise<void> }> {
  const { newPage, close } = await openPlainBrowser(browser, answer)
  return { page: await newPage(), close }
}

/**
 * A browser whose tabs are answered, with any unpacked extension or none; nothing is waited for.
 * @param preferences of Firefox
 */
export async function openPlainBrowser(browser: FoundBrowser, answer: Answerer, extension: string | null = null, preferences: Record<string, number> = {}): Promise<Pick<Session, 'browser' | 'newPage' | 'close'>> {
  const options: LaunchOptions = { browser, headless: true, answer, preferences }
  const running = await (browser.kind === 'firefox' ? launchFirefox(options) : launchChromium(options))
  if (extension !== null) await running.installExtension(extension)
  return {
    browser: running,
    newPage: async () => {
      const page = await running.newPage()
      await answerRequests(page, answer)
      return page
    },
    close: () => running.close(),
  }
}

type LaunchOptions = Omit<SessionOptions, 'extension'> & { preferences?: Record<string, number> }

function launchChromium(options: LaunchOptions): Promise<Browser> {
  const isRoot = process.getuid?.() === 0
  return puppeteer.launch({
    browser: 'chrome',
    executablePath: options.browser.path,
    headless: options.headless,
    pipe: true,
    enableExtensions: true,
    defaultViewport: options.headless ? viewport(options) : null,
    ...(options.profile === undefined ? {} : { userDataDir: options.profile }),
    // A person logs in to the real site only where the browser isn't marked as driven.
    ...(options.answer ? {} : { ignoreDefaultArgs: ['--enable-automation'] }),
    args: [
      ...CHROMIUM_ARGS,
      `--window-size=${options.width ?? 1280},${options.height ?? 900}`,
      ...(isRoot ? ['--no-sandbox'] : []),
      ...(options.language === undefined ? [] : chromiumArguments(options.language)),
      ...(options.answer ? ['--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1'] : []),
    ],
  })
}

async function openChromium(options: SessionOptions): Promise<Session> {
  const browser = await launchChromium(options)
  // Works in branded Chrome as well, which ignores --load-extension since 137.
  const id = options.isPrivate ? await installPrivately(browser, options.extension) : await browser.installExtension(options.extension)
  const extensionUrl = `chrome-extension://${id}/`
  await browser.waitForTarget((target) => target.type() === 'service_worker' && target.url().startsWith(extensionUrl), { timeout: 15_000 })
  const openExtensionPage = async (path: string) => {
    const page = await browser.newPage()
    await page.goto(extensionUrl + path)
    return page
  }
  return session(browser, options, extensionUrl, openExtensionPage)
}

/** The driver's own way doesn't ask for private windows. */
async function installPrivately(browser: Browser, path: string): Promise<string> {
  const client = (await browser.target().createCDPSession()) as unknown as { send(method: string, options: object): Promise<{ id: string }> }
  return (await client.send('Extensions.loadUnpacked', { path, enableInIncognito: true })).id
}

function launchFirefox(options: LaunchOptions): Promise<Browser> {
  return puppeteer.launch({
    browser: 'firefox',
    executablePath: options.browser.path,
    headless: options.headless,
    defaultViewport: options.headless ? viewport(options) : null,
    ...(options.profile === undefined ? {} : { userDataDir: options.profile }),
    args: ['--remote-allow-system-access', `--width=${options.width ?? 1280}`, `--height=${options.height ?? 900}`],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [manifest.browser_specific_settings.gecko.id]: FIREFOX_UUID }),
      'extensions.openPopupWithoutUserGesture.enabled': true,
      'extensions.webextOptionalPermissionPrompts': false,
      ...(options.isPrivate ? { 'browser.privatebrowsing.autostart': true } : {}),
      ...(options.language === undefined ? {} : firefoxPreferences(options.language)),
      'datareporting.policy.dataSubmissionEnabled': false,
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
      ...options.preferences,
    },
  })
}

async function openFirefox(options: SessionOptions): Promise<Session> {
  const browser = await launchFirefox(options)
  if (options.isPrivate) {
    const { connection } = browser as unknown as { connection: { send(method: string, options: object): Promise<unknown> } }
    await connection.send('webExtension.install', { extensionData: { type: 'path', path: options.extension }, 'moz:allowPrivateBrowsing': true })
  } else {
    await browser.installExtension(options.extension)
  }
  const extensionUrl = `moz-extension://${FIREFOX_UUID}/`
  const openExtensionPage = async (path: string) => {
    const page = await browser.newPage()
    // The page changes process under the navigation, which then never reports its end.
    void page.goto(extensionUrl + path).catch(() => undefined)
    const deadline = Date.now() + 20_000
    for (;;) {
      const ready = await Promise.race([
        page.evaluate((url) => location.href.startsWith(url) && document.readyState === 'complete', extensionUrl).catch(() => false),
        sleep(1_000, false),
      ])
      if (ready) return page
      if (Date.now() > deadline) throw new Error(`${path} did not open`)
      await sleep(100)
    }
  }
  return session(browser, options, extensionUrl, openExtensionPage)
}

function session(browser: Browser, options: SessionOptions, extensionUrl: string, openExtensionPage: Session['openExtensionPage']): Session {
  return {
    browser,
    kind: options.browser.kind,
    extensionUrl,
    openExtensionPage,
    newPage: async () => {
      // A context of its own is a private window to Chromium; Firefox has no others, so started.
      const page = options.isPrivate && options.browser.kind === 'chromium' ? await (await browser.createBrowserContext()).newPage() : await browser.newPage()
      if (options.answer) await answerRequests(page, options.answer)
      if (options.browser.kind === 'firefox') loadAnew(page, options.answer)
      return page
    },
    close: () => browser.close(),
  }
}

/** A page of ours has loaded by then, in milliseconds, or never will. */
const LOADED_BY = 8_000
const ATTEMPTS = 4

/**
 * Of an answer that is longer than 32 kB, Firefox's driver now and then hands over the beginning only, and the page waits for the
 * rest for ever or does without it: then it is asked for again.
 */
function loadAnew(page: Page, answer: Answerer | undefined): void {
  const goTo = page.goto.bind(page)
  page.goto = async (address, options) => {
    for (let attempt = 1; attempt < ATTEMPTS; attempt++) {
      const gone = goTo(address, options)
      const isStuck = sleep(LOADED_BY, true)
      if (!(await Promise.race([gone.then(() => false), isStuck]))) {
        if (await isWhole(page, answer?.(new URL(address)))) return gone
        continue
      }
      gone.catch(() => undefined)
      if (!(await page.evaluate(() => document.readyState === 'loading').catch(() => true))) return gone
    }
    return goTo(address, options)
  }
}

/** Whether all of an answer has come. */
async function isWhole(page: Page, answer: ReturnType<Answerer> | undefined): Promise<boolean> {
  if (!answer) return true
  const bytes = await page.evaluate(() => (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming | undefined)?.decodedBodySize ?? 0).catch(() => 0)
  return bytes === 0 || bytes >= Buffer.byteLength(answer.body)
}

function viewport({ width, height }: LaunchOptions): { width: number; height: number } {
  return { width: width ?? 1280, height: height ?? 900 }
}

async function answerRequests(page: Page, answer: Answerer): Promise<void> {
  await page.setRequestInterception(true)
  page.on('request', (request: HTTPRequest) => {
    const url = new URL(request.url())
    if (url.protocol === 'data:' || url.protocol === 'blob:' || url.protocol.endsWith('-extension:')) return void request.continue().catch(() => undefined)
    const answered = answer(url)
    void (answered ? request.respond(answered) : request.abort()).catch(() => undefined)
  })
}
