import { describe, expect, it } from 'vitest'
import { EVIDENCE_KINDS } from '../src/list/types.ts'
import { evidenceText, levelText } from '../src/shared/match-text.ts'
import { inReal, realLookup, NOTHING } from './lists.ts'
import { translate } from './translate.ts'

const text = (kind: (typeof EVIDENCE_KINDS)[number], value: string) => evidenceText([EVIDENCE_KINDS.indexOf(kind), value], translate)
/** What the card says of the first entry found. */
const said = (clues: Partial<typeof NOTHING>) => realLookup.find({ ...NOTHING, ...clues }).flatMap((match) => [levelText(match, translate), ...match.evidence.map((evidence) => evidenceText(evidence, translate))])

describe('what is said of a match', () => {
  it('is another text for each level', () => {
    expect(levelText({ level: 'certain' }, translate)).not.toBe(levelText({ level: 'likely' }, translate))
    expect(levelText({ level: 'likely' }, translate)).toMatch(/likely/i)
    expect(levelText({ level: 'certain' }, translate)).not.toMatch(/likely/i)
  })

  it('is another text for each kind of evidence, which holds what was read', () => {
    const texts = EVIDENCE_KINDS.map((kind) => text(kind, 'Zyxo'))
    for (const each of texts) expect(each).toContain('Zyxo')
    expect(new Set(texts).size).toBe(EVIDENCE_KINDS.length)
  })

  it('has texts of its own where nothing can be named', () => {
    const unreadable = text('elsewhere', '')
    const spelling = text('tail', '')
    expect(unreadable).not.toBe(text('elsewhere', ' ').trim())
    for (const each of [unreadable, spelling]) expect(each).not.toMatch(/“”|""|\$|  | $/)
    expect(unreadable).not.toBe(spelling)
  })

  it('names what was read as it stood there', () => {
    expect(said({ name: 'UNILEVER™' }).join('\n')).toContain('UNILEVER™')
    expect(said({ name: 'Unilever', landing: 'https://www.evil.example/x' }).join('\n')).toContain('evil.example')
    expect(said({ name: 'Unilever Canada' }).join('\n')).toContain('canada')
    expect(said({ page: 'Unilever.Canada' }).join('\n')).toContain('Unilever.Canada')
    expect(inReal.answer({ name: 'Unilever', landing: 'nowhere' })).toBe('likely Unilever')
    expect(said({ name: 'Unilever', landing: 'nowhere' })).toContain(text('elsewhere', ''))
    expect(said({ name: 'CocaCola' })).toContain(text('tail', ''))
  })
})
