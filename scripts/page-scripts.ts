import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { parseSync } from 'vite'

/** The name under which `content/common.js` hands what it has to a site's script, in the world that both share and no page sees. */
const GLOBAL = 'adpledgeCommon'

/** A script without imports, and what it takes from modules that are in the common one. */
export interface Parted {
  code: string
  /** module → the names that it is asked for, and the script's own names for them */
  taken: ReadonlyMap<string, readonly { name: string; own: string }[]>
}

const IMPORT = /^import \{([^}]*)\} from "([^"]+)";\n/gm
const EXPORT = /^export \{([^}]*)\};\n?$/m

/** Takes the imports out of a module that was built with the common modules left outside. */
export function partImports(code: string): Parted {
  const taken = new Map<string, { name: string; own: string }[]>()
  const rest = code.replaceAll(IMPORT, (_, names: string, from: string) => {
    taken.set(from, [...(taken.get(from) ?? []), ...namesIn(names).map(([name, own]) => ({ name, own }))])
    return ''
  })
  if (/^(?:import|export)\b/m.test(rest)) throw new Error(`a script of pages imports or exports what it can't: ${/^(?:import|export)\b.*/m.exec(rest)?.[0]}`)
  return { code: rest, taken }
}

/** The common script's entry: all that any script takes, each under a short name. */
export function commonEntry(scripts: readonly Parted[]): { text: string; shortNames: ReadonlyMap<string, string> } {
  const wanted = new Map<string, { module: string; name: string }>()
  for (const { taken } of scripts) for (const [module, names] of taken) for (const { name } of names) wanted.set(`${module}:${name}`, { module, name })
  const keys = [...wanted.keys()].toSorted()
  const shortNames = new Map(keys.map((key, at) => [key, shortName(at)]))
  const lines = keys.map((key) => `export { ${wanted.get(key)?.name} as ${shortNames.get(key)} } from ${JSON.stringify(wanted.get(key)?.module)}\n`)
  return { text: lines.join(''), shortNames }
}

/** The common script, from its built module. */
export function commonScript(code: string): string {
  let given = ''
  const body = code.replace(EXPORT, (_, names: string) => {
    given = namesIn(names).map(([own, name]) => `${name}: ${own}`).join(', ')
    return ''
  })
  if (given === '') throw new Error('the common script gives nothing')
  return `globalThis.${GLOBAL} = (() => {\n${body}\nreturn { ${given} }\n})()\n`
}

/** A site's script, which runs after the common one. */
export function scriptOfSite({ code, taken }: Parted, shortNames: ReadonlyMap<string, string>): string {
  const parts = [...taken].flatMap(([module, names]) => names.map(({ name, own }) => `${shortNames.get(`${module}:${name}`)}: ${own}`))
  return `(({ ${parts.join(', ')} }) => {\n${code}\n})(${GLOBAL})\n`
}

/** Modules and all that they import when they are built, by their paths. */
export function reachOf(entries: readonly string[]): ReadonlySet<string> {
  const found = new Set(entries)
  for (const path of found) {
    if (!/\.tsx?$/.test(path)) continue
    const { module } = parseSync(path, readFileSync(path, 'utf8'))
    const asked = [
      ...module.staticImports.filter(({ entries: names }) => names.length === 0 || names.some(({ isType }) => !isType)).map(({ moduleRequest }) => moduleRequest.value),
      ...module.staticExports.flatMap(({ entries: names }) => names.filter(({ isType }) => !isType).flatMap(({ moduleRequest }) => moduleRequest?.value ?? [])),
    ]
    for (const request of asked) {
      const imported = resolve(dirname(path), request)
      if (request.startsWith('.') && existsSync(imported)) found.add(imported)
    }
  }
  return found
}

/** `a as b, c` → `[['a', 'b'], ['c', 'c']]` */
function namesIn(text: string): [string, string][] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const [first = '', second = first] = part.split(' as ')
      return [first, second]
    })
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'

function shortName(at: number): string {
  return at < LETTERS.length ? (LETTERS[at] ?? '') : `${LETTERS[Math.floor(at / LETTERS.length) - 1]}${LETTERS[at % LETTERS.length]}`
}
