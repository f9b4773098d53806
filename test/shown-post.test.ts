import { describe, expect, it } from 'vitest'
import { shownPost } from '../src/sites/shown-post.ts'

/** As much of a page as is looked at: boxes by their edges, in a viewport 800 high. */
type Box = Element & { readonly name: string }

const box = (name: string, top: number, bottom: number, parentElement: Box | null = null): Box =>
  ({ name, parentElement, matches: (selector: string) => selector.split(', ').includes(name), getBoundingClientRect: () => ({ top, bottom, height: bottom - top }) }) as unknown as Box

function find(posts: readonly Box[], atMiddle: Box | null = null): string | undefined {
  const page = { documentElement: { clientWidth: 1000, clientHeight: 800 }, defaultView: { innerHeight: 800 }, querySelectorAll: () => [], elementFromPoint: () => atMiddle } as unknown as Document
  return (shownPost(page, { postsIn: () => [...posts] }) as Box | null)?.name
}

describe('shownPost', () => {
  it('takes the post that covers the middle, or is nearest to it', () => {
    expect(find([box('above', -900, 100), box('middle', 110, 500), box('below', 510, 900)])).toBe('middle')
    expect(find([box('above', 0, 300), box('below', 490, 900)])).toBe('below')
    expect(find([box('gone', 0, 0), box('far', 5_000, 6_000)])).toBe('far')
  })

  it('takes what stands in the middle where there are no posts, outwards up to one and a half viewports', () => {
    const body = box('body', 0, 700, box('html', 0, 700))
    const feed = box('feed', -3_000, 3_000, body)
    const post = box('post', 100, 1_200, feed)
    expect(find([], box('word', 390, 410, post))).toBe('post')
    expect(find([], box('small', 390, 410, body))).toBe('small')
    expect(find([], body)).toBeUndefined()
    expect(find([])).toBeUndefined()
  })
})
