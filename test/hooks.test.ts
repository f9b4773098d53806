import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const HOOKS = new URL('../scripts/hooks.mjs', import.meta.url)
let folder: string
/** Nobody's settings but the clone's own. */
const environment = () => ({ ...process.env, CI: '', GIT_CONFIG_GLOBAL: join(folder, 'global'), GIT_CONFIG_NOSYSTEM: '1' })
const git = (...words: string[]) => spawnSync('git', words, { cwd: folder, env: environment(), encoding: 'utf8' })
const hooksPath = () => git('config', 'core.hooksPath').stdout.trim()

function useHooks(more: Record<string, string> = {}): void {
  const code = `import { useHooks } from ${JSON.stringify(HOOKS.href)}; useHooks(${JSON.stringify(folder)})`
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], { env: { ...environment(), ...more }, encoding: 'utf8' })
  expect([status, stderr]).toEqual([0, ''])
}

describe.skipIf(spawnSync('git', ['--version']).status !== 0)('what is run before a commit', { timeout: 60_000 }, () => {
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'adpledge-hooks-'))
    git('init', '-q')
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('is set in a clone, once', () => {
    useHooks()
    useHooks()
    expect(hooksPath()).toBe('.githooks')
  })

  it('is what somebody chose, in the clone or for all', () => {
    git('config', 'core.hooksPath', 'mine')
    useHooks()
    expect(hooksPath()).toBe('mine')
    git('config', '--unset', 'core.hooksPath')
    writeFileSync(join(folder, 'global'), '[core]\n\thooksPath = everywhere\n')
    useHooks()
    expect(hooksPath()).toBe('everywhere')
  })

  it('is nothing in CI, in a further work tree and in a folder that is no clone', () => {
    useHooks({ CI: 'true' })
    expect(hooksPath()).toBe('')
    rmSync(join(folder, '.git'), { recursive: true })
    useHooks()
    writeFileSync(join(folder, '.git'), 'gitdir: elsewhere\n')
    useHooks()
    rmSync(join(folder, '.git'))
    mkdirSync(join(folder, '.git'))
    useHooks()
    expect(hooksPath()).toBe('')
  })
})
