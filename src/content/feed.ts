import type { Advertiser, Site, SiteData } from '../sites/types.ts'
import { boxIn, isRendered } from '../sites/painted.ts'
import type { BadgeLabel } from '../shared/page-data.ts'
import type { AdOnPage } from './ad.ts'
import { BADGE_TAG, makeBadge, type Badge } from './badge.ts'
import type { Judge } from './judge.ts'
import { attach, bringOut, hostsOf, isAttached, postOfHost, setBack } from './host.ts'
import { measure, naturalSize, place, type Placement, type Size } from './place.ts'
import { makeSightings } from './sightings.ts'

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

/** An ad and its badge, as long as its post shows it. */
interface AdState {
  /** Who advertises, to tell when the same element shows another ad. */
  who: string
  /** What the ad is, as far as it is known; its link may come later. */
  key: string
  ad: AdOnPage
  badge?: Badge
  /** What of the post has a box. */
  box: Element
  label: Element
  size?: Size | undefined
  /** As it was read a moment ago, for the badge's first place. */
  header: readonly Element[] | undefined
  redraws: number
  /** When the badge was drawn last, as `performance.now()`. */
  drawn: number
  /** The post's height before its badge, in pixels, until it has been compared; the badge must not change it. */
  height?: number | undefined
}

/** What is known of a post, whatever it shows. */
interface Known {
  state?: AdState | undefined
  /** Whether it could be read; nothing before it was counted. */
  isReadable?: boolean
  /** What a change in which doesn't change what the post is; none as long as it is unsure. */
  body?: Element | null | undefined
  looks: number
  restyles: number
}

/** What tells whether a site is read as it should be. */
export interface Health {
  /** Posts that were looked at. */
  posts: number
  /** Of these, posts in which no header could be found. */
  unreadable: number
  /** Posts since the last ad. */
  sinceAd: number
  /** Whether a page that kept removing a badge had its way. */
  gaveUp: boolean
}

interface Found {
  advertiser: Advertiser
  header: readonly Element[] | undefined
  box: Element
  label: Element
  height: number
}

export interface FeedOptions {
  site: Site
  /** Of the page's language, which may change. */
  data: () => SiteData | undefined
  isAlive: () => boolean
  judge: Judge
  isShown: (label: BadgeLabel) => boolean
  theme: () => 'light' | 'dark'
  onOpen: (ad: AdOnPage, badge: Badge) => void
  /** Called when the ads of the page have changed, with what is new. */
  onAds: (ad: AdOnPage) => void
}

/** An ad, its badge and its post. */
export interface LabelledAd {
  ad: AdOnPage
  badge: Badge
  post: Element
}

export type Feed = ReturnType<typeof makeFeed>

/**
 * Keeps every ad of a page labelled while posts come, go, are recycled and moved.
 * Everything happens in reaction to the page: mutations, sizes, scrolling into view; no timers.
 */
