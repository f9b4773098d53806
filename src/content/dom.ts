/** Small makers of elements: text only ever goes in as text. */

export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className = '',
  text = '',
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  element.className = className
  element.textContent = text
  return element
}

const SVG = 'http://www.w3.org/2000/svg'

/** A 16 × 16 line icon from path data of our own; the styles draw its lines. */
export function icon(paths: string): SVGElement {
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('viewBox', '0 0 16 16')
  svg.ariaHidden = 'true'
  const path = document.createElementNS(SVG, 'path')
  path.setAttribute('d', paths)
  svg.append(path)
  return svg
}

/**
 * Adds a style sheet to a shadow root. In Firefox the page's policy would block an inline style;
 * one that is attached empty and filled afterwards falls under the extension's own.
 */
export function addStyles(root: ShadowRoot, css: string): void {
  const style = document.createElement('style')
  style.textContent = ''
  root.append(style)
  style.textContent = css
}
