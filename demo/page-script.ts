import type { LatePart } from './render.ts'

/**
 * `window.__demo` in the page. Frames are animation frames counted while something is going on.
 * @public it is called from outside the page
 */
export interface DemoApi {
  frame: number
  /** Frame in which a post was there with label and name readable. */
  ready: Record<string, number>
  /** Frame in which the first `adpledge-badge` appeared in the post. */
  badged: Record<string, number>
  /** Height of the post's outer box when it became ready, before any badge. */
  heights: Record<string, number>
  insert(html: string, options?: { before?: string; late?: LatePart | null }): string
  remove(id: string): void
  /** Takes the content out but keeps the box and its height, as a virtualised feed does. */
  empty(id: string): void
  refill(id: string, html: string, late?: LatePart | null): void
  /** New content in the same outer element. */
  recycle(id: string, newId: string, html: string, late?: LatePart | null): void
}

/** Runs in the page, so it is plain JavaScript; no backticks and no closing script tag inside. */
export const PAGE_SCRIPT = String.raw`
(() => {
  'use strict'
  const BADGE = 'adpledge-badge'
  const AWAKE_MS = 2000
  const flags = document.body.dataset
  const mutating = flags.demoMutate === '1'
  const stream = document.querySelector('[data-demo-stream]')
  const elsewhere = document.querySelector('[data-demo-elsewhere]')
  const end = document.querySelector('[data-demo-end]')
  const demo = { frame: 0, ready: {}, badged: {}, heights: {} }
  window.__demo = demo

  // ---- frames
  let awakeUntil = 0
  let running = false
  function wake() {
    awakeUntil = performance.now() + AWAKE_MS
    if (running) return
    running = true
    requestAnimationFrame(step)
  }
  function step(now) {
    demo.frame += 1
    if (mutating) mutate()
    running = mutating || now < awakeUntil
    if (running) requestAnimationFrame(step)
  }

  // ---- badges
  function noteBadges(records) {
    for (const record of records) {
      for (const node of record.addedNodes) {
        if (node.nodeType !== Node.ELEMENT_NODE) continue
        const badges = node.localName === BADGE ? [node] : node.getElementsByTagName(BADGE)
        for (const badge of badges) {
          const post = badge.closest('[data-demo-id]')
          const id = post ? post.dataset.demoId : undefined
          if (id !== undefined && !(id in demo.badged)) demo.badged[id] = demo.frame
        }
      }
    }
  }
  const observer = new MutationObserver(noteBadges)
  observer.observe(document, { childList: true, subtree: true })

  // ---- posts
  function find(id) {
    const post = stream.querySelector('[data-demo-id="' + CSS.escape(id) + '"]')
    if (!post) throw new Error('no post ' + id)
    return post
  }
  function parse(html) {
    const template = document.createElement('template')
    template.innerHTML = html
    return template.content.firstElementChild
  }
  // Older structures stand in a role=feed block, the newest directly in the stream.
  function parentFor(structure) {
    if (structure === '2026') return stream
    const last = stream.lastElementChild
    if (last && last.dataset.demoBlock === structure) return last
    const block = document.createElement('div')
    block.setAttribute('role', 'feed')
    block.dataset.demoBlock = structure
    stream.append(block)
    return block
  }
  function forget(id) {
    noteBadges(observer.takeRecords())
    delete demo.ready[id]
    delete demo.badged[id]
    delete demo.heights[id]
  }
  function markReady(id, post) {
    demo.ready[id] = demo.frame
    demo.heights[id] = post.getBoundingClientRect().height
  }
  function settle(entries) {
    wake()
    for (const { id, post, late } of entries) {
      if (late) arriveLater(id, late)
      else markReady(id, post)
    }
  }
  function insertAll(items) {
    const entries = items.map((item) => {
      parentFor(item.post.dataset.demoStructure).append(item.post)
      return { id: item.post.dataset.demoId, post: item.post, late: item.late }
    })
    settle(entries)
  }

  // ---- late arrivals
  function arriveLater(id, late) {
    const number = Number((/\d+/.exec(id) || ['0'])[0])
    setTimeout(() => arrive(id, late), 250 + ((number * 137) % 600))
  }
  function arrive(id, late) {
    const post = stream.querySelector('[data-demo-id="' + CSS.escape(id) + '"]')
    if (!post) return
    if (late.part === 'elsewhere') {
      elsewhere.append(parse(late.html))
    } else {
      const slot = post.querySelector('[data-demo-slot="' + late.part + '"]')
      if (!slot) return
      slot.innerHTML = late.html
    }
    wake()
    markReady(id, post)
  }

  // ---- for tests
  demo.insert = (html, options = {}) => {
    const post = parse(html)
    const id = post.dataset.demoId
    if (options.before === undefined) {
      insertAll([{ post, late: options.late }])
    } else {
      find(options.before).before(post)
      settle([{ id, post, late: options.late }])
    }
    return id
  }
  demo.remove = (id) => {
    find(id).remove()
    forget(id)
  }
  demo.empty = (id) => {
    const post = find(id)
    const height = post.getBoundingClientRect().height
    post.replaceChildren()
    post.style.height = height + 'px'
    forget(id)
  }
  demo.refill = (id, html, late) => demo.recycle(id, id, html, late)
  demo.recycle = (id, newId, html, late) => {
    const post = find(id)
    const next = parse(html)
    forget(id)
    for (const { name, value } of Array.from(next.attributes)) post.setAttribute(name, value)
    post.dataset.demoId = newId
    post.style.height = ''
    post.replaceChildren(...next.childNodes)
    settle([{ id: newId, post, late }])
  }

  // ---- endless scrolling
  let next = 0
  let loading = false
  async function loadMore() {
    if (loading) return
    loading = true
    try {
      const query = new URLSearchParams(location.search)
      query.set('from', String(next))
      const items = await (await fetch('/demo/more?' + query)).json()
      next += items.length
      insertAll(items.map((item) => ({ post: parse(item.html), late: item.late })))
    } finally {
      loading = false
    }
    // Tells once more whether the end is still near.
    nearEnd.unobserve(end)
    nearEnd.observe(end)
  }
  const nearEnd = new IntersectionObserver(
    (entries) => { if (entries.some((entry) => entry.isIntersecting)) loadMore() },
    { rootMargin: '1500px 0px' },
  )

  // ---- busy page
  let turn = 0
  let rows = []
  let added = []
  function mutate() {
    if (turn % 60 === 0) rows = Array.from(stream.querySelectorAll('.counts.live'))
    for (const node of added) node.remove()
    added = []
    for (let i = 0; i < 6 && rows.length > 0; i++) {
      const row = rows[(turn * 6 + i) % rows.length]
      const count = row.querySelector('.count')
      if (count) count.textContent = String(Number(count.textContent) + 1)
      added.push(blip(row))
    }
    for (const contact of document.querySelectorAll('[data-demo-contacts] > li')) added.push(blip(contact))
    turn += 1
  }
  function blip(parent) {
    const node = document.createElement('span')
    node.className = 'blip'
    node.append(document.createElement('i'))
    parent.append(node)
    return node
  }

  // Links of the demo lead nowhere; what an extension adds keeps its own.
  document.addEventListener('click', (event) => {
    const path = event.composedPath().filter((node) => node instanceof Element)
    if (path.some((node) => node.localName.startsWith('adpledge-'))) return
    if (path.some((node) => node.localName === 'a')) event.preventDefault()
  })

  document.addEventListener('DOMContentLoaded', () => {
    const template = document.getElementById('demo-posts')
    template.remove()
    const lateParts = new Map()
    for (const late of template.content.querySelectorAll('template[data-demo-late]')) {
      lateParts.set(late.dataset.demoLate, { part: late.dataset.demoPart, html: late.innerHTML })
      late.remove()
    }
    const posts = Array.from(template.content.children)
    next = posts.length
    insertAll(posts.map((post) => ({ post, late: lateParts.get(post.dataset.demoId) })))
    if (flags.demoMore === '1') nearEnd.observe(end)
    if (mutating) wake()
  })
})()
`
