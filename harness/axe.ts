import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import type { AxeResults, ContextSpec, RunOptions } from 'axe-core'
import type { Page } from 'puppeteer-core'
import { openToPage } from './shadow.ts'

/** Runs axe-core in a page, handed over by the driver: the extension's own pages let no foreign script in. */

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export interface Finding {
  rule: string
  /** Selectors, from the document through shadow trees. */
  target: string
  why: string
}

/** All of WCAG 2.2 up to AA, and what axe holds to be good practice. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** Part of WCAG 2.2 AA, but off unless asked for. */
const TARGET_SIZE = 'target-size'

/** What axe finds wrong in a page of the extension, and what it can't decide and leaves to people. */
export function findings(page: Page): Promise<Finding[]> {
  return run(page, null, ['violations', 'incomplete'], true)
}

/**
 * The same in the closed shadow trees of elements, as badges have them. Not the size of targets: axe measures the box of a button,
 * and what can be pressed of a badge is larger; the tests of the keyboard try that with the pointer.
 */
export async function findingsInShadows(page: Page, selector: string): Promise<Finding[]> {
  await openToPage(page, selector)
  const found = await run(page, { include: [[selector]] }, ['violations', 'incomplete'], false)
  // It doesn't decide on the colours of links whose lines lie closely, or that a card has scrolled away; see passedInShadows.
  return found.filter(({ rule, why }) => rule !== 'color-contrast' || !/could not be determined because it (is overlapped by another element|partially overlaps other elements)/.test(why))
}

/** What a rule has looked at there and found right, by its target. */
export async function passedInShadows(page: Page, selector: string, rule: string): Promise<string[]> {
  await openToPage(page, selector)
  const all = await run(page, { include: [[selector]] }, ['passes'], false)
  return all.filter((finding) => finding.rule === rule).map(({ target }) => target)
}

async function run(page: Page, context: ContextSpec | null, kinds: (keyof AxeResults & ('violations' | 'passes' | 'incomplete'))[], targetSize: boolean): Promise<Finding[]> {
  await load(page)
  // What is half transparent on its way in has half its contrast.
  await page.evaluate(SETTLED)
  const options: RunOptions = { runOnly: { type: 'tag', values: TAGS }, rules: { [TARGET_SIZE]: { enabled: targetSize } } }
  return page.evaluate(`axe.run(${context === null ? 'document' : JSON.stringify(context)}, ${JSON.stringify(options)}).then((results) => ${JSON.stringify(kinds)}.flatMap((kind) => results[kind]).flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => ({ rule: id, target: target.flat().join(' >>> '), why: failureSummary ?? '' }))))`) as Promise<Finding[]>
}

const SETTLED = `Promise.allSettled([document, ...Array.from(document.querySelectorAll('*'), ({ shadowRoot }) => shadowRoot)].flatMap((root) => root?.getAnimations() ?? []).map(({ finished }) => finished)).then(() => null)`

/** axe as a global of the page. */
export async function load(page: Page): Promise<void> {
  if (await page.evaluate('typeof axe === "undefined"')) await page.evaluate(`${SOURCE};undefined`)
}
