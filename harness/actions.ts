import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'puppeteer-core'
import type { Session } from './session.ts'

/** What people do with the browser's own menu and shortcuts, which no page can press. */

interface Dispatching {
  commands: { onCommand: { dispatch(name: string, tab: unknown): void } }
  contextMenus: { onClicked: { dispatch(info: object, tab: unknown): void } }
}

/** Presses a shortcut, by the name of its command, with a tab in front. */
export async function pressShortcut(session: Session, page: Page, command: string): Promise<void> {
  await page.bringToFront()
  if (session.kind === 'chromium') {
    await inWorker(session, (name) => {
      void chrome.tabs.query({ active: true, lastFocusedWindow: true }).then(([tab]) => (chrome as unknown as Dispatching).commands.onCommand.dispatch(name, tab))
    }, command)
    return
  }
  const pressed = await inBrowser(session, `
    const keys = [...document.querySelectorAll('keyset[id^="ext-keyset-id-adpledge"] key')]
    const wanted = { 'toggle-badges': 'B', 'next-ad': 'N', 'previous-ad': 'P', 'report-ad': 'R' }[${JSON.stringify(command)}]
    const key = keys.find((one) => one.getAttribute('key')?.toUpperCase() === wanted)
    key?.doCommand()
    return key !== undefined`)
  if (!pressed) throw new Error(`Firefox has no shortcut ${command}`)
}

/** Right-clicks a place and takes an item of the menu by its words. */
export async function chooseFromMenu(session: Session, page: Page, { x, y }: { x: number; y: number }, item: string): Promise<void> {
  await page.bringToFront()
  await page.mouse.click(x, y, { button: 'right' })
  if (session.kind === 'chromium') {
    await inWorker(session, () => {
      void chrome.tabs.query({ active: true, lastFocusedWindow: true }).then(([tab]) => (chrome as unknown as Dispatching).contextMenus.onClicked.dispatch({ menuItemId: 'report-ad', frameId: 0, editable: false, pageUrl: '' }, tab))
    })
    return
  }
  const deadline = Date.now() + 5_000
  while (Date.now() < deadline) {
    const chosen = await inBrowser(session, `
      const menu = document.getElementById('contentAreaContextMenu')
      const item = menu.state === 'open' && [...menu.querySelectorAll('menuitem')].find((one) => one.label === ${JSON.stringify(item)} && !one.hidden)
      if (item) menu.activateItem(item)
      return Boolean(item)`)
    if (chosen) return
    await sleep(100)
  }
  throw new Error(`Firefox's menu has no item “${item}”`)
}

async function inWorker(session: Session, task: (name: string) => void, name = ''): Promise<void> {
  const target = await session.browser.waitForTarget((one) => one.type() === 'service_worker' && one.url().startsWith(session.extensionUrl))
  const worker = await target.worker()
  if (!worker) throw new Error('the background has stopped')
  await worker.evaluate(task, name)
}

interface Connection {
  send(method: string, parameters: object): Promise<{ result: { contexts: { context: string }[]; result?: { value?: unknown }; exceptionDetails?: { text: string } } }>
}

/** Runs something in the window of Firefox itself. */
export async function inBrowser(session: Pick<Session, 'browser'>, body: string): Promise<unknown> {
  const { connection } = session.browser as unknown as { connection: Connection }
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' })
  const [window] = tree.result.contexts
  const answer = await connection.send('script.callFunction', { functionDeclaration: `() => { ${body} }`, target: { context: window?.context }, awaitPromise: true })
  if (answer.result.exceptionDetails) throw new Error(answer.result.exceptionDetails.text)
  return answer.result.result?.value
}
