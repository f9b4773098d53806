import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'puppeteer-core'
import { inBrowser } from './actions.ts'
import type { FoundBrowser } from './find.ts'

/** What assistive technology is given of a page, in its order. */

export interface Told {
  /** How deep it is in what is told. */
  depth: number
  role: string
  name: string
  /** The badge's own element, or in it. */
  badge: boolean
}

interface AxNode {
  nodeId: string
  ignored: boolean
  role?: { value: string }
  name?: { value: string }
  childIds?: string[]
  backendDOMNodeId?: number
}

/** In Chromium, of nodes that are told; those without a meaning of their own are left out. */
async function chromiumTree(page: Page): Promise<Told[]> {
  const client = await page.createCDPSession()
  await client.send('DOM.enable')
  await client.send('Accessibility.enable')
  const { nodes } = (await client.send('Accessibility.getFullAXTree')) as unknown as { nodes: AxNode[] }
  const { root } = (await client.send('DOM.getDocument', { depth: -1, pierce: true })) as unknown as { root: DomNode }
  await client.detach()
  const badges = badgesIn(root)
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const told: Told[] = []
  const walk = (id: string, depth: number, within: boolean) => {
    const node = byId.get(id)
    if (!node) return
    const role = node.role?.value ?? ''
    const badge = within || badges.has(node.backendDOMNodeId ?? 0)
    const isTold = !node.ignored && !['InlineTextBox', 'LineBreak'].includes(role)
    if (isTold) told.push({ depth, role, name: node.name?.value ?? '', badge })
    for (const child of node.childIds ?? []) walk(child, depth + (isTold ? 1 : 0), badge)
  }
  if (nodes[0]) walk(nodes[0].nodeId, 0, false)
  return told
}

interface DomNode {
  backendNodeId: number
  localName: string
  children?: DomNode[]
  shadowRoots?: DomNode[]
}

/** The numbers of badges' elements. */
function badgesIn(root: DomNode): Set<number> {
  const badges = new Set<number>()
  const walk = (node: DomNode) => {
    if (node.localName === 'adpledge-badge') badges.add(node.backendNodeId)
    for (const child of [...(node.shadowRoots ?? []), ...(node.children ?? [])]) walk(child)
  }
  walk(root)
  return badges
}

/** In Firefox, from the window's own view of the page in front, as screen readers have it. */
async function firefoxTree(page: Page): Promise<Told[]> {
  await page.bringToFront()
  const read = async () =>
    inBrowser(
      { browser: page.browser() },
      `
      const service = Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService)
      const outer = service.getAccessibleFor(gBrowser.selectedBrowser)
      const document = outer?.firstChild
      if (!document) return 'null'
      const busy = {}
      document.getState(busy, {})
      if (busy.value & Ci.nsIAccessibleStates.STATE_BUSY) return 'null'
      const told = []
      const attribute = (one, name) => { try { return one.attributes?.getStringProperty(name) ?? null } catch { return null } }
      const walk = (one, depth, within) => {
        const badge = within || attribute(one, 'tag') === 'adpledge-badge'
        told.push({ depth, role: service.getStringRole(one.role), name: one.name ?? '', badge })
        for (let child = one.firstChild; child; child = child.nextSibling) walk(child, depth + 1, badge)
      }
      walk(document, 0, false)
      return JSON.stringify(told)`,
    ) as Promise<string>
  // It is built a while after it is first asked for.
  let before = ''
  for (let tries = 0; tries < 40; tries++) {
    const now = await read()
    if (now !== 'null' && now === before) return JSON.parse(now) as Told[]
    before = now
    await sleep(250)
  }
  throw new Error('Firefox builds no accessibility tree')
}

export function accessibilityTree(page: Page, kind: FoundBrowser['kind']): Promise<Told[]> {
  return kind === 'chromium' ? chromiumTree(page) : firefoxTree(page)
}
