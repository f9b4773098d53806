import type { ElementHandle, JSHandle, Page } from 'puppeteer-core'

/** Reads closed shadow trees from outside, through the browsers' debugging protocols. */

/** Runs a function on the closed shadow root of every element that a selector finds; its results must be JSON. */
export async function inShadows<Result>(page: Page, selector: string, read: (root: ShadowRoot) => Result): Promise<Result[]> {
  const hosts = await page.$$(selector)
  const results: Result[] = []
  for (const host of hosts) {
    const root = await shadowOf(page, host)
    if (root) results.push((await root.evaluate(read as (root: unknown) => Result)) as Result)
    await root?.dispose()
    await host.dispose()
  }
  return results
}

/**
 * Gives a page the closed shadow trees of elements as their `shadowRoot`, for what runs there and looks by that. The trees stay what
 * they are, and so does what the content script sees: only the page's own view of the hosts has the property.
 */
export async function openToPage(page: Page, selector: string): Promise<number> {
  const opened = await inShadows(page, selector, (root) => {
    Object.defineProperty(root.host, 'shadowRoot', { value: root, configurable: true })
    return true
  })
  return opened.length
}

/** What a bare handle of the BiDi implementation offers; its types are internal. */
interface BidiHandle extends JSHandle {
  remoteValue?(): { value?: { shadowRoot?: unknown } }
  realm: unknown
  constructor: { from(value: unknown, realm: unknown): JSHandle }
}

async function shadowOf(page: Page, host: ElementHandle): Promise<JSHandle | null> {
  const bidi = host as unknown as BidiHandle
  if (typeof bidi.remoteValue === 'function') {
    const shadow = bidi.remoteValue().value?.shadowRoot
    return shadow ? bidi.constructor.from(shadow, bidi.realm) : null
  }
  return cdpShadow(page, host)
}

interface CdpHandle {
  client: { send(method: string, params: object): Promise<{ node: { shadowRoots?: { backendNodeId: number }[] } }> }
  remoteObject(): { objectId?: string }
  realm: { adoptBackendNode(id: number | undefined): Promise<JSHandle> }
}

async function cdpShadow(_page: Page, host: ElementHandle): Promise<JSHandle | null> {
  const handle = host as unknown as CdpHandle
  const { node } = await handle.client.send('DOM.describeNode', { objectId: handle.remoteObject().objectId, depth: 1, pierce: true })
  const shadow = node.shadowRoots?.[0]
  return shadow ? handle.realm.adoptBackendNode(shadow.backendNodeId) : null
}
