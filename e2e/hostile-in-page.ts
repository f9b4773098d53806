/* oxlint-disable unicorn/consistent-function-scoping, typescript/unbound-method, promise/no-callback-in-promise -- each function goes into a page as its text, with nothing of this file around it; and methods are taken off their objects on purpose */

/** What the scripts of a page that is against us do. */

/** Runs inside a page: all that its script can read of the page by words, and what is at a place. */
export function readAll(x: number, y: number) {
  const hosts = [...document.querySelectorAll('*')].filter(({ localName }) => localName.startsWith('adpledge'))
  const selection = getSelection()
  selection?.selectAllChildren(document.documentElement)
  const texts = [document.documentElement.textContent ?? '', document.body.innerText, document.documentElement.outerHTML, String(selection), new XMLSerializer().serializeToString(document)]
  const range = document.createRange()
  range.selectNode(document.body)
  texts.push(range.toString(), range.cloneContents().textContent ?? '')
  const walker = document.createTreeWalker(document)
  while (walker.nextNode()) texts.push(walker.currentNode.nodeValue ?? '')
  for (const { name } of performance.getEntries()) texts.push(name)
  for (const animation of document.getAnimations()) texts.push((animation.effect as KeyframeEffect | null)?.target?.getRootNode().textContent ?? '')
  for (const host of hosts) texts.push((host as HTMLElement).innerText, host.innerHTML, (host as HTMLElement).title, host.ariaLabel ?? '', host.shadowRoot?.textContent ?? '', host.cloneNode(true).textContent ?? '')
  // Newer ways, where a browser has them.
  const more = document as unknown as { caretPositionFromPoint?: (x: number, y: number) => { offsetNode: Node } | null; caretRangeFromPoint?: (x: number, y: number) => Range | null }
  texts.push(more.caretPositionFromPoint?.(x, y)?.offsetNode.textContent ?? '', more.caretRangeFromPoint?.(x, y)?.startContainer.textContent ?? '')
  for (const host of hosts) texts.push((host as unknown as { getHTML?: (options: object) => string }).getHTML?.({ serializableShadowRoots: true }) ?? '')
  const under = document.elementFromPoint(x, y)
  const path: string[] = []
  addEventListener('adpledge-test', (event) => path.push(...event.composedPath().map((target) => (target as Element).localName)))
  under?.dispatchEvent(new CustomEvent('adpledge-test', { bubbles: true, composed: true }))
  return { hosts: hosts.map(({ localName }) => localName), shadows: hosts.map(({ shadowRoot }) => shadowRoot), underPointer: under?.localName ?? '', path, texts }
}

/** Runs inside a page: bursts of elements that come one behind the other, half of them like labels; counts what it sees of badges. */
export async function flood(bursts: number, size: number) {
  let drawn = 0
  new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes) if (node instanceof Element && node.localName === 'adpledge-badge') drawn++
  }).observe(document, { subtree: true, childList: true })
  const heap = document.querySelector('#flood') as Element
  let turns = 0
  for (let burst = 0; burst < bursts; burst++) {
    const part = document.createDocumentFragment()
    for (let at = 0; at < size; at++) {
      const element = document.createElement(at % 4 === 0 ? 'a' : 'span')
      if (at % 2 === 0) element.textContent = 'Sponsored'
      if (at % 4 === 0) element.setAttribute('href', at % 8 === 0 ? '/ads/about/' : '#')
      if (at % 10 === 0) element.setAttribute('aria-label', 'Sponsored')
      part.append(element)
    }
    heap.append(part)
    await new Promise((done) => setTimeout(done))
    turns++
  }
  return { nodes: heap.children.length, turns, inFlood: heap.querySelectorAll('adpledge-badge').length, drawn }
}

