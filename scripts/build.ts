import { existsSync } from 'node:fs'
import { build } from 'vite'
import { ListError } from '../src/list/schema.ts'
import { packageSize } from './package-size.ts'

export type Target = 'chrome' | 'firefox'

/**
 * Builds the extension.
 * @param outDir where to, `dist/TARGET` unless given
 * @param environment variables of `adpledge.config.json` to override
 */
export async function buildExtension(target: Target, outDir = `dist/${target}`, environment: Record<string, string> = {}): Promise<string> {
  const before = { ...process.env }
  Object.assign(process.env, environment, { ADPLEDGE_OUT: outDir })
  try {
    await build({ mode: target, logLevel: 'warn' })
  } finally {
    process.env = before
  }
  if (!existsSync(`${outDir}/manifest.json`)) throw new Error(`the build left no ${outDir}/manifest.json`)
  return outDir
}

if (process.argv[1]?.endsWith('build.ts')) {
  try {
    for (const target of ['chrome', 'firefox'] as const) {
      const folder = await buildExtension(target)
      console.log(`${target}: ${folder}, ${Math.ceil(packageSize(folder) / 1024)} kB as a package`)
    }
  } catch (error) {
    // A faulty list is told to people who edit lists, not with a stack of calls.
    const fault = findListError(error)
    console.error(fault ? fault.message : error)
    process.exit(1)
  }
}

/** Vite wraps what plugins throw. */
function findListError(error: unknown): Error | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof ListError || cause.name === 'ListError') return cause
    const message = /lists\/[\s\S]*? has \d+ faults?:[\s\S]*?(?=\n\s+at |$)/.exec(cause.message)
    if (message) return new Error(message[0])
  }
  return null
}
