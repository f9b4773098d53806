import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formAddress, mailAddress } from '../src/reports/form-address.ts'

const REPORT = { kind: 'missing', title: 'Missing advertiser: {body} & Söhne', body: 'Advertiser: A&B #1\nPage: {title} {kind}' } as const
const GITHUB = 'https://github.example/o/r/issues/new?template={kind}.yml&title={title}&report={body}'
const LONG = { ...REPORT, body: 'ä'.repeat(4_000) }
const parametersOf = (address: string) => Object.fromEntries(new URL(address).searchParams)

describe('formAddress', () => {
  it('adds title and body where the address has no places for them', () => {
    const { address, withBody } = formAddress('https://forms.example/new?template=a.yml', REPORT)
    expect(withBody).toBe(true)
    expect(parametersOf(address)).toEqual({ template: 'a.yml', title: REPORT.title, body: REPORT.body })
    const long = formAddress('https://forms.example/new?template=a.yml', LONG)
    expect([long.withBody, parametersOf(long.address)]).toEqual([false, { template: 'a.yml', title: REPORT.title }])
  })

  it('fills in the places of an address, each once', () => {
    const { address, withBody } = formAddress(GITHUB, REPORT)
    expect(withBody).toBe(true)
    expect(parametersOf(address)).toEqual({ template: 'missing.yml', title: REPORT.title, report: REPORT.body })
  })

  it('leaves the body out where it is too long, or has no place', () => {
    const long = formAddress(GITHUB, LONG)
    expect([long.withBody, parametersOf(long.address)]).toEqual([false, { template: 'missing.yml', title: REPORT.title, report: '' }])
    const placeless = formAddress('https://forms.example/{kind}?t={title}', REPORT)
    expect([placeless.withBody, new URL(placeless.address).pathname, parametersOf(placeless.address)]).toEqual([false, '/missing', { t: REPORT.title }])
  })

  it('stays with the host, and never throws, whatever the report holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (title, body) => {
        for (const form of ['https://forms.example/new', GITHUB]) expect(new URL(formAddress(form, { kind: 'broken', title, body: `${body}\uD800` }).address).host).toBe(new URL(form).host)
        expect(new URL(mailAddress('reports@lists.example', { title, body: `${body}\uDC00` }).address).pathname).toBe('reports@lists.example')
      }),
    )
  })
})

describe('mailAddress', () => {
  it('has subject and body, and nothing else', () => {
    const { address, withBody } = mailAddress('reports+ads@lists.example', REPORT)
    expect(withBody).toBe(true)
    expect(address).toMatch(/^mailto:reports%2Bads@lists\.example\?/)
    expect([...new URL(address).searchParams]).toEqual([['subject', REPORT.title], ['body', REPORT.body.replace('\n', '\r\n')]])
    expect([...new URL(mailAddress('a@b.example', { title: 'x&bcc=evil@evil.example', body: 'y&cc=z' }).address).searchParams.keys()]).toEqual(['subject', 'body'])
  })

  it('leaves out a body that is too long for a program', () => {
    const { address, withBody } = mailAddress('a@b.example', { ...REPORT, body: 'x'.repeat(2_000) })
    expect([withBody, [...new URL(address).searchParams.keys()]]).toEqual([false, ['subject']])
  })
})