/** Runs inside a page, before all else: breaks what scripts stand on, and keeps what it was called with. */
export function sabotage(): void {
  const call = Function.prototype.call.bind(Function.prototype.call) as (method: unknown, self: unknown, ...rest: unknown[]) => unknown
  const { defineProperty, getOwnPropertyDescriptor } = Object
  const { querySelectorAll } = Document.prototype
  const { createRange } = Document.prototype
  const { createContextualFragment } = Range.prototype
  const { append } = Element.prototype
  const { push } = Array.prototype
  const ReferenceString = String
  const state = globalThis as unknown as Record<'broken' | 'caught' | 'badges' | 'later' | 'mend', unknown>
  const caught: string[] = []
  const kept: [object, PropertyKey, PropertyDescriptor][] = []
  const restore = (): void => {
    for (let at = 0; at < kept.length; at++) {
      // Not taken apart by brackets: that would ask the iterator, which is ruined.
      const one = kept[at] as (typeof kept)[number]
      defineProperty(one[0], one[1], one[2])
    }
  }
  let broken = 0
  const ruin = (target: object, name: PropertyKey): void => {
    const descriptor = getOwnPropertyDescriptor(target, name)
    if (!descriptor?.configurable) return
    kept[kept.length] = [target, name, descriptor]
    const value = function (this: unknown, ...rest: unknown[]): never {
      for (let at = 0; at < rest.length; at++) if (typeof rest[at] === 'string') call(push, caught, ReferenceString(rest[at]))
      throw new TypeError('ruined')
    }
    defineProperty(target, name, 'value' in descriptor ? { ...descriptor, value } : { ...descriptor, get: value, set: value })
    broken++
  }
  for (const name of ['attachShadow', 'querySelector', 'querySelectorAll', 'closest', 'matches', 'getBoundingClientRect', 'setAttribute', 'getAttribute', 'prepend', 'before', 'remove']) ruin(Element.prototype, name)
  for (const name of ['createElement', 'createElementNS', 'querySelector', 'querySelectorAll', 'getElementById', 'adoptNode', 'createRange', 'createTreeWalker']) ruin(Document.prototype, name)
  for (const name of ['appendChild', 'insertBefore', 'contains', 'compareDocumentPosition', 'textContent', 'parentElement', 'isConnected']) ruin(Node.prototype, name)
  for (const name of ['addEventListener', 'dispatchEvent']) ruin(EventTarget.prototype, name)
  for (const name of ['MutationObserver', 'ResizeObserver', 'IntersectionObserver', 'Map', 'Set', 'WeakMap', 'WeakRef', 'Promise', 'URL', 'matchMedia', 'queueMicrotask', 'getComputedStyle']) ruin(globalThis, name)
  ruin(JSON, 'stringify')
  ruin(JSON, 'parse')
  for (const name of ['trim', 'normalize', 'split', 'replaceAll', 'startsWith']) ruin(String.prototype, name)
  for (const name of ['map', 'filter', 'flatMap', 'some', 'push', 'forEach', 'includes']) ruin(Array.prototype, name)
  // What Firefox's driver itself needs in a page, `apply`, is left.
  ruin(Function.prototype, 'call')
  ruin(Function.prototype, 'bind')
  state.broken = broken
  state.caught = caught
  state.badges = () => (call(querySelectorAll, document, 'adpledge-badge') as NodeList).length
  state.later = (html: string) => call(append, document.body, call(createContextualFragment, call(createRange, document), html))
  state.mend = restore
}

/** Runs inside a page: which of the addresses it could load, by any of the ways that pages have. */
export async function loadAll(addresses: string[]): Promise<string[]> {
  const loaded: string[] = []
  const worked = (task: Promise<unknown>) => task.then(() => true, () => false)
  const attempt = (how: string, make: (done: (worked: boolean) => void) => void) =>
    Promise.race([
      new Promise<void>((over) =>
        make((worked) => {
          if (worked) loaded.push(how)
          over()
        }),
      ),
      new Promise<void>((over) => setTimeout(over, 1_500)),
    ])
  const insert = (tag: string, name: string, address: string, more: Record<string, string> = {}) => (done: (worked: boolean) => void) => {
    const element = document.createElement(tag)
    for (const [key, value] of Object.entries(more)) element.setAttribute(key, value)
    element.addEventListener('load', () => done(true))
    element.addEventListener('error', () => done(false))
    element.setAttribute(name, address)
    document.body.append(element)
  }
  const tries: Promise<void>[] = []
  for (const address of addresses) {
    tries.push(attempt(`fetch ${address}`, (done) => void worked(fetch(address)).then(done)))
    tries.push(attempt(`fetch without cors ${address}`, (done) => void worked(fetch(address, { mode: 'no-cors' })).then(done)))
    if (address.endsWith('.png')) tries.push(attempt(`image ${address}`, insert('img', 'src', address)))
    if (address.endsWith('.js')) {
      tries.push(attempt(`script ${address}`, insert('script', 'src', address)))
      tries.push(attempt(`import ${address}`, (done) => void worked(import(address)).then(done)))
      tries.push(attempt(`style ${address}`, insert('link', 'href', address, { rel: 'stylesheet' })))
    }
    if (address.endsWith('.html')) {
      // A frame tells its load whatever came of it; what is in it is looked at from outside.
      const frame = document.createElement('iframe')
      document.body.append(frame)
      for (const open of [() => frame.setAttribute('src', address), () => window.open(address)]) {
        try {
          open()
        } catch {
          // Firefox says no at once.
        }
      }
      await new Promise((over) => setTimeout(over, 300))
    }
  }
  await Promise.all(tries)
  return loaded
}
