import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import project from '../package.json' with { type: 'json' }

const FOLDER = new URL('../.github/workflows/', import.meta.url)
const FILES = readdirSync(FOLDER)
const read = (name: string) => readFileSync(new URL(name, FOLDER), 'utf8')
/** Without comments. */
const linesOf = (text: string) => text.split('\n').map((line) => line.replace(/(^| )#.*/, ''))
const releasing = readFileSync(new URL('../docs/releasing.md', import.meta.url), 'utf8')

describe('workflows', () => {
  it('are one that tests and one that releases', () => {
    expect(FILES.toSorted()).toEqual(['ci.yml', 'release.yml'])
  })

  it('run the same as everybody, and release nothing that wasn’t tested', () => {
    expect(linesOf(read('ci.yml'))).toContain('      - run: .ci/run')
    const release = read('release.yml')
    expect(release).toContain('uses: ./.github/workflows/ci.yml')
    const jobs = release.slice(release.indexOf('\njobs:\n')).split(/^ {2}(?=\w+:$)/m).slice(1)
    const needs = Object.fromEntries(jobs.map((job) => [job.slice(0, job.indexOf(':')), /^ {4}needs: (.*)$/m.exec(job)?.[1] ?? '']))
    expect(needs).toEqual({ test: '', list: 'test', package: 'test', github: 'package', chrome: '[package, list]', firefox: '[package, list]' })
  })

  describe.each(FILES)('%s', (file) => {
    const lines = linesOf(read(file))

    it('may only read, but where a job says more', () => {
      expect(read(file)).toMatch(/^permissions:\n {2}contents: read\n(?! )/m)
      const rights = lines.filter((line) => /^ {6}\w[\w-]*: (write|read|none)$/.test(line)).map((line) => line.trim())
      expect(new Set(rights)).toEqual(new Set(file === 'release.yml' ? ['contents: write'] : []))
    })

    it('uses other people’s actions by what they are, not by a name that can be moved', () => {
      const uses = read(file).split('\n').flatMap((line) => /uses: (.*)$/.exec(line)?.[1] ?? [])
      expect(uses.length).toBeGreaterThan(0)
      expect(uses.filter((use) => !/^actions\/[\w-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/.test(use) && use !== './.github/workflows/ci.yml')).toEqual([])
    })

    it('calls scripts that there are', () => {
      const called = lines.flatMap((line) => [...line.matchAll(/npm run (?:-s )?([\w:-]+)/g)].map(([, name = '']) => name))
      expect(called.filter((name) => !(name in project.scripts))).toEqual([])
    })

    it('gets secrets as variables of one step, never into a command', () => {
      const expressions = lines.filter((line) => line.includes('${{') && /secrets|vars|github\.(event|token|head)/.test(line))
      expect(expressions.filter((line) => !/^ {4,10}[A-Z_]+: [\w/]*(\$\{\{ (secrets|vars)\.[A-Z_]+ \}\}|\$\{\{ github\.token \}\})$/.test(line) && !/^ {2}cancel-in-progress: /.test(line))).toEqual([])
    })

    it('keeps no token of its own where a step after it could take it', () => {
      expect(read(file).match(/actions\/checkout@/g)?.length ?? 0).toBe(read(file).match(/persist-credentials: false/g)?.length ?? 0)
    })
  })

  it('need what docs/releasing.md says must be set, and nothing else', () => {
    const told = [...releasing.matchAll(/^\| (.*?) \|/gm)].flatMap(([, cell = '']) => [...cell.matchAll(/`([A-Z_]+)`/g)].map(([, name = '']) => name))
    const needed = FILES.flatMap((file) => [...read(file).matchAll(/\b(?:secrets|vars)\.([A-Z_]+)/g)].map(([, name = '']) => name))
    expect(told.toSorted()).toEqual([...new Set(needed)].toSorted())
  })
})
