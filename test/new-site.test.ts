import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { registered } from '../scripts/new-site/registry.ts'

const FOLDER = new URL('../scripts/new-site/', import.meta.url)
const REGISTRY = readFileSync(new URL('../src/sites/registry.ts', import.meta.url), 'utf8')

const importsOf = (text: string) => [...text.matchAll(/about as (\w+)/g)].map((found) => found[1])
const listOf = (text: string) => /= \[([^\]]*)\]/.exec(text)?.[1]?.split(', ')

describe('a new site', () => {
  it.each(['aaa', 'meadow', 'zzz'])('is registered: %s', (id) => {
    const text = registered(REGISTRY, id)
    expect(importsOf(text)).toEqual([...importsOf(REGISTRY), id].toSorted((a, b) => ((a ?? '') < (b ?? '') ? -1 : 1)))
    expect(listOf(text)).toEqual([...(listOf(REGISTRY) ?? []), id])
    // Nothing else is touched.
    expect(text.split('\n').filter((line) => !line.includes(id))).toEqual(REGISTRY.split('\n').filter((line) => !line.startsWith('export const sites')))
  })

  it('is not registered twice, nor in something else', () => {
    expect(() => registered(REGISTRY, 'x')).toThrow('registered already')
    expect(() => registered('const sites = []', 'meadow')).toThrow('another form')
  })

  it('is made from templates with nothing in them but its id, name and host', () => {
    const templates = readdirSync(FOLDER).filter((file) => file.endsWith('.txt'))
    expect(templates).toHaveLength(4)
    const places = templates.flatMap((file) => [...readFileSync(new URL(file, FOLDER), 'utf8').matchAll(/__\w+?__/g)].map(([place]) => place))
    expect(new Set(places)).toEqual(new Set(['__id__', '__Name__', '__host__']))
  })
})
