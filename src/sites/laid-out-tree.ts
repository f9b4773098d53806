/** The tree as it is laid out: shadow trees in place of their hosts' own children. */

/** How much there is to look at; more is no label. */
const NODES_CAP = 300

export function parentOf(node: Node): Element | null {
  const parent = (node as Element).assignedSlot ?? node.parentNode
  return parent instanceof ShadowRoot ? parent.host : (parent as Element | null)
}

/** Every node inside, itself included, in the order of the laid-out tree. */
export function nodesOf(node: Node, nodes: Node[] = []): Node[] {
  if (nodes.length > NODES_CAP) return nodes
  if (node instanceof Element) {
    // Closed details show a summary at most.
    if (node.matches('style, script, template, title, desc, details:not([open])')) return nodes
    nodes.push(node)
    const assigned = (node as Partial<HTMLSlotElement>).assignedNodes?.()
    // As laid out: a shadow tree in place of its host's own children, and what was put in a slot.
    if (assigned?.[0]) for (const child of assigned) nodesOf(child, nodes)
    else for (let child = (node.shadowRoot ?? node).firstChild; child; child = child.nextSibling) nodesOf(child, nodes)
  } else if (node.nodeType === Node.TEXT_NODE) nodes.push(node)
  return nodes
}

/** Ids are those of the element's own shadow tree, else of the document. */
export function byId(from: Element, id: string): Element | null {
  return (from.getRootNode() as ShadowRoot).getElementById?.(id) ?? from.ownerDocument.getElementById(id)
}

/** The id that a `<use>` takes its picture from. */
export function targetOf(element: Element): string | undefined {
  return element.localName === 'use' ? /^#(.+)/.exec(element.getAttribute('href') ?? element.getAttribute('xlink:href') ?? '')?.[1] : undefined
}
