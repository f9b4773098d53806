import { describe, expect, it } from 'vitest'
import { distinctNames } from '../src/background/loaded-lists.ts'

const at = (name: string, host = 'lists.example') => ({ name, address: `https://${host}/head.txt` })

describe('distinctNames', () => {
  it('leaves names that are nobody else’s', () => {
    expect(distinctNames(['AdPledge list'], [at('Somebody’s list'), at('Another', 'b.example')])).toEqual(['Somebody’s list', 'Another'])
  })

  it.each(['AdPledge list', 'ADPLEDGE  LIST', 'AdPledge-list', 'ＡｄＰｌｅｄｇｅ list', 'The official AdPledge'])('says whose a list is that is called %s', (name) => {
    expect(distinctNames(['AdPledge list'], [at(name)])).toEqual([`${name} (lists.example)`])
  })

  it('says whose each is of two that are called the same', () => {
    expect(distinctNames(['AdPledge list'], [at('Pauses'), at('pauses!', 'b.example')])).toEqual(['Pauses (lists.example)', 'pauses! (b.example)'])
  })
})
