/** The outermost box around a node, or the node itself, that matches and that the site takes for a post. */
export function outermost(node: Node, selector: string, isPost: (box: Element) => boolean = () => true): Element | null {
  const element = node instanceof Element ? node : node.parentElement
  let post: Element | null = null
  for (let box = element?.closest(selector); box; box = box.parentElement?.closest(selector)) if (isPost(box)) post = box
  return post
}

/** The posts of whatever matches in a tree, its root among it, each once. */
export function outermostIn(root: ParentNode, selector: string, postOf: (mark: Element) => Element | null): Element[] {
  const marks = [...(root instanceof Element && root.matches(selector) ? [root] : []), ...root.querySelectorAll(selector)]
  return [...new Set(marks.flatMap((mark) => postOf(mark) ?? []))]
}
