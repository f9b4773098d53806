import type { Page } from 'puppeteer-core'
import { inBrowser } from './actions.ts'
import { load } from './axe.ts'
import { CONTRAST } from './contrast.ts'
import type { Session } from './session.ts'

/** Goes through a page by its Tab key alone, as people do who can't use a mouse. */

export interface Stop {
  /** Its id, class or tag, to be found by. */
  what: string
  /** What assistive technology calls it. */
  name: string
  /** What is wrong with how it shows that it has the focus. */
  faults: string[]
}

export interface Tour {
  /** In the order of the presses. */
  stops: Stop[]
  /** What can be seen and used and was not come to. */
  skipped: string[]
  /** Whether the order is the document's. */
  inOrder: boolean
  /** Whether the end was come to. */
  ended: boolean
}

/** More than any page has. */
const MOST = 250
/** A field for a day has a part for each of its numbers, and one for the calendar. */
const PARTS = 6

/**
 * @param within selector of what is gone through, from its start until the focus is back where it has been or nowhere; the page otherwise
 */
export async function tabThrough(session: Session, page: Page, within = 'body'): Promise<Tour> {
  await load(page)
  // It leaves a page for its own bars at the end of a tour.
  if (session.kind === 'firefox') await inBrowser(session, 'gBrowser.selectedBrowser.focus()')
  await page.evaluate(`${IN_PAGE}; globalThis.tabbing = makeTabbing(${JSON.stringify(within)}); undefined`)
  let ended = false
  for (let presses = 0; presses < MOST && !ended; presses++) {
    await page.keyboard.press('Tab')
    ended = (await page.evaluate(`tabbing.step(${PARTS})`)) as boolean
  }
  return { ...((await page.evaluate('tabbing.result()')) as Omit<Tour, 'ended'>), ended }
}

/** How long what looks wrong is waited for, in milliseconds: nothing of a page takes so long to come to rest. */
const SETTLED = 3_000

/** Of the page; as text, for names of functions within functions are lost on some ways there. */
const IN_PAGE = `
function makeTabbing(within) {
  const CONTROLS = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]'
  const roots = () => {
    const all = [document]
    for (const root of all) for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) all.push(shadowRoot)
    return all
  }
  const active = () => {
    let element = document.activeElement
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
    return element === document.body || element === document.documentElement ? null : element
  }
  const whatIs = (element) => element.id || (element.className && element.localName + '.' + element.className) || (element.name && element.localName + '[name=' + element.name + ']') || element.localName + ' ' + (element.textContent ?? '').trim().slice(0, 30)
  ${CONTRAST}
  const parentOf = (element) => element.parentElement ?? element.getRootNode().host ?? null
  const backgroundAround = (element) => {
    for (let around = parentOf(element); around; around = parentOf(around)) {
      const { backgroundColor } = getComputedStyle(around)
      if (rgb(backgroundColor)[3] > 250) return backgroundColor
    }
    return '#fff'
  }
  // A control, or the label that shows its focus.
  const shownOn = (element) => [element, element.closest('label')].filter(Boolean)
  const ring = (element) => {
    const { outlineStyle, outlineWidth, outlineColor, outlineOffset, boxShadow, borderColor, borderWidth } = getComputedStyle(element)
    return { has: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && rgb(outlineColor)[3] > 200, colour: outlineColor, all: [outlineStyle === 'none' ? '' : [outlineStyle, outlineWidth, outlineColor, outlineOffset].join(), boxShadow, borderColor, borderWidth].join() }
  }
  const isSeen = (element) => {
    const box = element.getBoundingClientRect()
    // Firefox scrolls to nothing of which a pixel is in view.
    const [left, right, top, bottom] = [Math.max(0, box.left), Math.min(innerWidth, box.right), Math.max(0, box.top), Math.min(innerHeight, box.bottom)]
    if (right <= left || bottom <= top) return false
    const points = [[(left + right) / 2, (top + bottom) / 2], [left + 3, top + 3], [right - 3, bottom - 3], [left + 3, bottom - 3], [right - 3, top + 3]]
    return points.some(([x, y]) => {
      let hit = document.elementFromPoint(x, y)
      while (hit?.shadowRoot?.elementFromPoint(x, y) && hit.shadowRoot.elementFromPoint(x, y) !== hit) hit = hit.shadowRoot.elementFromPoint(x, y)
      return hit && (element.contains(hit) || hit.contains(element) && hit.matches('label, a, button') || element.closest('label')?.contains(hit))
    })
  }
  const visited = []
  let last = null
  let repeats = 0
  let nowhere = 0
  const frame = () => new Promise((done) => requestAnimationFrame(done))
  const look = (element) => {
    const focused = shownOn(element).map((one) => [one, ring(one)])
    const shown = focused.find(([, { has }]) => has)
    const faults = []
    if (!shown) faults.push('no outline of 2 pixels')
    else if (contrast(shown[1].colour, backgroundAround(shown[0])) < 3) faults.push('its outline is pale: ' + shown[1].colour + ' on ' + backgroundAround(shown[0]))
    if (!isSeen(element)) faults.push('covered or out of view')
    return { element, focused, faults }
  }
  const judge = async (element) => {
    // What the focus scrolls to, and what follows the theme by script, is there a moment later; on a busy machine some moments.
    const end = performance.now() + ${SETTLED}
    let seen = look(element)
    while (seen.faults.length > 0 && performance.now() < end) {
      await frame()
      seen = look(element)
    }
    return seen
  }
  const leave = (stop) => {
    if (stop.focused.every(([one, { all }]) => ring(one).all === all)) stop.faults.push('looks as it does without the focus')
  }
  const start = document.querySelector(within)
  if (start === document.body) {
    start.tabIndex = -1
    start.focus({ preventScroll: true })
    start.removeAttribute('tabindex')
  }
  return {
    async step(parts) {
      const element = active()
      if (element !== null && element === last && ++repeats < parts) return false
      repeats = 0
      if (last !== null && element !== last) leave(visited.at(-1))
      last = element
      if (element === null || visited.some((stop) => stop.element === element) || !(start.contains(element) || start.shadowRoot?.contains(element) || start === document.body)) return visited.length > 0 || ++nowhere > 3
      visited.push(await judge(element))
      return false
    },
    result() {
      axe.setup(document.body)
      const nameOf = (element) => {
        const node = axe.utils.getNodeFromTree(element)
        return (node && axe.commons.text.accessibleTextVirtual(node).trim()) || (element.localName === 'pre' ? element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 20) : '')
      }
      const stops = visited.map(({ element, faults }) => ({ what: whatIs(element), name: nameOf(element), faults }))
      axe.teardown()
      const came = visited.map(({ element }) => element)
      const scope = start === document.body ? roots() : [start.shadowRoot ?? start]
      const usable = scope.flatMap((root) => [...root.querySelectorAll(CONTROLS)]).filter((one) => !one.disabled && !one.closest('[inert], [aria-hidden=true]') && one.checkVisibility({ visibilityProperty: true }))
      // Of a group one is come to; the others are a matter of the arrow keys.
      const groups = new Set(came.filter(({ type }) => type === 'radio').map(({ name }) => name))
      const skipped = usable.filter((one) => !came.includes(one) && !(one.type === 'radio' && groups.has(one.name))).map(whatIs)
      const place = (element) => {
        for (;;) {
          const { host } = element.getRootNode()
          if (!host) return element
          element = host
        }
      }
      const inOrder = came.every((element, at) => at === 0 || place(came[at - 1]) === place(element) || (place(came[at - 1]).compareDocumentPosition(place(element)) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0)
      return { stops, skipped, inOrder }
    },
  }
}
`
