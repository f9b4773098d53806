import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { needBrowser } from '../harness/install.ts'
import { ListHost } from '../harness/list-host.ts'
import { openPlainPage } from '../harness/session.ts'
import { buildExtension } from './build.ts'
import { openContext } from './contact/context.ts'
import { fill, publishList } from './contact/fill.ts'
import { SCENES } from './store/scenes.ts'
import { drawTile, TILES } from './store/tiles.ts'

/** `store [--language LANGUAGE]…`: the pictures of the stores' pages; see store/README.md. */

const IMAGES = 'store/images'
/** Not `dist/`, which somebody may have loaded. */
const BUILD = '.cache/store-chrome'
/** Those that have a long description. */
const LANGUAGES = readdirSync('store/descriptions').map((name) => name.replace(/\.txt$/, ''))
const USAGE = `usage: npm run store -- [--language ${LANGUAGES.join('|')}]…`

function readLanguages(): string[] {
  try {
    const { language } = parseArgs({ options: { language: { type: 'string', multiple: true } } }).values
    const unknown = language?.find((one) => !LANGUAGES.includes(one))
    if (unknown !== undefined) throw new Error(`no description in "${unknown}"`)
    return language ?? LANGUAGES
  } catch (error) {
    console.error(`${(error as Error).message}\n${USAGE}`)
    process.exit(2)
  }
}

function save(path: string, image: Uint8Array): void {
  writeFileSync(path, image)
  console.log(`${path}: ${Math.ceil(image.length / 1_000)} kB`)
}

const languages = readLanguages()
const browser = await needBrowser('chromium')
const extension = resolve(await buildExtension('chrome', BUILD))
const host = await ListHost.open()
const list = { address: host.address(), key: publishList(host) }
try {
  mkdirSync(IMAGES, { recursive: true })
  const plain = await openPlainPage(browser, () => null)
  try {
    for (const tile of TILES) save(`${IMAGES}/${tile.file}`, await drawTile(plain.page, tile))
  } finally {
    await plain.close()
  }
  for (const language of languages) await drawLanguage(language)
} finally {
  await host.close()
  rmSync(BUILD, { recursive: true, force: true })
}

async function drawLanguage(language: string): Promise<void> {
  const context = await openContext(browser, extension, language)
  try {
    mkdirSync(`${IMAGES}/${language}`, { recursive: true })
    for (const isFilled of [false, true]) {
      if (isFilled) await fill(context.tool, language, list)
      for (const { name, draw } of SCENES.filter((scene) => scene.isFilled === isFilled)) save(`${IMAGES}/${language}/${name}.jpg`, await draw(context))
    }
  } finally {
    await context.session.close()
  }
}
