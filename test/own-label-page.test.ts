import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FAULT_TEXTS } from '../src/options/fault-texts.ts'
import { findLabels, labelAbout } from '../src/options/find-labels.ts'
import { LABEL_NAME_LENGTH, labelFaults, tidyLabel } from '../src/options/label-draft.ts'
import { LARGEST_LABEL_FILE, readLabelFile, writeLabelFile } from '../src/options/label-file.ts'
import { wantedLabel } from '../src/options/wanted-label.ts'
import type { OwnLabel, OwnLabelDraft } from '../src/shared/messages.ts'
import { MOST_OWN_LABELS, OWN_LABEL_LENGTH } from '../src/shared/own-labels.ts'
import { translate } from './translate.ts'

const ACME: OwnLabelDraft = { name: 'Acme', domain: 'acme.com', text: 'Good shoes' }
const faults = (change: Partial<OwnLabelDraft>) => labelFaults(tidyLabel({ ...ACME, ...change }))
const fileOf = (labels: unknown, format: unknown = 1) => readLabelFile(JSON.stringify({ format, labels }))
const own = (name: string, more: Partial<OwnLabel> = {}): OwnLabel => ({ ...ACME, id: name, changed: '2026-11-25T00:00:00Z', name, ...more })

describe('a typed label', () => {
  it('is made tidy', () => {
    expect(tidyLabel({ name: '  Acme \t Shoes ', domain: ' https://www.Acme.com/x?y#z ', text: 'Good\nshoes ' })).toEqual({ name: 'Acme Shoes', domain: 'acme.com', text: 'Good shoes' })
    expect(tidyLabel({ ...ACME, domain: '  ' }).domain).toBeNull()
    expect(tidyLabel({ ...ACME, domain: null }).domain).toBeNull()
    expect(tidyLabel({ ...ACME, domain: 'bücher.example' }).domain).toBe('xn--bcher-kva.example')
  })

  it('stays as it is when it is tidy', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.option(fc.oneof(fc.string(), fc.webUrl(), fc.domain())), fc.string({ unit: 'binary' }), (name, domain, text) => {
        const tidy = tidyLabel({ name, domain, text })
        expect(tidyLabel(tidy)).toEqual(tidy)
      }),
    )
  })

  it('needs a name and a text', () => {
    expect(faults({})).toEqual([])
    expect(faults({ domain: null })).toEqual([])
    expect(faults({ name: ' ', text: ' ' })).toEqual(['name-missing', 'text-missing'])
    expect(faults({ name: '™ …' })).toEqual(['name-missing'])
    expect(faults({ name: 'شركة' })).toEqual([])
  })

  it('has its limits', () => {
    expect(faults({ name: 'x'.repeat(LABEL_NAME_LENGTH), text: 'x'.repeat(OWN_LABEL_LENGTH) })).toEqual([])
    expect(faults({ name: 'x'.repeat(LABEL_NAME_LENGTH + 1), text: 'x'.repeat(OWN_LABEL_LENGTH + 1) })).toEqual(['name-long', 'text-long'])
  })

  it('hides nothing', () => {
    expect(faults({ name: 'Ac\u202eme' })).toEqual(['name-hidden'])
    expect(faults({ text: 'Good\u200b' })).toEqual(['text-hidden'])
    expect(faults({ text: '👩‍🔧 قائمة می‌خواهم' })).toEqual([])
  })

  it.each(['com', 'co.uk', 'localhost', '127.0.0.1', '[::1]', 'github.io', 'acme.github.io', 'facebook.com', 'https://www.facebook.com/acme', 'docs.google.com', 'no domain', 'javascript:alert(1)', `${'x.'.repeat(130)}com`])('has no website such as %s', (domain) => {
    expect(faults({ domain })).toEqual(['domain'])
  })

  it.each(['acme.com', 'www.acme.co.uk', 'http://shop.acme.example:8080/'])('may have a website such as %s', (domain) => {
    expect(faults({ domain })).toEqual([])
  })
})

