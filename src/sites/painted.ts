/** Whether something is painted, by styles. */

/** Whether an element is shown at all, by its styles and those around it. */
export function isRendered(element: Element): boolean {
  // The options have an older and a newer name each.
  return element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })
}

/** Whether what is in an element is shown, by styles alone; what has no box of its own is in one around it. */
export function isShownIn(element: Element): boolean {
  let box: Element | null = element
  while (box && getComputedStyle(box).display === 'contents') box = box.parentElement
  return box !== null && isRendered(box)
}

/** The element itself, or the first one inside that has a box which can be seen; null where nothing is drawn. */
export function boxIn(element: Element): Element | null {
  const { width, height } = element.getBoundingClientRect()
  if (width > 0 && height > 0 && isRendered(element)) return element
  // What isn't drawn has nothing inside that is.
  if (getComputedStyle(element).display === 'none') return null
  for (const child of element.children) {
    const box = boxIn(child)
    if (box) return box
  }
  return null
}

export function isHidden(style: CSSStyleDeclaration): boolean {
  return style.visibility !== 'visible' || Number(style.opacity) < 0.1
}

/** Whether text in a box would not be seen. */
export function isUnpainted(style: CSSStyleDeclaration): boolean {
  return isHidden(style) || (isTransparent(style.webkitTextFillColor) && style.textShadow === 'none') || isTransparent(style.fill)
}

/** Hidden by a style of its own, without asking for its box. */
export function isStyledAway(style: CSSStyleDeclaration): boolean {
  return style.display === 'none' || style.contentVisibility === 'hidden' || Number.parseFloat(style.fontSize) < 1 || isUnpainted(style)
}

function isTransparent(colour: string): boolean {
  return /^rgba\(.*, 0\)$|\/ 0\)$|^none$/.test(colour)
}
