import { domainOf } from '../list/domains.ts'
import type { Advertiser, Site, SiteData } from '../sites/types.ts'
import { boxIn, isRendered } from '../sites/visible-text.ts'
import type { BadgeLabel } from '../shared/page-data.ts'
import type { AdOnPage } from './ad.ts'
import { BADGE_TAG, makeBadge, type Badge } from './badge.ts'
import { attach, bringOut, hostsOf, isAttached, postOfHost, setBack } from './host.ts'
import { measure, naturalSize, place, type Placement, type Size } from './place.ts'
import { Sightings } from './sightings.ts'

/** A page that keeps removing a badge gets it back this often for one ad, then no more. */
const REDRAWS = 20
/** After this long in peace, in milliseconds, a removal was a page's redrawing and not a fight. */
const PEACE = 10_000
/** How often a post that can't be judged is looked at again when it scrolls into view. */
const SECOND_LOOKS = 3
/** How many changes of classes and styles it is looked at again for. */
const RESTYLES = 20
/** Posts that wait for an element outside of them; more than these wait for their next change. */
const WAITING_CAP = 200

interface PostState {
  /** Who advertises, to tell when the same element shows another ad. */
  advertiser: string
  /** What the ad is, as far as it is known; its link may come later. */
  key: string
  ad: AdOnPage
  badge: Badge | null
  /** What of the post has a box. */
  box: Element
  label: Element
  size: Size | null
  redraws: number
  /** When the badge was drawn last, as `performance.now()`. */
  drawn: number
  /** The post's height before its badge, in pixels, until it has been compared; the badge must not change it. */
  height: number | null
}

/** What tells whether a site is read as it should be. */
export interface Health {
  /** Posts that were looked at. */
  posts: number
  /** Of these, posts in which no header could be found. */
  unreadable: number
  /** Posts since the last ad. */
  sinceAd: number
}

interface Found {
  advertiser: Advertiser
  box: Element
  label: Element
  height: number
}

export interface FeedOptions {
  site: Site
  /** Of the page's language, which may change. */
  data: () => SiteData | undefined
  isAlive: () => boolean
  /** @returns nothing for what is never labelled */
  judge: (advertiser: Advertiser) => AdOnPage | null | undefined
  isShown: (label: BadgeLabel) => boolean
  theme: () => 'light' | 'dark'
  dir: 'ltr' | 'rtl'
  onOpen: (ad: AdOnPage, badge: Badge) => void
  /** Called when the ads of the page have changed. */
  onAds: () => void
}

/**
 * Keeps every ad of a page labelled while posts come, go, are recycled and moved.
 * Everything happens in reaction to the page: mutations, sizes, scrolling into view; no timers.
 */
export class Feed {
  readonly sightings = new Sightings<AdOnPage>()
  readonly health: Health = { posts: 0, unreadable: 0, sinceAd: 0 }
  gaveUp = false
  readonly #options: FeedOptions
  readonly #observed: MutationObserverInit
  readonly #states = new WeakMap<Element, PostState>()
  /** Posts by what of them has a box. */
  readonly #boxes = new WeakMap<Element, Element>()
  /** Posts that were counted, and whether they could be read. */
  readonly #counted = new WeakMap<Element, boolean>()
  readonly #looks = new WeakMap<Element, number>()
  readonly #restyles = new WeakMap<Element, number>()
  /** Posts by the id of what may say whether they are ads, with its text when they were looked at. */
  readonly #waiting = new Map<string, [post: Element, text: string]>()
  /** Posts that were rendered but not to be seen; emptied whenever they are looked at again. */
  readonly #hidden = new Set<Element>()
  readonly #mutations = new MutationObserver((records) => this.#onMutations(records))
  readonly #sizes = new ResizeObserver((entries) => this.#arrange(entries.flatMap(({ target }) => this.#boxes.get(target) ?? [])))
  /** Shadow trees that hold posts. */
  readonly #roots = new Set<ShadowRoot>()
  /** An element may be given its shadow tree at any time, of which nothing is told but its size. */
  readonly #shadows = new ResizeObserver((entries) => this.#update(new Set(entries.flatMap(({ target }) => this.#postsIn(target)))))
  readonly #views = new IntersectionObserver((entries) => this.#onViews(entries))

  constructor(options: FeedOptions) {
    this.#options = options
    this.#observed = { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: [...options.site.attributes] }
  }

  /** Looks at everything, and again after a change of settings or of the list. */
  start(): void {
    // Observing once more changes nothing.
    this.#mutations.observe(document, this.#observed)
    const posts = new Set(this.#postsIn(document))
    for (const post of posts) this.#forget(post)
    this.#update(posts)
  }

  /** Also in shadow trees that hold posts, which are observed from then on. */
  #postsIn(root: ParentNode): Element[] {
    const { site } = this.#options
    const posts = site.postsIn(root)
    const hosts = site.shadows ? [...root.querySelectorAll(site.shadows), ...(root instanceof Element && root.matches(site.shadows) ? [root] : [])] : []
    for (const host of hosts) {
      if (host.shadowRoot) posts.push(...this.#enter(host.shadowRoot))
      this.#shadows.observe(host)
    }
    return posts
  }

  #enter(root: ShadowRoot): Element[] {
    this.#roots.add(root)
    this.#mutations.observe(root, this.#observed)
    return this.#postsIn(root)
  }

