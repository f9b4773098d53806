import type { Page } from 'puppeteer-core'

/** What of a page's text can't be read, because it is beyond the window or cut off by a box. */
export function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(IN_PAGE) as Promise<string[]>
}

/** More room between letters, words, lines and paragraphs, as WCAG 1.4.12 has it, for all text of a page. */
export async function spaceText(page: Page): Promise<void> {
  await page.evaluate(`(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-block-end: 2em !important; }')
    const roots = [document]
    for (const root of roots) for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) roots.push(shadowRoot)
    for (const root of roots) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
  })()`)
}

const IN_PAGE = `(() => {
  const found = []
  const roots = [document]
  for (const root of roots) for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) roots.push(shadowRoot)
  const { scrollWidth } = document.documentElement
  if (scrollWidth > innerWidth) found.push('the page is ' + scrollWidth + ' pixels wide')
  const parentOf = (element) => element.parentElement ?? element.getRootNode().host ?? null
  const whatIs = (element) => (element.id ? '#' + element.id : element.localName + '.' + element.className) + ' “' + (element.textContent ?? '').trim().slice(0, 40) + '”'
  const clips = (value) => value === 'hidden' || value === 'clip'
  for (const root of roots) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const text = walker.currentNode
      const element = text.parentElement ?? root.host
      if (text.data.trim() === '' || element.closest('style, script, option, title') || !element.checkVisibility({ visibilityProperty: true })) continue
      const range = new Range()
      range.selectNodeContents(text)
      for (const rect of range.getClientRects()) {
        if (rect.width < 1 || rect.height < 1) continue
        let scrolls = false
        let fault = null
        for (let around = element; around && !fault; around = parentOf(around)) {
          const style = getComputedStyle(around)
          // For screen readers alone.
          if (style.clipPath !== 'none' || around.getAttribute('aria-hidden') === 'true' && style.position === 'absolute') { scrolls = true; break }
          if (style.overflowX === 'auto' || style.overflowX === 'scroll') { scrolls = true; break }
          const box = around.getBoundingClientRect()
          if (style.display === 'inline' || style.display === 'contents') continue
          // Cut off on purpose, and told to be.
          if (clips(style.overflowX) && style.textOverflow === 'ellipsis') { scrolls = true; break }
          if (clips(style.overflowX) && (rect.left < box.left - 1 || rect.right > box.right + 1)) fault = 'cut off at the side by ' + whatIs(around)
          if (clips(style.overflowY) && (rect.top < box.top - 3 || rect.bottom > box.bottom + 3)) fault = 'cut off below by ' + whatIs(around)
        }
        if (!fault && !scrolls && (rect.left < -1 || rect.right > innerWidth + 1)) fault = 'beyond the window'
        if (fault) found.push(whatIs(element) + ': ' + fault)
      }
    }
  }
  // Texts that lie on each other, where a box is lower than what is in it.
  for (const root of roots) {
    for (const element of root.querySelectorAll('button, a.button, input, select, summary, label, p, h1, h2, h3, li, td, th, output')) {
      const { overflowY, display } = getComputedStyle(element)
      if (display === 'inline' || overflowY !== 'visible' || !element.checkVisibility({ visibilityProperty: true })) continue
      if (element.scrollHeight > element.clientHeight + 3 && element.clientHeight > 0) found.push(whatIs(element) + ': is ' + element.clientHeight + ' pixels high and holds ' + element.scrollHeight)
    }
  }
  return [...new Set(found)]
})()`
