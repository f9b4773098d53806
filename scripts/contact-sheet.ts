import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { needBrowser } from '../harness/install.ts'
import { languagesIn } from '../harness/languages.ts'
import { ListHost } from '../harness/list-host.ts'
import { openPlainPage } from '../harness/session.ts'
import { buildExtension } from './build.ts'
import { compose } from './contact/compose.ts'
import { openContext } from './contact/context.ts'
import { fill, publishList } from './contact/fill.ts'
import { type Look, MODES, type Shot, shoot, take, WIDTHS } from './contact/look.ts'
import { type Shown, SHOWN } from './contact/shown.ts'

/** `contact-sheet`: every page in light and dark, narrow and wide, in four languages, side by side; see docs/contact-sheets.md. */

/** Short words, long words, right to left, and no spaces. */
const LANGUAGES = ['en', 'de', 'ar', 'ja']
const SHEETS = 'docs/images/contact'
/** Where sheets go that don't show everything. */
const PARTS = '.cache/contact'
/** Not `dist/`, which somebody may have loaded. */
const BUILD = '.cache/contact-chrome'
/** Browsers at once. */
const AT_ONCE = 2

const USAGE = `usage: npm run contact-sheet -- [--page ID]… [--language LANGUAGE]… [--mode light|dark]… [--width ${WIDTHS.join('|')}]… [--full DIR]
pages: ${SHOWN.map(({ id }) => id).join(', ')}`

function fail(message: string): never {
  console.error(`${message}\n${USAGE}`)
  process.exit(2)
}

function readArguments() {
  const many = { type: 'string', multiple: true } as const
  try {
    return parseArgs({ options: { page: many, language: many, mode: many, width: many, full: { type: 'string' } } }).values
  } catch (error) {
    return fail((error as Error).message)
  }
}

/** Those of some choices that are asked for, or all. */
function chosen<Choice>(all: readonly Choice[], asked: readonly string[] | undefined, what: string, name: (choice: Choice) => string = String): Choice[] {
  const unknown = asked?.find((one) => !all.some((choice) => name(choice) === one))
  if (unknown !== undefined) fail(`no ${what} "${unknown}"`)
  return all.filter((choice) => !asked || asked.includes(name(choice)))
}

const values = readArguments()
const available = languagesIn()
for (const language of values.language ?? LANGUAGES) if (!available.includes(language)) console.log(`${language}: skipped, there are no texts of it in public/_locales`)
const languages = (values.language ?? LANGUAGES).filter((language) => available.includes(language))
const shown = chosen(SHOWN, values.page, 'page', ({ id }) => id)
const modes = chosen(MODES, values.mode, 'mode')
const widths = chosen(WIDTHS, values.width, 'width')
const isPart = Boolean(values.language ?? values.mode ?? values.width) || languages.length < LANGUAGES.length
const full = values.full === undefined ? null : resolve(process.env['ADPLEDGE_CWD'] ?? '.', values.full)
if (full !== null) mkdirSync(full, { recursive: true })

const browser = await needBrowser('chromium')
const extension = resolve(await buildExtension('chrome', BUILD))
const shots = new Map<string, Shot[]>(shown.map(({ id }) => [id, []]))
const host = await ListHost.open()
const list = { address: host.address(), key: publishList(host) }
const problems: string[] = []
try {
  const waiting = [...languages]
  const work = async () => {
    for (let language = waiting.shift(); language !== undefined; language = waiting.shift()) await shootLanguage(language)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  await writeSheets(isPart ? PARTS : SHEETS)
} finally {
  await host.close()
  rmSync(BUILD, { recursive: true, force: true })
}
for (const problem of problems) console.error(problem)
process.exit(problems.length > 0 ? 1 : 0)

async function shootLanguage(language: string): Promise<void> {
  const context = await openContext(browser, extension, language).catch((error: Error) => void problems.push(`${language}: ${error.message}`))
  if (!context) return
  try {
    for (const state of ['new', 'filled'] as const) {
      const pages = shown.filter((one) => one.state === state)
      if (state === 'filled' && pages.length > 0) await fill(context.tool, language, list)
      for (const one of pages) {
        const page = await one.open(context)
        for (const width of widths.filter((width) => one.widths.includes(width))) {
          for (const mode of modes) await shootLook(page, one, language, { mode, width })
        }
        await page.close()
      }
    }
  } catch (error) {
    problems.push(`${language}: ${(error as Error).message}`)
  } finally {
    await context.session.close()
  }
}

async function shootLook(page: Awaited<ReturnType<Shown['open']>>, { id, cuts, arrange }: Shown, language: string, look: Look): Promise<void> {
  const cut = cuts[look.width] ?? look.width
  // What is arranged in a window is seen in it alone.
  await take(page, look, arrange ? cut : undefined)
  await arrange?.(page, look)
  shots.get(id)?.push({ ...look, language, ...(await shoot(page, look.width, cut, arrange === undefined)) })
  if (full !== null) await page.screenshot({ path: `${full}/${id}-${language}-${look.mode}-${look.width}.png`, fullPage: arrange === undefined })
}

async function writeSheets(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const { page, close } = await openPlainPage(browser, () => null)
  try {
    for (const { id, title } of shown) {
      const own = shots.get(id) ?? []
      const inOrder = MODES.flatMap((mode) => languages.flatMap((language) => own.filter((shot) => shot.mode === mode && shot.language === language)))
      if (inOrder.length === 0) continue
      const image = await compose(page.browser(), title, inOrder)
      writeFileSync(`${folder}/${id}.webp`, image)
      console.log(`${folder}/${id}.webp: ${Math.ceil(image.length / 1_000)} kB`)
    }
  } finally {
    await close()
  }
}
