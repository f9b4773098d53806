import { metaAdLibrary } from './ad-library.ts'
import { evidenceOf, isOtherKind } from './evidence.ts'
import { adLinkName, cardOf, domainIn, isCard } from './facebook-cards.ts'
import { ADS_ABOUT, boxesOf, headerOf, PARTNERSHIP, PERMALINK, rawText, settledBody, type Slot, slotsOf } from './facebook-header.ts'
import { BASE, outwards, pageOf, printedDomain, theme, urlOf } from './facebook-links.ts'
import { CONTAINER, nameIn, OLD_POST, postOf, postsIn, PROFILE_NAME } from './facebook-posts.ts'
import { normaliseLabel, plainText } from './text.ts'
import type { Advertiser, Origins, Evidence, Reading, Site, SiteAbout, SiteData } from './types.ts'
import { piecesOf } from './document-text.ts'
import { SEPARATOR } from './reading-order.ts'
import { lookAt, type Look } from './visible-text.ts'

/** The Facebook feed, groups, search results and videos, and what stands beside them. */

// ---- what its header says

/** The parameters by which Facebook's own links told an ad until 2019. */
function adParameter(name: Element): string {
  const link = name.closest('a') ?? name.querySelector('a')
  // Few have any.
  const url = /sponsored|token/.test(link?.getAttribute('href') ?? '') ? urlOf(link) : null
  return ['ft[is_sponsored]', 'client_token'].find((key) => url?.searchParams.get(key)) ?? ''
}

