import { feedItems } from '../../demo/feed.ts'
import { pageStyle } from '../../demo/page-style.ts'
import { type DemoPost, makePost } from '../../demo/posts.ts'

/** The feed that costs are measured on: always the same posts, every fifth an ad, whose posts carry a mark for those that can't read. */

export const POSTS = 510
export const ADS = 102
const EVERY = POSTS / ADS

/** What the page offers the benchmark, as `globalThis.bench`. */
export interface BenchPage {
  /** Nothing but what comes with the page. */
  load(): Promise<void>
  /** 10 posts, then 10 more and 20 small replacements every 100 ms, until all are there. */
  fast(): Promise<void>
  /** As {@link fast}, one step a frame, without a pause: for browsers that tell no times. @returns milliseconds */
  packed(): Promise<number>
  /** Scrolled through for a while, with more posts coming as the end comes near. */
  slow(): Promise<void>
  /** Draws 20 numbers of posts anew. */
  replace(): void
  /** From then on something changes every few milliseconds. */
  noise(): void
  /** Watches for badges, frame by frame. */
  watch(): void
  /** In how many frames after the one that first showed its ad a badge was there; null where it never came. */
  frames(): (number | null)[]
  /** Tasks of 50 ms and more, in milliseconds. */
  longTasks: number[]
  posts(): number
  ads(): number
  badges(): number
}

/** @param structure of the posts: `2026` as of today, or a mix of those since 2020 */
export function feedPage(structure: '2026' | 'mixed' = '2026'): string {
  const items = feedItems(posts(), { late: false, ...(structure === 'mixed' ? {} : { structure }) })
  const data = items.map(({ html }, at) => ({ html, ad: at % EVERY === EVERY - 1 }))
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Benchmark</title><link rel="icon" href="data:,"><style>${pageStyle()} .card{position:relative}</style></head>
<body><div class="columns"><div role="main" class="middle"><div class="feed-column"><div id="stream"></div></div></div></div>
<script type="application/json" id="data">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script><script>${PAGE_SCRIPT}</script></body></html>`
}

function posts(): DemoPost[] {
  const ads: DemoPost[] = []
  const others: DemoPost[] = []
  for (let at = 0; ads.length < ADS || others.length < POSTS - ADS; at++) {
    const post = makePost(at)
    // Labels that come late are another measure; none of these posts is unreadable.
    if (post.kind === 'ad') ads.push(post)
    else if (post.kind !== 'unsure') others.push(post)
  }
  return Array.from({ length: POSTS }, (_, at) => ((at + 1) % EVERY === 0 ? ads[(at + 1) / EVERY - 1] : others[at - Math.floor(at / EVERY)]) as DemoPost).map((post, at) => ({ ...post, id: `p${at}` }))
}

/** Runs in the page, so it is plain JavaScript; no backticks inside. */
const PAGE_SCRIPT = String.raw`
(() => {
  'use strict'
  const STEP = 10
  const REPLACEMENTS = 20
  const PAUSE = 100
  const BADGES = 'adpledge-badge, bench-badge'
  const stream = document.getElementById('stream')
  const items = JSON.parse(document.getElementById('data').textContent)
  document.getElementById('data').remove()
  let next = 0
  let turn = 0
  let painted = 0
  let isPainting = false
  const ads = []

  function insert(count) {
    for (let left = count; left > 0 && next < items.length; left--, next++) {
      const template = document.createElement('template')
      template.innerHTML = items[next].html
      const post = template.content.firstElementChild
      if (items[next].ad) {
        post.dataset.benchAd = ''
        ads.push({ post, due: nextPaint(), badged: null })
      }
      stream.append(post)
    }
  }
  // What a feed does without a break: numbers are counted up, buttons drawn anew.
  function replace() {
    const posts = stream.children
    for (let i = 0; i < REPLACEMENTS; i++) {
      const old = posts[(turn++ * 37) % posts.length].querySelector('.count')
      if (!old) continue
      const fresh = old.cloneNode()
      fresh.textContent = String(Number(old.textContent) + 1)
      old.replaceWith(fresh)
    }
  }
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
  const channel = new MessageChannel()
  // Comes after the frame that was under way when it was sent has been painted.
  channel.port1.onmessage = () => (isPainting = false)
  // The frame that shows first what is put into the page now.
  const nextPaint = () => (isPainting ? painted : painted + 1)
  const badges = new MutationObserver(() => {
    for (const ad of ads) if (ad.badged === null && ad.post.querySelector(BADGES)) ad.badged = nextPaint() - ad.due
  })
  const bench = {
    longTasks: [],
    load: () => pause(1000),
    async fast() {
      insert(STEP)
      while (next < items.length) {
        await pause(PAUSE)
        insert(STEP)
        replace()
      }
      await pause(500)
    },
    async packed() {
      await frame()
      const begin = performance.now()
      while (next < items.length) {
        insert(STEP)
        replace()
        await frame()
      }
      await frame()
      return performance.now() - begin
    },
    async slow() {
      insert(STEP)
      for (let step = 0; step < 480; step++) {
        await frame()
        scrollBy(0, 24)
        if (document.documentElement.scrollHeight - scrollY < 3 * innerHeight) insert(5)
        if (step % 6 === 0) replace()
      }
      await pause(500)
    },
    watch() {
      badges.observe(stream, { childList: true, subtree: true })
      const look = () => {
        painted++
        isPainting = true
        channel.port2.postMessage(null)
        requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    },
    frames: () => ads.map(({ badged }) => badged),
    replace,
    // Between frames and in each, for as long as the page is there.
    noise() {
      const contacts = document.body.appendChild(document.createElement('div'))
      setInterval(() => {
        contacts.replaceChildren(document.createElement('span'), String(turn))
        stream.firstElementChild.toggleAttribute('aria-busy')
      }, 4)
    },
    posts: () => next,
    ads: () => ads.length,
    badges: () => ads.filter(({ post }) => post.querySelector(BADGES)).length,
  }
  if (PerformanceObserver.supportedEntryTypes.includes('longtask')) {
    new PerformanceObserver((list) => bench.longTasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' })
  }
  window.bench = bench
})()
`
