import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const built = new Map<string, Promise<string>>()

/** A module of this folder as one script for a page, where its exports are properties of a global. */
export function inPageScript(file: string, global: string): Promise<string> {
  const known = built.get(file)
  if (known) return known
  const script = bundle(fileURLToPath(new URL(file, import.meta.url)), global)
  built.set(file, script)
  return script
}

async function bundle(entry: string, name: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name } },
  })
  const output = (Array.isArray(result) ? result : [result]).flatMap((each) => ('output' in each ? each.output : []))
  const [chunk] = output
  if (chunk?.type !== 'chunk') throw new Error(`${entry} could not be built`)
  return chunk.code
}
