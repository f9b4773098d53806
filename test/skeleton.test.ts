import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type SkeletonNode, skeletonOf } from '../src/sites/skeleton.ts'

const PAGE = 'https://www.social.example/feed?user=4711'

const text = (nodeValue: string): SkeletonNode => ({ nodeType: 3, childNodes: [], nodeValue })
const comment = (nodeValue: string): SkeletonNode => ({ nodeType: 8, childNodes: [], nodeValue })
const fragment = (...childNodes: SkeletonNode[]): SkeletonNode => ({ nodeType: 11, childNodes, nodeValue: null })
function element(localName: string, attributes: Record<string, string> = {}, childNodes: SkeletonNode[] = [], more: Partial<SkeletonNode> = {}): SkeletonNode {
  return { nodeType: 1, localName, attributes: Object.entries(attributes).map(([name, value]) => ({ name, value })), childNodes, nodeValue: null, ...more }
}
const of = (node: SkeletonNode) => skeletonOf(node, PAGE)

describe('skeletonOf', () => {
  it('draws a post', () => {
    const post = element('div', { role: 'article', class: 'x1 x2  x3', 'aria-label': 'Anna wrote' }, [
      text('\n  '),
      element('h4', { id: 'post-4711' }, [element('a', { href: '/anna.example', role: 'link' }, [text('Anna Example')])]),
      comment('secret'),
      element('a', { href: 'https://shop.example/?to=anna' }, [text('S'), element('b', {}, [text('ponsored')])]),
    ])
    expect(of(post)).toBe(['div role=article class×3 aria-label', '  h4 id', '    a href=inside role=link', '      text×30', '  a href=outside', '    text×1', '    b', '      text×10'].join('\n'))
  })

  it.each([
    ['/a', 'inside'], ['?x=1', 'inside'], ['https://social.example/', 'inside'], ['//l.social.example/l.php', 'inside'], ['https://antisocial.example/', 'outside'], ['http://a.example', 'outside'],
    ['', 'none'], ['#', 'none'], ['#anna', 'none'], ['javascript:void 0', 'none'], ['mailto:anna@a.example', 'none'], ['https://', 'none'],
  ])('says of a link only where it leads: %s', (href, direction) => {
    expect(of(element('a', { href }))).toBe(`a href=${direction}`)
  })

  it('marks what is in shadow trees and templates', () => {
    const shadow = element('shop-card', {}, [element('span', { slot: 'title' })], { shadowRoot: fragment(element('slot')) })
    expect(of(shadow)).toBe('shop-card\n  #shadow-root\n    slot\n  span slot')
    expect(of(element('template', {}, [], { content: fragment(element('p')) }))).toBe('template\n  #template\n    p')
    // An element of this name has an attribute there, which is none of a tree.
    expect(of(element('meta', { content: 'Anna' }, [], { content: 'Anna' }))).toBe('meta content')
  })

  it('keeps names of developers, and nothing that could be a number or a word of a person', () => {
    expect(of(element('post-12345', { 'data-user-4711': '', 'data-a\u00e9b': '' }))).toBe('post-00000 data-user-0000 data-a?b')
    expect(of(element('anna', { role: 'anna', title: 'Anna' }))).toBe('? role=? title')
    expect(of(element('div', { ['x'.repeat(80)]: '' }))).toBe(`div ${'x'.repeat(40)}…`)
    expect(of(element('div', Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`data-${String.fromCharCode(97 + (at % 26))}${'b'.repeat(at)}`, '']))))).toMatch(/ …$/)
  })

  it('says what it cut', () => {
    const wide = element('div', {}, Array.from({ length: 1_000 }, () => element('p')))
    expect(of(wide).split('\n')).toHaveLength(401)
    expect(of(wide)).toMatch(/\ncut: more than 400 nodes$/)
    let deep = element('p', {}, [text('x')])
    for (let depth = 0; depth < 5_000; depth++) deep = element('div', {}, [deep])
    expect(of(deep)).toMatch(/\ncut: deeper than 60$/)
    const long = element('div', {}, Array.from({ length: 399 }, () => element('p', Object.fromEntries(Array.from({ length: 24 }, (_, at) => [`data-${'abcdefghijklmnopqrstuvwxyz'[at]}`.padEnd(40, 'z'), ''])))))
    expect(of(long).length).toBeLessThan(15_100)
    expect(of(long)).toMatch(/\ncut: longer than 15000 characters$/)
    expect(of(element('div', {}, Array.from({ length: 399 }, () => element('p'))))).not.toContain('cut')
  })

  it('lets nothing out that anybody wrote', () => {
    // Words that no element, role, attribute or line of ours holds, in letters of several scripts, and numbers.
    const word = fc.stringMatching(/^(zq[a-z]{4,12}|Zq[a-zé]{4,9}|q[А-я]{3,8}|[0-9]{5,15}|[漢字語]{2,5})$/)
    const prose = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '))
    const joined = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join('-'))
    const link = fc.tuple(fc.constantFrom('/', 'https://', '//', 'https://social.example/', '#', 'javascript:', 'data:text/html,', ''), joined).map((parts) => parts.join(''))
    const value = fc.oneof(prose, joined, link, word)
    const attributes = fc.array(fc.tuple(fc.constantFrom('id', 'class', 'role', 'href', 'src', 'alt', 'title', 'aria-label', 'data-testid', 'data-ft', 'style', 'content', 'xlink:href', 'value', 'post-title', 'lang'), value), { maxLength: 5 }).map((all) => Object.fromEntries(all))
    // A parser makes an element of anything in angle brackets; only with a hyphen in it is it a developer's.
    const tag = fc.oneof(fc.constantFrom('div', 'span', 'a', 'svg', 'use', 'template', 'shreddit-post', 'input', 'meta'), fc.stringMatching(/^zq[a-z]{4,12}$/))
    const { node } = fc.letrec<{ node: SkeletonNode }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 5, withCrossShrink: true },
        value.map(text),
        fc
          .tuple(tag, attributes, fc.array(tie('node'), { maxLength: 4 }), fc.option(tie('node'), { freq: 4 }), fc.option(tie('node'), { freq: 4 }))
          .map(([name, own, children, shadow, content]) => element(name, own, children, { shadowRoot: shadow && fragment(shadow), ...(content ? { content: fragment(content) } : {}) })),
        value.map(comment),
      ),
    }))
    const secrets = (from: SkeletonNode): string[] => [
      ...[from.nodeValue ?? '', ...(from.localName?.startsWith('zq') ? [from.localName] : []), ...Array.from(from.attributes ?? []).map((one) => one.value)].flatMap((one) => one.split(/[^\p{L}\p{N}]+/u)).filter((token) => token.length > 1 && !/^(https?|social|example|javascript|data|text|html)$/.test(token)),
      ...[...Array.from(from.childNodes), ...(from.shadowRoot ? [from.shadowRoot] : []), ...(typeof from.content === 'object' ? [from.content] : [])].flatMap(secrets),
    ]
    fc.assert(
      fc.property(fc.array(node, { maxLength: 5 }), (children) => {
        const post = element('div', {}, children)
        const drawn = of(post)
        expect(secrets(post).filter((token) => drawn.includes(token))).toEqual([])
        // Nothing but letters of ours, whatever was there.
        for (const line of drawn.split('\n')) expect(line).toMatch(/^ *(cut: [a-z0-9 ,]+|[#a-z0-9?:._@×=+… -]+)$/i)
      }),
      { numRuns: 300 },
    )
  })

  it('takes names of attributes that hold anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.string({ maxLength: 60 }), (name, tag) => {
        expect(of(element(tag, { [`q${name}`]: '' }))).toMatch(/^[a-z0?:._@… -]+$/i)
      }),
    )
  })
})
