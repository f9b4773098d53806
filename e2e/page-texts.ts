import type { Page } from 'puppeteer-core'

/** What a page of the extension says to people and to what reads it to them. */
export interface PageTexts {
  lang: string
  dir: string
  /** How wide it is, to where one can scroll. */
  width: number
  /** Of elements and of attributes that are read out, and its title. */
  texts: string[]
  /** Elements that say nothing, where something must be said. */
  empty: string[]
}

export function readTexts(page: Page): Promise<PageTexts> {
  return page.evaluate(() => {
    const texts = new Set([document.title])
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) texts.add(walker.currentNode.textContent?.trim() ?? '')
    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) for (const element of document.body.querySelectorAll(`[${name}]`)) texts.add(element.getAttribute(name) ?? '')
    texts.delete('')
    const named = Array.from(document.querySelectorAll('h1, h2, h3, h4, button, a, label, legend, summary, option, dt, th'))
    const empty = named.filter((element) => !(element.getAttribute('aria-label') ?? element.textContent)?.trim() && !element.shadowRoot)
    const { lang, dir, scrollWidth: width } = document.documentElement
    return { lang, dir, width, texts: [...texts], empty: empty.map((element) => element.outerHTML.slice(0, 100)) }
  })
}
