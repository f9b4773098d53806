import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { registered } from './new-site/registry.ts'

/** `new-site NAME [--host HOST]`: adapter, words, fixture and test of a further site, from templates, and its place in the registry. */

const USAGE = 'usage: npm run new-site -- NAME [--host www.name.com], where NAME is lower-case letters and digits'
const ROOT = new URL('../', import.meta.url)
const REGISTRY = new URL('src/sites/registry.ts', ROOT)
/** Where each template goes. */
const FILES: Readonly<Record<string, (id: string) => string>> = {
  'adapter.ts.txt': (id) => `src/sites/${id}.ts`,
  'data.json.txt': (id) => `src/sites/${id}.data.json`,
  'fixture.ts.txt': (id) => `harness/sites/${id}.ts`,
  'spec.ts.txt': (id) => `e2e/sites/${id}.spec.ts`,
}

function fail(message: string): never {
  console.error(message)
  process.exit(2)
}

function readArguments(): { id: string; host: string } {
  try {
    const { positionals, values } = parseArgs({ allowPositionals: true, options: { host: { type: 'string' } } })
    const [id = '', ...more] = positionals
    const host = values.host ?? `www.${id}.com`
    if (!/^[a-z][a-z0-9]{0,30}$/.test(id) || more.length > 0) return fail(USAGE)
    if (!/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(host)) return fail(`"${host}" is no host\n${USAGE}`)
    return { id, host }
  } catch (error) {
    return fail(`${(error as Error).message}\n${USAGE}`)
  }
}

const { id, host } = readArguments()
const targets = Object.entries(FILES).map(([template, pathOf]) => ({ template: new URL(`scripts/new-site/${template}`, ROOT), path: pathOf(id) }))
const there = targets.find(({ path }) => existsSync(new URL(path, ROOT)))
if (there) fail(`${there.path} is there already`)

for (const { template, path } of targets) {
  const text = readFileSync(template, 'utf8')
  const filled = text.replaceAll('__id__', id).replaceAll('__Name__', id.charAt(0).toUpperCase() + id.slice(1)).replaceAll('__host__', host)
  writeFileSync(new URL(path, ROOT), filled)
  console.log(`made        ${path}`)
}
writeFileSync(REGISTRY, registered(readFileSync(REGISTRY, 'utf8'), id))
console.log(`registered  ${fileURLToPath(REGISTRY).slice(fileURLToPath(ROOT).length)}`)
console.log(`\nNow write down in the fixture what the site's pages look like (at least 8 ads and 12 traps), make the adapter right by
it, and add its row to the README's table of feeds. npm test says what is missing.`)
