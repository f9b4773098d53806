import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import type { BrowserKind } from '../harness/find.ts'
import { needBrowser } from '../harness/install.ts'
import { openPlainPage } from '../harness/session.ts'
import { mendComments } from '../harness/saved-page.ts'
import { readVerdicts } from '../harness/verdicts.ts'
import { sites } from '../src/sites/registry.ts'

/** `detect FILE.html --site ID [--browser chromium|firefox]`: what the site's adapter says of a saved page, as JSON. */

const USAGE = `usage: npm run -s detect -- FILE.html --site ${sites.map((site) => site.id).join('|')} [--browser chromium|firefox]`

function fail(message: string): never {
  console.error(message)
  process.exit(2)
}

function readArguments() {
  try {
    return parseArgs({ allowPositionals: true, options: { site: { type: 'string' }, browser: { type: 'string', default: 'chromium' } } })
  } catch (error) {
    return fail(`${(error as Error).message}\n${USAGE}`)
  }
}

const { positionals, values } = readArguments()
const [file, ...more] = positionals
const site = sites.find((candidate) => candidate.id === values.site)
const kind = values.browser as BrowserKind
if (file === undefined || more.length > 0 || !site) fail(USAGE)
if (kind !== 'chromium' && kind !== 'firefox') fail(`unknown browser "${values.browser}"\n${USAGE}`)

let html: string
try {
  html = readFileSync(resolve(process.env['ADPLEDGE_CWD'] ?? '.', file), 'utf8')
} catch (error) {
  fail(`${file}: ${(error as Error).message}`)
}

const { html: body, mended } = mendComments(html)
if (mended) console.error(`${file}: a comment closed as "-- >" would hide the rest of the page; read as if it were closed`)

const address = new URL('/', site.home).href
const session = await openPlainPage(await needBrowser(kind), (url) =>
  url.href === address ? { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body } : null,
)
try {
  await session.page.goto(address, { waitUntil: 'load' })
  // Scripts of the saved page may still fill in labels.
  await sleep(300)
  const posts = await readVerdicts(session.page, site.id)
  console.log(JSON.stringify(posts.map(({ verdict, advertiser, evidence }) => ({ verdict, advertiser, evidence })), null, 2))
} finally {
  await session.close()
}