export function makeFeed({ site, data, isAlive, judge, isShown, theme, onOpen, onAds }: FeedOptions) {
  const sightings = makeSightings<AdOnPage>()
  const health: Health = { posts: 0, unreadable: 0, sinceAd: 0, gaveUp: false }
  const known = new WeakMap<Element, Known>()
  /** Posts by what of them has a box. */
  const boxes = new WeakMap<Element, Element>()
  /** Posts by the id of what may say whether they are ads, with its text when they were looked at. */
  const waiting = new Map<string, [post: Element, text: string]>()
  /** Posts that were rendered but not to be seen; emptied whenever they are looked at again. */
  const hidden = new Set<Element>()
  /** What was read of posts whose advertiser isn't known yet. */
  const undecided = new Map<Element, Found>()
  /** Shadow trees that hold posts. */
  const roots = new Set<Document | ShadowRoot>([document])
  const mutations = new MutationObserver(onMutations)
  const sizes = new ResizeObserver((entries) => arrange(entries.flatMap(({ target }) => boxes.get(target) ?? [])))
  /** An element may be given its shadow tree at any time, of which nothing is told but its size. */
  const trees = new ResizeObserver((entries) => update(new Set(entries.flatMap(({ target }) => postsIn(target)))))
  const views = new IntersectionObserver((entries) => {
    const seen = entries.flatMap(({ target, isIntersecting }) => (isIntersecting ? target : []))
    for (const post of seen) if (++knownOf(post).looks >= SECOND_LOOKS) views.unobserve(post)
    if (isAlive()) update(seen)
  })
  return { sightings, health, start, stop, retheme, lookAtHidden, labelled, adAt }

  function knownOf(post: Element): Known {
    const found = known.get(post) ?? { looks: 0, restyles: 0 }
    known.set(post, found)
    return found
  }

  /** Looks at everything, and again after a change of settings or of the list. */
  function start(): void {
    const posts = new Set(observe(document))
    for (const post of posts) forget(post)
    update(posts)
  }

  /** Observing once more changes nothing. */
  function observe(root: Document | ShadowRoot): Element[] {
    roots.add(root)
    mutations.observe(root, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: [...site.attributes] })
    return postsIn(root)
  }

  /** Also in shadow trees that hold posts, which are observed from then on. */
  function postsIn(root: ParentNode): Element[] {
    const { shadows } = site
    const hosts = shadows ? [...(root instanceof Element && root.matches(shadows) ? [root] : []), ...root.querySelectorAll(shadows)] : []
    for (const host of hosts) trees.observe(host)
    return [...site.postsIn(root), ...hosts.flatMap(({ shadowRoot }) => (shadowRoot ? observe(shadowRoot) : []))]
  }

  /** Removes every badge and stops looking. */
  function stop(): void {
    for (const observer of [mutations, sizes, trees, views]) observer.disconnect()
    hidden.clear()
    undecided.clear()
    for (const host of badges()) host.remove()
  }

  /** Gives every badge the page's theme, leaving cards open. */
  function retheme(): void {
    for (const { badge } of labelled()) badge.root.className = `root ${theme()}`
  }

  function labelled(): LabelledAd[] {
    return badges().flatMap((host) => {
      const state = known.get(postOfHost(host) ?? host)?.state
      return state?.badge ? { ad: state.ad, badge: state.badge, post: state.box } : []
    })
  }

  function adAt(node: Node): AdOnPage | undefined {
    // Of what is no post nothing is known.
    return known.get(site.postOf(node) as Element)?.state?.ad
  }

  function badges(): Element[] {
    return [...roots].flatMap((root) => [...root.querySelectorAll(BADGE_TAG)])
  }

  function onMutations(records: MutationRecord[]): void {
    if (!isAlive()) return stop()
    const posts = new Set<Element>()
    // Whether more than styles has changed.
    const targets = new Map<Node, boolean>()
    for (const { target, addedNodes, removedNodes, attributeName } of records) {
      for (const node of addedNodes) if (node instanceof Element) for (const post of postsIn(node)) posts.add(post)
      const around = bodyAround(target)
      // Below their headers posts change all the time: numbers, comments, players.
      if (around && !(around.state && [target, ...addedNodes, ...removedNodes].some(isClue))) continue
      targets.set(target, targets.get(target) || (attributeName !== 'class' && attributeName !== 'style'))
    }
    for (const [target, more] of targets) {
      const post = target.isConnected && site.postOf(target)
      if (!post) continue
      const of = knownOf(post)
      of.restyles = more ? 0 : of.restyles + 1
      if (of.restyles < RESTYLES) posts.add(post)
    }
    // What is gone is held no longer.
    for (const post of hidden) if (!post.isConnected) hidden.delete(post)
    for (const root of roots) if (!root.isConnected) roots.delete(root)
    for (const [id, [post, text]] of waiting) {
      if (post.isConnected && textOf(id) === text) continue
      waiting.delete(id)
      if (post.isConnected) posts.add(post)
    }
    update(posts)
  }

  /** The post in whose body a node is. */
  function bodyAround(node: Node): Known | undefined {
    for (let box: Node | null = node; box; box = box.parentNode) {
      const of = known.get(box as Element)
      if (of) return of.body && box.contains(of.body) && (of.body === node || of.body.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) ? of : undefined
    }
    return undefined
  }

  /** Whether a node is, holds or is in something that tells who advertises. */
  function isClue(node: Node): boolean {
    const element = node instanceof Element ? node : node.parentElement
    const { bodyClues = '*' } = site
    return element !== null && (element.closest(bodyClues) !== null || element.querySelector(bodyClues) !== null)
  }

  /** Reads all, then writes all: one layout for a batch however many ads it has. */
  function update(posts: Iterable<Element>): void {
    show([...posts].map((post) => [post, attempt(() => read(post))] as const))
  }

  function show(readings: readonly (readonly [Element, Found | 'leave' | undefined])[]): void {
    for (const [post, found] of readings) {
      undecided.delete(post)
      if (found !== 'leave') attempt(() => (found ? draw(post, found) : forget(post)))
    }
    // A tab in the background draws no frames, so no sizes are told either.
    if (document.hidden) arrange(readings.map(([post]) => post))
    // What we wrote ourselves needs no look; the page can't have written in between.
    if (readings[0]) mutations.takeRecords()
  }

  function read(post: Element): Found | 'leave' | undefined {
    const of = knownOf(post)
    const words = data()
    if (!words) return
    of.body = site.settledBody?.(post, words)
    if (of.body) {
      count(of, true)
      return
    }
    const { verdict, evidence, label, refersTo, body, header } = site.read(post, words, of.looks >= SECOND_LOOKS)
    of.body = verdict === 'unsure' ? null : body
    count(of, evidence.every(({ sign }) => sign !== 'no header'))
    // Of posts that can't be ads the layout isn't asked.
    const box = verdict === 'ad' || verdict === 'unsure' ? boxIn(post) : null
    if (label && box) {
      const advertiser = site.advertiser(post, words)
      // The label was looked at, so the layout is there already.
      if (Object.values(advertiser).some((part) => part !== null)) return { advertiser, header, box, label, height: box.getBoundingClientRect().height }
    }
    if (verdict !== 'unsure' && verdict !== 'ad') return
    // A hidden post shows nothing to judge; its badge comes back into view with it.
    const isHidden = !isRendered(box ?? post)
    if (isHidden) hidden.add(post)
    if (isHidden && of.state) return 'leave'
    for (const id of refersTo) if (waiting.size < WAITING_CAP) waiting.set(id, [post, textOf(id)])
    if (of.looks < SECOND_LOOKS) views.observe(post)
    // Any style of its header may be what hides a label; of other posts' styles nothing is asked.
    mutations.observe(post, { subtree: true, attributes: true, attributeFilter: ['class', 'style'] })
  }

  function count(of: Known, isReadable: boolean): void {
    if (of.isReadable === undefined) {
      health.posts++
      health.sinceAd++
    } else if (!of.isReadable) health.unreadable--
    if (!isReadable) health.unreadable++
    of.isReadable = isReadable
  }

  function draw(post: Element, found: Found): void {
    const { advertiser, header, box, label, height } = found
    const of = knownOf(post)
    const old = of.state
    const who = JSON.stringify([advertiser.name, advertiser.page])
    // Parameters of a link may be drawn anew each time.
    const key = JSON.stringify([who, advertiser.domain, advertiser.landing?.split('?')[0]])
    const ad = old?.key === key && old.ad.advertiser.landing === advertiser.landing ? old.ad : judge(advertiser)
    if (ad === null) undecided.set(post, found)
    // It may be the same ad with more of it known.
    if (ad === null && old?.who === who) return
    // The same advertiser's ad with the same label keeps its badge, and the card that may be open.
    const same = ad && old?.who === who && old.ad.label.text === ad.label.text && old.ad.label.entryName === ad.label.entryName ? old : null
    // A link that was missing has come; any other link would be another ad in a recycled element.
    const earlier = same && same.key !== key && same.ad.advertiser.landing === null ? same.key : null
    if (!same) forget(post)
    if (!ad) return
    const state: AdState = (of.state = Object.assign(same ?? { redraws: 0, drawn: 0 }, { who, key, ad, box, label, header }))
    health.sinceAd = 0
    if (sightings.add(key, post, ad, earlier)) onAds(ad)
    sweep(post)
    if (state.badge && isAttached(state.badge.host, post)) return watchSize(box)

    // What was taken for one post while it was loading may turn out to hold several.
    for (let around = post.parentElement; around; around = around.parentElement) if (known.get(around)?.state) forget(around)
    if (!isShown(ad.label)) return
    if (state.redraws >= REDRAWS) {
      health.gaveUp = true
      return
    }
    const now = performance.now()
    const badge = makeBadge({
      label: ad.label,
      look: ad.look,
      advertiser: ad.name,
      theme: theme(),
      layer: site.layer ?? 1,
      onOpen: (opened) => onOpen(state.ad, opened),
    })
    Object.assign(state, { redraws: state.badge && now - state.drawn < PEACE ? state.redraws + 1 : 0, drawn: now, badge, size: undefined, height })
    attach(badge.host, post, box)
    boxes.set(box, post)
    watchSize(box)
  }

  /** Tells the post's size in this very frame, with the layout done, and again whenever it changes. */
  function watchSize(box: Element): void {
    sizes.unobserve(box)
    sizes.observe(box)
  }

  function forget(post: Element): void {
    const of = knownOf(post)
    if (of.state) {
      sizes.unobserve(of.state.box)
      of.state.badge?.host.remove()
    }
    of.state = undefined
    sweep(post)
  }

  /** Badges that aren't the post's in which they are: cloned with it, or left by an earlier version of the extension. */
  function sweep(post: Element): void {
    for (const host of hostsOf(post)) if (known.get(postOfHost(host) ?? host)?.state?.badge?.host !== host) host.remove()
  }

  function arrange(posts: readonly Element[]): void {
    const moves: [HTMLElement, Placement][] = []
    for (const post of posts) {
      const state = known.get(post)?.state
      if (!state?.badge?.host.isConnected) continue
      const { box, height, label } = state
      const { host, button, place: element } = state.badge
      bringOut(host)
      state.height = undefined
      if (height !== undefined && Math.abs(box.getBoundingClientRect().height - height) > 0.5) {
        // Page styles may count children: as the last one it is in nobody's way.
        setBack(host)
        watchSize(box)
        continue
      }
      const placement = measure({ post: box, host, size: (state.size ??= naturalSize(button)), label, header: state.header ?? site.header(post), wanted: state.ad.look.corner })
      state.header = undefined
      if (placement) moves.push([element, placement])
    }
    for (const move of moves) place(...move)
  }

  /** Looks again at what couldn't be seen or judged; called when something may have come into view, or is known now. */
  function lookAtHidden(): void {
    if (!isAlive()) return
    const readings = [...undecided].filter(([post]) => post.isConnected)
    undecided.clear()
    show(readings)
    const posts = [...hidden].filter((post) => post.isConnected)
    if (!posts[0]) return
    hidden.clear()
    update(posts)
  }
}

function textOf(id: string): string {
  return document.getElementById(id)?.textContent ?? ''
}

/** One post that can't be read must not cost the others their badges. */
function attempt<Result>(work: () => Result): Result | undefined {
  try {
    return work()
  } catch (error) {
    console.debug('AdPledge', error)
  }
}