describe('a file of labels', () => {
  it('reads what it has written', () => {
    const labels = [ACME, { name: 'Bolt "& Co"', domain: null, text: '…\\' }]
    expect(readLabelFile(writeLabelFile(labels))).toEqual({ labels, refused: [], problem: null })
    expect(readLabelFile(`\ufeff${writeLabelFile(labels)}`)).toEqual({ labels, refused: [], problem: null })
    expect(writeLabelFile([own('Acme')])).not.toContain('changed')
  })

  it('refuses labels one by one, and says why', () => {
    expect(fileOf([ACME, { ...ACME, text: 'x'.repeat(81) }, 7, null, [], { name: 'Bolt' }, { ...ACME, domain: 1 }, { name: ' ', text: 'x' }, { name: 'Bolt', text: 'x', more: 1 }])).toEqual({
      labels: [ACME, { name: 'Bolt', domain: null, text: 'x' }],
      refused: [
        { place: 2, name: 'Acme', fault: 'text-long' },
        ...[3, 4, 5, 6, 7].map((place) => ({ place, name: '', fault: 'shape' })),
        { place: 8, name: '', fault: 'name-missing' },
      ],
      problem: null,
    })
  })

  it('is refused whole when it is none', () => {
    for (const text of ['', '{', 'null', '7', '[]', '{}', '{"format":1}', '{"format":1,"labels":{}}', '{"labels":[]}', '{"format":"1","labels":[]}', '{"format":0,"labels":[]}']) {
      expect(readLabelFile(text), text).toEqual({ problem: 'no-labels' })
    }
    expect(fileOf([], 2)).toEqual({ problem: 'newer-format' })
    expect(fileOf(Array.from({ length: MOST_OWN_LABELS + 1 }, () => ACME))).toEqual({ problem: 'too-many' })
    expect(readLabelFile(' '.repeat(LARGEST_LABEL_FILE + 1))).toEqual({ problem: 'too-large' })
  })

  it('never throws, for anything', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.array(fc.anything()).map((labels) => JSON.stringify({ format: 1, labels }))), (text) => {
        const file = readLabelFile(text)
        if (file.problem === null) for (const label of file.labels) expect(labelFaults(label)).toEqual([])
      }),
    )
  })

  it('has a text for each fault', () => {
    const texts = Object.values(FAULT_TEXTS).map((key) => translate(key))
    expect(new Set(texts).size).toBe(texts.length)
  })
})

describe('findLabels', () => {
  const labels = [own('Zebra'), own('acme', { text: 'Übel' }), own('Bolt', { domain: 'bolt.example', text: 'x' })]
  const found = (query: string) => findLabels(labels, query, 'en').map(({ name }) => name)

  it('sorts by name', () => {
    expect(found('')).toEqual(['acme', 'Bolt', 'Zebra'])
  })

  it('looks for every word in name, website and text', () => {
    expect(found('ZEB')).toEqual(['Zebra'])
    expect(found('ubel')).toEqual(['acme'])
    expect(found(' bolt  x ')).toEqual(['Bolt'])
    expect(found('bolt y')).toEqual([])
  })

  it('knows the label about an advertiser', () => {
    expect(labelAbout(labels, ' ACME ')?.id).toBe('acme')
    expect(labelAbout(labels, 'acm')).toBeUndefined()
  })
})

describe('wantedLabel', () => {
  it('reads whom the page was opened about', () => {
    expect(wantedLabel('?advertiser=Acme%20%26%20Co&domain=acme.com')).toEqual({ name: 'Acme & Co', domain: 'acme.com' })
    expect(wantedLabel('?advertiser=Acme')).toEqual({ name: 'Acme', domain: '' })
  })

  it('knows that it was opened about nobody', () => {
    for (const search of ['', '?', '?advertiser=', '?advertiser=%20', '?domain=acme.com']) expect(wantedLabel(search)).toBeNull()
  })
})
