/**
 * The registry's text with one more site: an import in the order of ids, and its place after all others.
 * @throws Error when the site is there, or the text has another form
 */
export function registered(registry: string, id: string): string {
  const line = `import { about as ${id} } from './${id}.ts'`
  const imports = [...registry.matchAll(/^import \{ about as \w+ \} from .*$/gm)].map(([found]) => found)
  const [list, before = '', ids = ''] = /(export const sites: readonly SiteAbout\[\] = \[)([^\]]*)\]/.exec(registry) ?? []
  const last = imports.at(-1)
  if (!list || last === undefined) throw new Error('the registry has another form')
  if (imports.includes(line)) throw new Error(`${id} is registered already`)
  const next = imports.find((other) => other > line)
  const withImport = next ? registry.replace(next, `${line}\n${next}`) : registry.replace(last, `${last}\n${line}`)
  return withImport.replace(list, `${before}${ids}, ${id}]`)
}