/** Reads the words first, and the layout only where they could be a label: most posts can't be ads. */
function read(post: Element, { words, ignored }: SiteData, lastLook = false): Reading {
  const header = headerOf(post)
  const slots = header.name ? slotsOf(header) : []
  const evidence: Evidence[] = []
  let label: Element | null = null

  for (const element of header.elements) {
    const text = normaliseLabel(rawText(element))
    if (words.suggested.includes(text)) add('suggested', 'suggested', text)
  }
  const special = isCard(post) && header.name && adLinkName(header.name, words)
  if (special) add('ad mark', 'ad', special)
  for (const { path, text } of slots) {
    if (PARTNERSHIP.test(path) || words.partnership.some((word) => `${text} `.startsWith(`${word} `))) add('paid partnership', 'paid-partnership', text)
  }
  const strong = slots.filter((slot) => slot.names.some(({ text }) => isLabel(normaliseLabel(text))) || canSpell(slot) || ADS_ABOUT.test(slot.path))
  // What shows no text may be drawn by a style sheet; where a link says something it need not be asked.
  const says = slots.some((slot) => slot.link && !strong.includes(slot) && (slot.text !== '' || isTime(slot, normaliseLabel(slot.names[0]?.text))))
  const drawn = !says && slots.some(({ text, element }) => text === '' && element.childElementCount > 0)
  // A card's heading is outside of it.
  look(strong.length > 0 || drawn ? lookAt(isCard(post) ? post.ownerDocument.body : post) : null)
  if (special) label ??= header.name
  const weighed = header.name ? weigh(header.name) : 'unsure'
  // Signs that don't count for now make no ad.
  const verdict = weighed === 'ad' && !evidence.some(({ says }) => says === 'ad') ? 'unsure' : weighed
  if (evidence.length === 0) add(header.name ? 'none' : 'no header', 'unsure', '')
  return { verdict, evidence, label: verdict === 'ad' ? label : null, refersTo: slots.flatMap((slot) => slot.refersTo), body: header.body, header: boxesOf(header) }

  function add(sign: Evidence['sign'], says: Evidence['says'], value: string | null): void {
    if (says !== 'ad' || !ignored.includes(sign)) evidence.push(evidenceOf(sign, says, value))
  }

  function isLabel(text: string, split = false): boolean {
    return words.sponsored.some((word) => word === text || (split && word.replaceAll(' ', '') === text.replaceAll(' ', '')))
  }

  /** "Just now" has no digit, but leads to the post, as only a label does beside it. */
  function isTime({ link, path }: Slot, text: string): boolean {
    return link !== null && text !== '' && !isLabel(text) && (/\p{Nd}/u.test(text) || PERMALINK.test(path) || words.time.includes(text))
  }

  /** Whether what stands here, put in some order and with some of it hidden, is a label. */
  function canSpell({ pieces, text }: Slot): boolean {
    return words.sponsored.some((word) => {
      // A short word is in many; a longer one may be all that is left of a text.
      if (pieces.length < 2) return (word.length > 2 ? text.includes(word) : text.split(SEPARATOR).includes(word)) || text.split('').toReversed().join('') === word
      // Letters come in pieces no longer than the word; "Suggested for you" is no heap of letters.
      const letters = pieces.flatMap((piece) => (piece.length > word.length ? [] : piece.split('')))
      return word.split('').every((letter) => {
        const at = letters.indexOf(letter)
        letters.splice(at, at < 0 ? 0 : 1)
        return at >= 0 || letter === ' '
      })
    })
  }

  /**
   * Adds what each slot says to the evidence.
   * @param eye null where the words of the document will do
   */
  function look(eye: Look | null): void {
    let paidFor = false
    let readable = false
    const unseen: [link: Element, spoken: string][] = []
    for (const slot of slots) {
      const { element, link, names, path } = slot
      const isPayer = (part: string) => words.paidFor.some(([before, after]) => part.startsWith(before) && part.endsWith(after))
      // With a label found, nothing but a link speaks against it.
      if (label && eye && !link && !isPayer(slot.text)) continue
      const read = (drawn: boolean) => {
        const seen = eye ? eye.read(slot.node, drawn) : [{ text: slot.text, element, split: false }]
        const texts = seen.map((stretch) => normaliseLabel(stretch.text))
        const text = texts.join(' ').trim()
        return { texts, text, found: eye && (seen.find((stretch, at) => isLabel(texts[at] ?? '', stretch.split)) ?? (isLabel(text, true) ? seen[0] : null)) }
      }
      const written = read(false)
      // What style sheets draw is asked for only where the rest says nothing, or not what it might.
      const { texts, text, found } = eye && !written.found && !label && (written.text === '' || strong.includes(slot)) ? read(true) : written
      // Of what can't be seen at all nothing counts, whatever it is called.
      if (eye && text === '' && !eye.sees(element, false)) continue
      const name = eye ? names.find((one) => eye.sees(one.element, false)) : names[0]
      const spoken = normaliseLabel(name?.text)
      // Who can't see it is told the same; heaps of letters that we can't put in order say no other.
      const isNamed = isLabel(spoken) && (text === '' || (canSpell(slot) && !isTime(slot, text))) && eye?.sees(link ?? element)
      const isAbout = link !== null && ADS_ABOUT.test(path)
      if (isAbout && (text !== '' || eye?.sees(link))) {
        add('ads/about', 'ad', path)
        label ??= link
      }
      if (found || isNamed) {
        add(found ? 'label' : 'aria-label', 'ad', found?.text ?? name?.text ?? '')
        label ??= found?.element ?? link ?? element
      } else if (isTime(slot, text || spoken)) {
        // Who paid may have a digit in its name; a post's time stands before that.
        if (!paidFor) add('time', 'organic', text || spoken)
      } else if (text === '' && link && !isAbout) {
        // A time drawn as a picture: whatever else here spells a label, it isn't the one.
        if (spoken === '' && link.querySelector('svg, canvas, img')) add('unreadable', 'unsure', path)
        else if (link.textContent !== '') unseen.push([link, spoken])
      }
      readable ||= link !== null && (text !== '' || (spoken !== '' && !isLabel(spoken) && !link.matches('[role=button]')))
      const payer = label && texts.find(isPayer)
      if (payer) {
        add('paid for by', 'ad', payer)
        paidFor = true
      }
    }
    // Characters without a glyph, as labels have and times don't: the word may be drawn by styles that we can't ask.
    if (readable || label) return
    const [[link, spoken] = [null, ''], other] = unseen
    if (!link) return
    const isNamed = !other && isLabel(spoken)
    add('invisible text', isNamed ? 'ad' : 'unsure', spoken)
    if (isNamed) label = link
  }

  /** Any sign against an ad outweighs a label: no badge is better than a wrong one. */
  function weigh(name: Element): Evidence['says'] {
    const parameter = adParameter(name)
    const letters = slots.find((slot) => slot.pieces.length > 1 && canSpell(slot))
    if (!label && letters && parameter) {
      // Saved without its style sheets nothing tells letters from decoys; the link does.
      add('letters without styles', 'ad', letters.text)
      label = letters.element
    }
    if (label && parameter) add('ad parameter', 'ad', parameter)
    const against = evidence.filter(({ says }) => says !== 'ad')
    // Signs that organic posts may have too: together they tip what would stay unsure.
    if (lastLook && evidence.length === 1 && against[0]?.sign === 'invisible text' && post.querySelector('img[src*="/t45.1600-"]') && post.querySelector('a[href*="/l.php?"][href*=utm_]')) {
      add('ad content', 'ad', '')
      label = slots.find(({ link, text }) => text === '' && link?.textContent)?.link ?? null
      if (label) return 'ad'
    }
    // Without a label the named kinds go before a mere time stamp.
    if (!label) return (against.find(isOtherKind) ?? against[0])?.says ?? 'unsure'
    // Ads had a time as well until 2019.
    const timed = parameter !== '' || post.matches(OLD_POST) || post.querySelector(OLD_POST) !== null
    return against.every(({ sign }) => timed && sign === 'time') ? 'ad' : 'unsure'
  }
}

