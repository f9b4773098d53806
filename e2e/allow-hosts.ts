import type { BrowserKind } from '../harness/find.ts'
import type { Session } from '../harness/session.ts'

/** What a person answers when the browser asks for a host. */
export async function allowHosts(session: Session, kind: BrowserKind): Promise<void> {
  // Firefox is started without asking.
  if (kind === 'firefox') return
  const settings = await session.browser.newPage()
  await settings.goto('chrome://extensions')
  await settings.evaluate(async (extensionId) => {
    const { developerPrivate } = chrome as unknown as { developerPrivate: { updateExtensionConfiguration(change: object): Promise<void>; addHostPermission(id: string, host: string): Promise<void> } }
    await developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess: 'ON_SPECIFIC_SITES' })
    for (const host of ['https://www.facebook.com/*', 'http://127.0.0.1/*']) await developerPrivate.addHostPermission(extensionId, host)
  }, new URL(session.extensionUrl).host)
  await settings.close()
}
