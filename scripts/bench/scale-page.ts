import { pageStyle } from '../../demo/page-style.ts'
import { randomFrom } from '../../demo/random.ts'
import { LANGUAGES } from '../../harness/facebook/languages.ts'
import { STRUCTURES } from '../../harness/facebook/structures.ts'
import type { ListFileEntry } from '../../src/list/schema.ts'

/** A feed whose ads are by whom a benchmark wants, on the list or not. */

const POSTS = 500
export const ADS = 100
/** Ads that come at once later, and how often they do. */
export const BATCH = 5
const BATCHES = 30

/** What the page offers, as `globalThis.bench`. */
export interface ScalePage {
  /** Inserts the next batch of ads; milliseconds and frames until each has its badge. */
  more(): Promise<{ time: number; frames: number }>
  badges(): number
}

/** @param advertiser by number: whose ad it is */
export function scalePage(advertiser: (number: number) => ListFileEntry): string {
  const first = Array.from({ length: POSTS }, (_, at) => (at % (POSTS / ADS) === 0 ? adOf(advertiser(at), `p${at}`) : organicPost(`p${at}`)))
  const batches = Array.from({ length: BATCHES }, (_, batch) => Array.from({ length: BATCH }, (_ad, at) => adOf(advertiser(POSTS + batch * BATCH + at), `b${batch}-${at}`)).join(''))
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Benchmark</title><link rel="icon" href="data:,"><style>${pageStyle()}</style></head>
<body><div role="main">${STRUCTURES['of 2026'].feed(first)}<div role="feed" id="more"></div></div>
<script type="application/json" id="data">${JSON.stringify(batches).replaceAll('<', '\\u003c')}</script><script>${PAGE_SCRIPT}</script></body></html>`
}

function adOf({ name, domains: [domain = ''], handles }: ListFileEntry, id: string): string {
  const random = randomFrom(id.length * 7919 + id.charCodeAt(1))
  const slug = handles.facebook?.[0] ?? name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
  const text = 'Made to last, with a warranty of 25 years.'
  return STRUCTURES['of 2026'].post({ id, language: english(), random, name, slug, slot: 'Sponsored', text, picture: 'ad', card: { landing: `https://www.${domain}/spring`, domain, title: 'Spring is here' } })
}

function organicPost(id: string): string {
  return STRUCTURES['of 2026'].post({ id, language: english(), random: randomFrom(7), name: 'Jane Roe', slug: 'jane.roe', slot: '3h', text: 'Back from the lake.' })
}

function english(): (typeof LANGUAGES)[number] {
  const [first] = LANGUAGES
  if (!first) throw new Error('no languages')
  return first
}

/** Runs in the page, so it is plain JavaScript. */
const PAGE_SCRIPT = String.raw`
(() => {
  'use strict'
  const data = document.getElementById('data')
  const batches = JSON.parse(data.textContent)
  data.remove()
  globalThis.bench = {
    badges: () => document.querySelectorAll('adpledge-badge').length,
    async more() {
      const template = document.createElement('template')
      template.innerHTML = batches.shift()
      const posts = [...template.content.children]
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
      let frames = 0
      let frame
      const count = () => {
        frames++
        frame = requestAnimationFrame(count)
      }
      return new Promise((resolve, reject) => {
        const begin = performance.now()
        const look = () => {
          if (!posts.every((post) => post.querySelector('adpledge-badge') || post.nextElementSibling?.localName === 'adpledge-badge' || post.previousElementSibling?.localName === 'adpledge-badge')) return false
          cancelAnimationFrame(frame)
          observer.disconnect()
          resolve({ time: performance.now() - begin, frames })
          return true
        }
        // Told after whatever drew the badges, in the same task.
        const observer = new MutationObserver(look)
        observer.observe(document.body, { childList: true, subtree: true })
        // The first frame to come shows the posts.
        frame = requestAnimationFrame(count)
        document.getElementById('more').append(...posts)
        setTimeout(() => reject(new Error('no badges')), 60_000)
      })
    },
  }
})()
`