// ---- who the advertiser is

function advertiser(post: Element, { notPages }: SiteData): Advertiser {
  const { meta, link } = linkIn(post)
  const holder = nameIn(post)
  const named = holder?.matches('a') ? holder : holder?.querySelector('a[href]')
  // Without the text of pictures: a verified mark may have a title.
  const texts = holder ? piecesOf(named ?? holder).filter(({ node, element }) => node && !element.closest('svg')) : []
  const name = plainText(texts.map(({ text }) => text).join(''), 200) || null
  const page = pageOf(named, notPages)
  const isWhole = isCard(post) || name !== null || page !== null
  // Who hasn't come yet isn't told by where a link leads; only cards have no name.
  return { name, page, domain: isWhole ? printedDomain(isCard(post) ? domainIn(post) : meta) : null, landing: (isWhole && link && outwards(link)?.href) || null }
}

/** The link that an ad is for, and what is printed of where it leads. */
function linkIn(post: Element): { meta: Element | undefined; link: Element | undefined } {
  // Comments and other posts inside this one have links of their own.
  const mine = (element: Element) => {
    const comment = element.closest('[role=article]')
    return (!comment || comment.contains(post)) && (element.closest(CONTAINER) === post || (postOf(element) ?? post) === post)
  }
  const links = [...post.querySelectorAll('a[href*="//"]:not([href^="https://www.facebook.com/"])')].filter((link) => outwards(link) && mine(link))
  return {
    meta: [...post.querySelectorAll('[data-ad-rendering-role=meta]')].find(mine),
    // A link in the text may lead anywhere; the card's is what the ad is for.
    link: links.find((candidate) => !isInText(candidate)) ?? links[0],
  }
}

/** Where each part of an advertiser was read, for those who look into it. */
export function origins(post: Element, { name, page, domain, landing }: Advertiser): Origins {
  const { link } = linkIn(post)
  return {
    ...(name !== null && { name: nameIn(post)?.matches(PROFILE_NAME) ? 'name' : 'heading' }),
    ...(page !== null && { page: 'link of the name' }),
    ...(domain !== null && { domain: 'link card' }),
    ...(landing !== null && { landing: link && isInText(link) ? 'link in text' : 'link card' }),
  }
}

function isInText(link: Element): boolean {
  return link.closest('[data-ad-rendering-role=story_message], [data-ad-preview=message]') !== null
}

export const about: SiteAbout = {
  id: 'facebook',
  name: 'Facebook',
  home: BASE,
  matches: ['https://www.facebook.com/*', 'https://m.facebook.com/*'],
  isRequired: true,
  moreScripts: ['facebook-mobile'],
  standsAlone: true,
  pageUrl: (page) => (/^\d+$/.test(page) ? `${BASE}profile.php?id=${page}` : `${BASE}${encodeURIComponent(page)}`),
  adLibrary: ({ name, page }) => metaAdLibrary(name, page),
}

export const site: Site = {
  id: 'facebook',
  bodyClues: 'a, [data-ad-rendering-role]',
  attributes: ['aria-label', 'aria-labelledby', 'data-content', 'href', 'aria-posinset', 'role', 'data-ad-rendering-role'],
  postsIn,
  settledBody,
  postOf: (node) => postOf(node) ?? cardOf(node),
  read,
  advertiser,
  header: (post) => boxesOf(headerOf(post)),
  theme,
}
