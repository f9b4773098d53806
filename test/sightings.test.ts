import { describe, expect, it } from 'vitest'
import { makeSightings } from '../src/content/sightings.ts'

interface FakePost {
  isConnected: boolean
}

/** Held by the test, so that none is collected while it runs. */
function newPost(): FakePost {
  return { isConnected: true }
}
const asElement = (post: FakePost) => post as unknown as Element

describe('makeSightings', () => {
  it('counts nothing before anything was seen', () => {
    const sightings = makeSightings<string>()
    expect(sightings.total).toBe(0)
    expect(sightings.list()).toEqual([])
  })

  it('counts an ad when it is first seen', () => {
    const sightings = makeSightings<string>()
    const post = newPost()
    expect(sightings.add('key', asElement(post), 'ad')).toBe(true)
    expect(sightings.total).toBe(1)
    expect(sightings.list()).toEqual(['ad'])
  })

  it('counts an ad once of which more is known later, and another ad in its element as another', () => {
    const sightings = makeSightings<string>()
    const post = newPost()
    sightings.add('without link', asElement(post), 'ad')
    expect(sightings.add('with link', asElement(post), 'ad and link', 'without link')).toBe(false)
    expect(sightings.list()).toEqual(['ad and link'])
    expect(sightings.add('other', asElement(post), 'another ad')).toBe(true)
    expect(sightings.total).toBe(2)
  })

  it('does not count the same post again', () => {
    const sightings = makeSightings<string>()
    const post = newPost()
    sightings.add('key', asElement(post), 'ad')
    expect(sightings.add('key', asElement(post), 'ad')).toBe(false)
    expect(sightings.total).toBe(1)
  })

  it('does not count a post again that was thrown away and drawn anew', () => {
    const sightings = makeSightings<string>()
    const posts = [newPost(), newPost(), newPost()]
    const changes = posts.map((post) => {
      const changed = sightings.add('key', asElement(post), 'ad')
      post.isConnected = false
      return changed
    })
    expect(changes).toEqual([true, false, false])
    expect(sightings.total).toBe(1)
  })

  it('counts one ad as often as it stands on the page at the same time', () => {
    const sightings = makeSightings<string>()
    const posts = [newPost(), newPost(), newPost()]
    expect(posts.map((post) => sightings.add('key', asElement(post), 'ad'))).toEqual([true, true, true])
    expect(sightings.total).toBe(3)
    expect(sightings.list()).toEqual(['ad', 'ad', 'ad'])
  })

  it('keeps the most that stood there when some are gone', () => {
    const sightings = makeSightings<string>()
    const [first, second, third] = [newPost(), newPost(), newPost()]
    sightings.add('key', asElement(first), 'ad')
    sightings.add('key', asElement(second), 'ad')
    first.isConnected = false
    second.isConnected = false
    expect(sightings.add('key', asElement(third), 'ad')).toBe(false)
    expect(sightings.total).toBe(2)
  })

  it('tells ads apart by their keys, and lists them in the order in which they were first seen', () => {
    const sightings = makeSightings<string>()
    const posts = [newPost(), newPost(), newPost()]
    for (const [at, key] of ['b', 'a', 'b'].entries()) sightings.add(key, asElement(posts[at] ?? newPost()), key.toUpperCase())
    expect(sightings.total).toBe(3)
    expect(sightings.list()).toEqual(['B', 'B', 'A'])
  })

  it('counts two ads in one post', () => {
    const sightings = makeSightings<string>()
    const post = newPost()
    expect(sightings.add('a', asElement(post), 'A')).toBe(true)
    expect(sightings.add('b', asElement(post), 'B')).toBe(true)
    expect(sightings.total).toBe(2)
  })

  it('lists an ad as it was last read', () => {
    const sightings = makeSightings<string>()
    const post = newPost()
    sightings.add('key', asElement(post), 'without domain')
    sightings.add('key', asElement(post), 'with domain')
    expect(sightings.list()).toEqual(['with domain'])
  })

  it('has a total that is always the length of its list, and says when it changed', () => {
    const sightings = makeSightings<number>()
    const posts = Array.from({ length: 40 }, newPost)
    for (const [at, post] of posts.entries()) {
      const before = sightings.total
      const changed = sightings.add(`key ${at % 3}`, asElement(post), at)
      expect(sightings.total - before).toBe(changed ? 1 : 0)
      expect(sightings.list()).toHaveLength(sightings.total)
      if (at % 2 === 0) post.isConnected = false
    }
  })
})
