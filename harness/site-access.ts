import manifest from '../manifest.json' with { type: 'json' }
import type { Page } from 'puppeteer-core'
import type { SiteAbout } from '../src/sites/types.ts'
import { REPORT_PERMISSION } from '../src/shared/data-consent.ts'
import type { Session } from './session.ts'

/** What people do in the browser's own dialogs: give an extension a site or let reports out, and take it back. */

type Globals = typeof globalThis & { chrome: typeof chrome; browser?: typeof chrome }

interface DeveloperPrivate {
  updateExtensionConfiguration(change: { extensionId: string; hostAccess: string }): Promise<void>
  addHostPermission(extensionId: string, host: string): Promise<void>
  removeHostPermission(extensionId: string, host: string): Promise<void>
}

const idOf = (session: Session) => new URL(session.extensionUrl).host

/** Runs something with the browser's own page about extensions, which alone may change them. */
async function onExtensionsPage(session: Session, action: 'allow' | 'remove', hosts: readonly string[]): Promise<void> {
  const page = await session.browser.newPage()
  await page.goto('chrome://extensions')
  await page.evaluate(
    async (id, allowed, asked) => {
      const { developerPrivate } = chrome as unknown as { developerPrivate: DeveloperPrivate }
      if (allowed) await developerPrivate.updateExtensionConfiguration({ extensionId: id, hostAccess: 'ON_SPECIFIC_SITES' })
      for (const host of asked) await (allowed ? developerPrivate.addHostPermission(id, host) : developerPrivate.removeHostPermission(id, host))
    },
    idOf(session),
    action === 'allow',
    [...hosts],
  )
  await page.close()
}

/** From then on Chromium answers a request for these hosts as a person would who agrees. Firefox is set to. */
export async function agreeTo(session: Session, patterns: readonly string[]): Promise<void> {
  // That mode withholds all others, too.
  if (session.kind === 'chromium') await onExtensionsPage(session, 'allow', [...manifest.host_permissions, ...patterns])
}

/** A press on a button that asks for a permission, as browsers want it. */
async function press(page: Page, asked: object): Promise<boolean> {
  await page.evaluate((permissions) => {
    const button = document.createElement('button')
    button.id = 'ask'
    button.textContent = 'ask'
    button.style.cssText = 'position:fixed;inset:0;width:100px;height:50px;z-index:9'
    button.addEventListener('click', () => {
      const api = (globalThis as Globals).browser ?? chrome
      api.permissions.request(permissions).then(
        (granted) => (button.textContent = String(granted)),
        (error: unknown) => (button.textContent = String(error)),
      )
    })
    document.body.append(button)
  }, asked)
  await page.click('#ask')
  await page.waitForFunction(() => document.querySelector('#ask')?.textContent !== 'ask')
  return (await page.$eval('#ask', (button) => button.textContent)) === 'true'
}

/**
 * Gives the extension a site, as a person does who is asked and agrees.
 * @throws when the browser doesn't
 */
export async function grantSite(session: Session, { id, matches }: Pick<SiteAbout, 'id' | 'matches'>): Promise<void> {
  await agreeTo(session, matches)
  const page = await session.openExtensionPage('src/reports/index.html')
  const granted = await press(page, { origins: [...matches] })
  await page.close()
  if (!granted) throw new Error(`the browser gave no access to ${id}`)
}

/** Takes a site back, as a person does in the browser's settings. */
export async function revokeSite(session: Session, { matches }: Pick<SiteAbout, 'matches'>): Promise<void> {
  if (session.kind === 'chromium') return onExtensionsPage(session, 'remove', matches)
  const page = await session.openExtensionPage('src/reports/index.html')
  await page.evaluate((origins) => (globalThis as Globals).browser?.permissions.remove({ origins }), [...matches])
  await page.close()
}

/** Lets reports out, as a person does whom Firefox asks in the press that sends one. Other browsers don't ask. */
export async function allowReports(session: Session): Promise<void> {
  if (session.kind !== 'firefox') return
  const page = await session.openExtensionPage('src/reports/index.html')
  const granted = await press(page, REPORT_PERMISSION)
  await page.close()
  if (!granted) throw new Error('the browser does not let reports out')
}

/** Takes that back, as a person does in Firefox's settings of the extension. */
export async function forbidReports(session: Session): Promise<void> {
  const page = await session.openExtensionPage('src/reports/index.html')
  await page.evaluate((permissions) => (globalThis as Globals).browser?.permissions.remove(permissions as chrome.permissions.Permissions), REPORT_PERMISSION)
  await page.close()
}

/** Whether reports may leave, as the browser has it. */
export function reportsAllowed(page: Page): Promise<boolean> {
  return page.evaluate((permissions) => ((globalThis as Globals).browser ?? chrome).permissions.contains(permissions as chrome.permissions.Permissions), REPORT_PERMISSION)
}
