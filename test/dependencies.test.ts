import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import project from '../package.json' with { type: 'json' }
import lock from '../package-lock.json' with { type: 'json' }

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
const all: Record<string, string> = { ...project.dependencies, ...project.devDependencies }
const table = read('docs/dependencies.md').split('\n').filter((line) => line.startsWith('| `'))
/** Where a version comes from, when the lock says it. */
const REGISTRY = 'https://registry.npmjs.org/'

interface Locked {
  version?: string
  integrity?: string
  resolved?: string
  link?: boolean
  hasInstallScript?: boolean
}

const locked = Object.entries(lock.packages as Record<string, Locked>).filter(([path]) => path !== '')

describe('dependencies', () => {
  it('are in the table, each with its reason, and nothing else is', () => {
    const named = table.flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name))
    expect(named.toSorted()).toEqual(Object.keys(all).toSorted())
    expect(table.filter((line) => (line.split('|')[2] ?? '').trim().length < 10)).toEqual([])
  })

  it('have exact versions, which are those of the lock', () => {
    expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
    expect(Object.fromEntries(Object.keys(all).map((name) => [name, (lock.packages as Record<string, Locked>)[`node_modules/${name}`]?.version]))).toEqual(all)
  })

  it('are locked with a hash, from the public registry alone', () => {
    expect(locked.length).toBeGreaterThan(100)
    expect(locked.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? '')).map(([path]) => path)).toEqual([])
    expect(locked.filter(([, { resolved, link }]) => link === true || (resolved !== undefined && !resolved.startsWith(REGISTRY))).map(([path]) => path)).toEqual([])
    const addresses = read('package-lock.json').match(/"(?:resolved|version)": "(?:https?|git|file)[^"]*"/g) ?? []
    expect(addresses.filter((address) => !address.startsWith(`"resolved": "${REGISTRY}`))).toEqual([])
  })

  it('run nothing when they are installed, and only those have a script for that which are known to work without', () => {
    expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m)
    // Optional ones for other systems aside.
    expect(locked.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path.replace(/.*node_modules\//, '')).filter((name) => name !== 'fsevents')).toEqual(['esbuild'])
  })
})
