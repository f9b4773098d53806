import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'puppeteer-core'
import { expect, test } from './fixtures.ts'

/** Posts that can't be judged at first are looked at again, for as long as that may help. */

const NAME = '<h4><span data-ad-rendering-role="profile_name"><a href="https://www.facebook.com/patagonia">Patagonia</a></span></h4>'
const PICTURE = '<img alt="" width="400" height="200" src="https://scontent.xx.fbcdn.net/v/t45.1600-4/1.jpg">'
const LINK = '<a href="https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.patagonia.com%2F%3Futm_source%3Dfb&amp;h=AT0">Shop</a>'
const LIKE = '<span data-ad-rendering-role="like_button">Like</span>'

const post = (id: string, slot: string, content = '') =>
  `<div aria-posinset="1" id="${id}">${NAME}<div><a role="link" href="#">${slot}</a></div><div data-ad-rendering-role="story_message">Made to last.</div>${content}${LIKE}</div>`

const named = (id: string) => `\u2060<span style="display:inline-block;width:20px;height:14px;background:silver"></span><span aria-labelledby="${id}"></span>`

const inner = (id: string) => `<div id="${id}"><div>${NAME}<div><a role="link" href="#">Sponsored</a></div></div><div data-ad-rendering-role="story_message">Made to last.</div>${LIKE}</div>`

const tall = (posts: string) => `<!doctype html><html lang="en"><meta charset="utf-8"><style>.gone{display:none}.far{height:4000px}</style><body>${posts}<div class="far"></div><p id="end">End</p></body></html>`

const badges = (page: Page, id: string) => page.evaluate((post) => document.querySelectorAll(`#${post} adpledge-badge`).length, id)

async function scrollTo(page: Page, id: string): Promise<void> {
  await page.evaluate((target) => document.getElementById(target)?.scrollIntoView({ behavior: 'instant' as ScrollBehavior, block: 'center' }), id)
  await sleep(250)
}

test('a label that is only referred to is waited for, wherever it arrives', async ({ open, pages }) => {
  pages.set('/waits', tall(`${post('missing', named('_R_late_'))}${post('empty', named('_R_empty_'))}${post('never', named('_R_never_'))}<div hidden><span id="_R_empty_"></span></div>`))
  const page = await open('waits')
  await sleep(200)
  expect([await badges(page, 'missing'), await badges(page, 'empty')]).toEqual([0, 0])
  await page.evaluate(() => {
    const late = document.createElement('span')
    late.id = '_R_late_'
    late.textContent = 'Ad'
    document.querySelector('[hidden]')?.append(late)
  })
  await expect.poll(() => badges(page, 'missing')).toBe(1)
  await page.evaluate(() => document.getElementById('_R_empty_')?.append('Sponsored'))
  await expect.poll(() => badges(page, 'empty')).toBe(1)
  expect(await badges(page, 'never')).toBe(0)
})

test('a label that arrives in parts is read when it is whole', async ({ open, pages }) => {
  const uses = '<svg width="90" height="16"><use href="#one"></use><use href="#two" x="40"></use></svg>'
  pages.set('/parts', tall(`${post('split', uses)}<div hidden><svg></svg></div>`))
  const page = await open('parts')
  for (const [id, text, expected] of [['one', 'Spon', 0], ['two', 'sored', 1]] as const) {
    await page.evaluate(
      (name, content) => {
        const target = document.createElementNS('http://www.w3.org/2000/svg', 'text')
        target.id = name
        target.setAttribute('y', '12')
        target.textContent = content
        document.querySelector('[hidden] svg')?.append(target)
      },
      id,
      text,
    )
    await sleep(150)
    expect(await badges(page, 'split')).toBe(expected)
  }
})

