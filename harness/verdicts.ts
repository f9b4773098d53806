import { fileURLToPath } from 'node:url'
import type { Page } from 'puppeteer-core'
import { build } from 'vite'
import type { Advertiser, Evidence, Verdict } from '../src/sites/types.ts'

/** What an adapter says of one post. */
export interface PostVerdict {
  /** The demo's id of the post; null outside the demo. */
  id: string | null
  verdict: Verdict
  advertiser: Advertiser
  evidence: Evidence[]
}

const ENTRY = fileURLToPath(new URL('sites-in-page.ts', import.meta.url))
let bundle: Promise<string> | null = null

/** The adapters as one script, the same code that the content script holds. */
function sitesScript(): Promise<string> {
  bundle ??= build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: { write: false, minify: false, lib: { entry: ENTRY, formats: ['iife'], name: 'adpledgeSites' } },
  }).then((result) => {
    const output = (Array.isArray(result) ? result : [result]).flatMap((built) => ('output' in built ? built.output : []))
    const [chunk] = output
    if (chunk?.type !== 'chunk') throw new Error('the adapters could not be built')
    return chunk.code
  })
  return bundle
}

/**
 * Runs a site's adapter over every post of a page.
 * @throws Error for an unknown site
 */
export async function readVerdicts(page: Page, site: string): Promise<PostVerdict[]> {
  const script = await sitesScript()
  return page.evaluate(`(() => { ${script}; return adpledgeSites.verdicts(${JSON.stringify(site)}) })()`) as Promise<PostVerdict[]>
}
