/** Less than this, in pixels, is no card to read; it then covers its badge. */
const LEAST_HEIGHT = 260

/** Below the badge, or above where there is no room; scrolls with the page. */
export function position(card: HTMLElement, anchor: HTMLElement): void {
  const margin = 8
  const from = anchor.getBoundingClientRect()
  const size = card.getBoundingClientRect()
  const { clientWidth, clientHeight } = document.documentElement
  const left = card.dir === 'rtl' ? from.right - size.width : from.left
  const roomBelow = clientHeight - from.bottom - 2 * margin
  const roomAbove = from.top - 2 * margin
  const isBelow = roomBelow >= size.height || roomBelow >= roomAbove
  const room = Math.max(LEAST_HEIGHT, isBelow ? roomBelow : roomAbove)
  const height = Math.min(size.height, room)
  card.style.maxBlockSize = `${Math.min(room, clientHeight - 2 * margin)}px`
  const wanted = isBelow ? from.bottom + margin : from.top - margin - height
  const top = Math.max(margin, Math.min(wanted, clientHeight - height - margin))
  card.style.left = `${Math.max(margin, Math.min(left, clientWidth - size.width - margin)) + scrollX}px`
  card.style.top = `${top + scrollY}px`
}