test('a label whose text comes in two pieces is read when it is whole', async ({ open, pages }) => {
  pages.set('/pieces', tall(`${post('named', named('_R_pieces_'))}<div hidden></div>`))
  const page = await open('pieces')
  await page.evaluate(() => {
    const target = document.createElement('span')
    target.id = '_R_pieces_'
    target.textContent = 'Spon'
    document.querySelector('[hidden]')?.append(target)
  })
  await sleep(150)
  expect(await badges(page, 'named')).toBe(0)
  await page.evaluate(() => {
    // As a parser does whose input was cut in the middle of a word.
    const text = document.getElementById('_R_pieces_')?.firstChild
    if (text instanceof Text) text.appendData('sored')
  })
  await expect.poll(() => badges(page, 'named')).toBe(1)
})

test('a label that a class hid is read when it shows', async ({ open, pages }) => {
  pages.set('/classes', tall(post('styled', '<span class="gone">Sponsored</span>')))
  const page = await open('classes')
  await sleep(200)
  expect(await badges(page, 'styled')).toBe(0)
  await page.evaluate(() => document.querySelector('#styled .gone')?.classList.remove('gone'))
  await expect.poll(() => badges(page, 'styled')).toBe(1)
})

test('weak signs tip a post that stays unsure, and no other', async ({ open, pages }) => {
  const unseen = '\u2060<span aria-labelledby="_R_absent_"></span>'
  pages.set(
    '/weak',
    tall([post('ad', unseen, PICTURE + LINK), post('organic', unseen, LINK), post('timed', 'Yesterday', PICTURE + LINK), post('other', `${unseen}</a> <a role="link" href="#">2 d`, PICTURE + LINK)].join('')),
  )
  const page = await open('weak', { width: 1000, height: 1600 })
  for (let look = 0; look < 2; look++) {
    await scrollTo(page, 'end')
    await scrollTo(page, 'ad')
    if (look === 0) expect(await badges(page, 'ad')).toBe(0)
  }
  await scrollTo(page, 'end')
  await scrollTo(page, 'ad')
  await expect.poll(() => badges(page, 'ad')).toBe(1)
  expect(await Promise.all(['organic', 'timed', 'other'].map((id) => badges(page, id)))).toEqual([0, 0, 0])
})

test('a badge stays when the box around its post turns out to be no post', async ({ open, pages }) => {
  const inner = `<div id="inner"><div>${NAME}<div><a role="link" href="#">${named('_R_feed_')}</a></div></div><div data-ad-rendering-role="story_message">Made to last.</div></div>`
  pages.set('/boxed', `<!doctype html><html lang="en"><meta charset="utf-8"><body><div role="feed"><div id="box">${inner}</div></div><div hidden></div></body></html>`)
  const page = await open('boxed')
  await sleep(200)
  // Until its button is there the whole child of the feed is taken for the post, and waits for the label.
  await page.evaluate((button) => {
    document.getElementById('inner')?.append(document.createRange().createContextualFragment(button))
    document.querySelector('[hidden]')?.append(Object.assign(document.createElement('span'), { id: '_R_feed_', textContent: 'Ad' }))
  }, LIKE)
  await expect.poll(() => badges(page, 'inner')).toBe(1)
  await sleep(200)
  expect([await badges(page, 'inner'), await badges(page, 'box')]).toEqual([1, 1])
})

test('posts that join another in one box have a badge each, and the box has none', async ({ open, pages }) => {
  pages.set('/joins', `<!doctype html><html lang="en"><meta charset="utf-8"><body><div role="feed"><div id="box">${inner('first')}</div></div></body></html>`)
  const page = await open('joins')
  await expect.poll(() => badges(page, 'box')).toBe(1)
  await page.evaluate((html) => document.getElementById('box')?.append(document.createRange().createContextualFragment(html)), inner('second') + inner('third'))
  await expect.poll(() => badges(page, 'third')).toBe(1)
  expect([await badges(page, 'first'), await badges(page, 'second'), await badges(page, 'box')]).toEqual([1, 1, 3])
})
