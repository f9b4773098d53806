import { setTimeout as sleep } from 'node:timers/promises'
import { makePosts } from '../demo/posts.ts'
import { readBadges } from '../harness/badges.ts'
import { evenSpaces, expectedBadge } from './expected.ts'
import { expect, test } from './fixtures.ts'

test('labels a thousand posts right, in every language @long', async ({ open }) => {
  test.setTimeout(300_000)
  for (const [lang, seed] of [['en', 1], ['de', 2], ['es', 3]] as const) {
    const page = await open(`?n=1000&more=0&lang=${lang}&seed=${seed}`)
    await sleep(5_000)
    const wanted = Object.fromEntries(makePosts(1000, { lang, seed }).flatMap((post) => (expectedBadge(post) === null ? [] : [[post.id, expectedBadge(post)]])))
    const seen = Object.fromEntries((await readBadges(page)).map((badge) => [badge.post, evenSpaces(badge.name)]))
    expect(seen).toEqual(wanted)
  }
})