  /** Removes every badge and stops looking. */
  stop(): void {
    this.#mutations.disconnect()
    this.#sizes.disconnect()
    this.#views.disconnect()
    this.#shadows.disconnect()
    for (const host of this.#badges()) host.remove()
  }

  /** Gives every badge the page's theme, leaving cards open. */
  retheme(): void {
    const theme = this.#options.theme()
    for (const host of this.#badges()) {
      const post = postOfHost(host)
      const root = post && this.#states.get(post)?.badge?.root
      if (root) root.className = `root ${theme}`
    }
  }

  #badges(): Element[] {
    return [document, ...this.#roots].flatMap((root) => [...root.querySelectorAll(BADGE_TAG)])
  }

  #onMutations(records: MutationRecord[]): void {
    if (!this.#options.isAlive()) return this.stop()
    const { site } = this.#options
    const posts = new Set<Element>()
    // Whether more than styles has changed.
    const targets = new Map<Node, boolean>()
    for (const { target, addedNodes, attributeName } of records) {
      targets.set(target, targets.get(target) || (attributeName !== 'class' && attributeName !== 'style'))
      for (const node of addedNodes) if (node instanceof Element) for (const post of this.#postsIn(node)) posts.add(post)
    }
    for (const [target, more] of targets) {
      const post = target.isConnected && site.postOf(target)
      if (!post) continue
      const restyles = more ? 0 : (this.#restyles.get(post) ?? 0) + 1
      this.#restyles.set(post, restyles)
      if (restyles < RESTYLES) posts.add(post)
    }
    // What is gone is held no longer.
    for (const post of this.#hidden) if (!post.isConnected) this.#hidden.delete(post)
    for (const root of this.#roots) if (!root.isConnected) this.#roots.delete(root)
    for (const [id, [post, text]] of this.#waiting) {
      if (post.isConnected && textOf(id) === text) continue
      this.#waiting.delete(id)
      if (post.isConnected) posts.add(post)
    }
    this.#update(posts)
  }

  /** Reads all, then writes all: one layout for a batch however many ads it has. */
  #update(posts: Iterable<Element>): void {
    const readings = [...posts].map((post) => [post, this.#read(post)] as const)
    for (const [post, found] of readings) {
      if (found === 'leave') continue
      try {
        if (found === null) this.#forget(post)
        else this.#draw(post, found)
      } catch (error) {
        complain(error)
      }
    }
    // A tab in the background draws no frames, so no sizes are told either.
    if (document.hidden) this.#arrange(readings.map(([post]) => post))
    // What we wrote ourselves needs no look; the page can't have written in between.
    if (readings.length > 0) this.#mutations.takeRecords()
  }

  #read(post: Element): Found | null | 'leave' {
    const { site } = this.#options
    try {
      const looks = this.#looks.get(post) ?? 0
      const data = this.#options.data()
      if (!data) return null
      const reading = site.read(post, data, looks >= SECOND_LOOKS)
      this.#count(post, reading.evidence.every(({ sign }) => sign !== 'no header'))
      if (reading.verdict === 'ad' && reading.label) {
        const advertiser = site.advertiser(post, data)
        if (Object.values(advertiser).some((part) => part !== null)) {
          // The label was looked at, so the layout is there already.
          const box = boxIn(post)
          if (box) return { advertiser, box, label: reading.label, height: box.getBoundingClientRect().height }
        }
      }
      if (reading.verdict === 'unsure' || reading.verdict === 'ad') {
        // A hidden post shows nothing to judge; its badge comes back into view with it.
        const hidden = !isRendered(boxIn(post) ?? post)
        if (hidden) this.#hidden.add(post)
        if (hidden && this.#states.has(post)) return 'leave'
        for (const id of reading.refersTo) if (this.#waiting.size < WAITING_CAP) this.#waiting.set(id, [post, textOf(id)])
        if (looks < SECOND_LOOKS) this.#views.observe(post)
        // Any style of its header may be what hides a label; of other posts' styles nothing is asked.
        this.#mutations.observe(post, { subtree: true, attributes: true, attributeFilter: ['class', 'style'] })
      }
    } catch (error) {
      complain(error)
    }
    return null
  }

  #count(post: Element, isReadable: boolean): void {
    const { health } = this
    const known = this.#counted.get(post)
    if (known === isReadable) return
    this.#counted.set(post, isReadable)
    health.unreadable += isReadable ? (known === undefined ? 0 : -1) : 1
    if (known !== undefined) return
    health.posts++
    health.sinceAd++
  }

  #draw(post: Element, { advertiser, box, label, height }: Found): void {
    const who = JSON.stringify([advertiser.name, advertiser.page])
    // Parameters of a link may be drawn anew each time.
    const key = JSON.stringify([who, advertiser.domain, advertiser.landing?.split('?')[0]])
    const old = this.#states.get(post)
    const ad = old?.key === key && old.ad.advertiser.landing === advertiser.landing ? old.ad : this.#options.judge(advertiser)
    if (!ad) return this.#forget(post)
    // The same advertiser's ad with the same label keeps its badge, and the card that may be open.
    const same = old?.advertiser === who && old.ad.label.text === ad.label.text && old.ad.label.entryName === ad.label.entryName ? old : null
    // A link that was missing has come; any other link would be another ad in a recycled element.
    const earlier = same && same.key !== key && same.ad.advertiser.landing === null ? same.key : null
    const state = same ?? { advertiser: who, key, ad, badge: null, box, label, size: null, redraws: 0, drawn: 0, height: null }
    if (!same) this.#forget(post)
    Object.assign(state, { key, ad, box, label })
    this.#states.set(post, state)
    this.health.sinceAd = 0
    if (this.sightings.add(key, post, ad, earlier)) this.#options.onAds()
    if (state.badge && isAttached(state.badge.host, post)) return this.#watchSize(state.box)

    this.#sweep(post)
    // What was taken for one post while it was loading may turn out to hold several.
    for (let around = post.parentElement; around; around = around.parentElement) if (this.#states.has(around)) this.#forget(around)
    if (!this.#options.isShown(ad.label)) return
    if (state.redraws >= REDRAWS) {
      this.gaveUp = true
      return
    }
    const now = performance.now()
    state.redraws = state.badge && now - state.drawn < PEACE ? state.redraws + 1 : 0
    state.drawn = now
    const badge = makeBadge({
      label: ad.label,
      look: ad.look,
      advertiser: advertiser.name ?? advertiser.page ?? domainOf(advertiser) ?? '',
      theme: this.#options.theme(),
      dir: this.#options.dir,
      layer: this.#options.site.layer ?? 1,
      onOpen: (opened) => this.#options.onOpen(state.ad, opened),
    })
    state.badge = badge
    state.size = null
    state.height = height
    attach(badge.host, post, box)
    this.#boxes.set(box, post)
    this.#watchSize(box)
  }

  /** Tells the post's size in this very frame, with the layout done, and again whenever it changes. */
  #watchSize(box: Element): void {
    this.#sizes.unobserve(box)
    this.#sizes.observe(box)
  }

  #forget(post: Element): void {
    const state = this.#states.get(post)
    this.#states.delete(post)
    if (state) this.#sizes.unobserve(state.box)
    state?.badge?.host.remove()
    this.#sweep(post)
  }

  /** Badges that aren't the post's in which they are: cloned with it, or left by an earlier version of the extension. */
  #sweep(post: Element): void {
    for (const host of hostsOf(post)) if (this.#states.get(postOfHost(host) ?? host)?.badge?.host !== host) host.remove()
  }

  #arrange(posts: readonly Element[]): void {
    const moves: [HTMLElement, Placement][] = []
    for (const post of posts) {
      const state = this.#states.get(post)
      if (!state?.badge || !state.badge.host.isConnected) continue
      const { box } = state
      const { host, button, place: element } = state.badge
      bringOut(host)
      const before = state.height
      state.height = null
      if (before !== null && Math.abs(box.getBoundingClientRect().height - before) > 0.5) {
        // Page styles may count children: as the last one it is in nobody's way.
        setBack(host)
        this.#watchSize(box)
        continue
      }
      state.size ??= naturalSize(button)
      const placement = measure({ post: box, host, size: state.size, label: state.label, header: this.#options.site.header(post) })
      if (placement) moves.push([element, placement])
    }
    for (const [element, placement] of moves) place(element, placement)
  }

  /** Looks again at what couldn't be seen; called when something may have come into view. */
  lookAtHidden(): void {
    if (this.#hidden.size === 0 || !this.#options.isAlive()) return
    const posts = [...this.#hidden].filter((post) => post.isConnected)
    this.#hidden.clear()
    this.#update(posts)
  }

  #onViews(entries: IntersectionObserverEntry[]): void {
    const posts: Element[] = []
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue
      const looks = (this.#looks.get(target) ?? 0) + 1
      this.#looks.set(target, looks)
      if (looks >= SECOND_LOOKS) this.#views.unobserve(target)
      posts.push(target)
    }
    if (posts.length > 0 && this.#options.isAlive()) this.#update(posts)
  }
}

function textOf(id: string): string {
  return document.getElementById(id)?.textContent ?? ''
}

/** One post that can't be read must not cost the others their badges. */
function complain(error: unknown): void {
  console.debug('AdPledge', error)
}
