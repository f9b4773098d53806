import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { commonEntry, commonScript, partImports, reachOf, scriptOfSite } from '../scripts/page-scripts.ts'
import { fileURLToPath } from 'node:url'

const SITE = `import { lookAt } from "/src/look.ts";
import { plain, add as add$1 } from "/src/text.ts";
const add = 1;
globalThis.told = add$1(plain(lookAt()), add);
`

describe('scripts of pages in two parts', () => {
  it('give one to the other what it takes, and nothing else', () => {
    const part = partImports(SITE)
    const { text, shortNames } = commonEntry([part, partImports('import { plain } from "/src/text.ts";\nplain();\n')])
    expect(text).toBe(`export { lookAt as a } from "/src/look.ts"\nexport { add as b } from "/src/text.ts"\nexport { plain as c } from "/src/text.ts"\n`)
    const common = commonScript('const lookAt = () => " 2 ";\nfunction add(a, b) {\n\treturn a + b;\n}\nconst plain = (text) => Number(text.trim());\nexport { lookAt as a, add as b, plain as c };\n')
    const world: Record<string, unknown> = {}
    // As in browsers: one after the other, in one world, and again after an update.
    for (const script of [common, scriptOfSite(part, shortNames), common, scriptOfSite(part, shortNames)]) runInNewContext(script, world)
    expect(world['told']).toBe(3)
    expect(Object.keys(world)).toEqual(['adpledgeCommon', 'told'])
  })

  it('refuse what they could not hand over', () => {
    expect(() => partImports('import * as all from "/src/look.ts";\nall.lookAt();\n')).toThrow('import * as all')
    expect(() => partImports('export const a = 1;\n')).toThrow('export const a')
    expect(() => commonScript('const a = 1;\n')).toThrow('gives nothing')
  })

  it('find what a module brings along, and not what is only a type', () => {
    const src = fileURLToPath(new URL('../src/', import.meta.url))
    const names = [...reachOf([`${src}sites/reading.ts`])].map((path) => path.slice(src.length))
    expect(names).toContain('sites/visible-text.ts')
    expect(names).toContain('sites/text.ts')
    expect(names).not.toContain('sites/types.ts')
  })
})

