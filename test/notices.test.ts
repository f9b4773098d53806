import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { describe, expect, it } from 'vitest'
import { noticeOf, noticesText } from '../scripts/notices.ts'
import { noticesFor, packageFolder, thirdPartyNotices } from '../scripts/notices-plugin.ts'

const MIT = (holder: string, quote = '"') => `MIT License\n\nCopyright (c) ${holder}\n\nPermission is granted,\nfree of charge.\n\nPROVIDED ${quote}AS IS${quote}\n`

const of = (name: string, text: string) => ({ name, licence: 'MIT', text, source: '' })
const names = (modules: string[]) => noticesFor(modules).map(({ name }) => name.replace(/ \d.*/, ''))

interface Made {
  license?: unknown
  repository?: unknown
  files?: Record<string, string>
}

/** A folder that has one installed package. */
function withPackage({ files = { LICENSE: MIT('Ada') }, ...said }: Made): { root: string; folder: string } {
  const root = mkdtempSync(join(tmpdir(), 'adpledge-notices-'))
  const folder = join(root, 'node_modules', 'made-up')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'made-up', version: '1.0.0', main: 'index.js', type: 'module', ...said }))
  writeFileSync(join(folder, 'index.js'), 'export const said = document.title')
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  writeFileSync(join(root, 'entry.js'), "import { said } from 'made-up'\nconsole.log(said)")
  return { root, folder }
}

const builtFrom = (made: Made) => {
  const { root } = withPackage(made)
  return build({ root, configFile: false, logLevel: 'silent', plugins: [thirdPartyNotices()], build: { write: false, rollupOptions: { input: join(root, 'entry.js') } } })
}

describe('the notices of a build', { timeout: 60_000 }, () => {
  it('name what is in it', async () => {
    const [result] = [await builtFrom({ license: 'MIT' })].flat()
    const notices = result && 'output' in result ? result.output.find(({ fileName }) => fileName === 'THIRD-PARTY-NOTICES.txt') : undefined
    expect(notices?.type === 'asset' && notices.source).toContain('made-up 1.0.0\nCopyright (c) Ada\n')
  })

  it.each([
    ['no licence', {}, 'made-up 1.0.0 is in the package and says no licence'],
    ['one that isn’t known', { license: 'SEE LICENSE IN X' }, 'a licence that is not dealt with: SEE LICENSE IN X'],
    ['one without its text', { license: 'MIT', files: {} }, 'without the text of its licence'],
    ['nobody who holds the copyright', { license: 'MIT', files: { LICENSE: 'MIT License\n\nPermission is granted.' } }, 'names nobody who holds the copyright'],
    ['no address of a source that must be had', { license: 'MPL-2.0' }, 'doesn’t say where its source is, which MPL-2.0 asks for'],
  ])('fail it where a package has %s', async (_, made: Made, message) => {
    await expect(builtFrom(made)).rejects.toThrow(message)
  })
})

describe('notices', () => {
  it('have each licence once, with all who have it', () => {
    const text = noticesText({ name: 'Own', text: MIT('us') }, [of('b 2', `The MIT License (MIT)\n\n${MIT('B', '“')}`), of('a 1', MIT('A').replaceAll('granted,\n', 'granted, ')), of('c 3', 'ISC License\nCopyright (c) 2020, C\n\nOther words.')])
    expect(text).toBe('Own\nCopyright (c) us\na 1\nCopyright (c) A\nb 2\nCopyright (c) B\n\nPermission is granted, free of charge.\n\nPROVIDED "AS IS"\n\n---\n\nc 3\nCopyright (c) 2020, C\n\nOther words.\n')
  })

  it('say where the source is of what must be handed on with it', () => {
    const { folder } = withPackage({ license: 'MPL-2.0', repository: { url: 'git+ssh://git@code.example/made-up.git' } })
    expect(noticesText({ name: 'Own', text: MIT('us') }, [noticeOf(folder)])).toMatch(/^made-up 1\.0\.0\nMPL-2\.0: https:\/\/www\.mozilla\.org\/MPL\/2\.0\/\nSource: https:\/\/code\.example\/made-up\n/)
  })

  it('are for packages that modules are from, the bundler’s helpers, and data made from others’', () => {
    expect(packageFolder('/a/src/x.ts')).toBeNull()
    expect(packageFolder('\0/a/node_modules/b/node_modules/@c/d/e/f.js?commonjs-module')).toBe('/a/node_modules/b/node_modules/@c/d')
    expect(names(['/a/src/x.ts'])).toEqual(['The lists'])
    expect(names(['\0rolldown/runtime.js'])).toEqual(['The lists', 'rolldown'])
    expect(names(['/a/src/distribution/suffix-rules.ts'])).toEqual(['The lists', 'Public Suffix List, in another form', 'tldts'])
  })
})
