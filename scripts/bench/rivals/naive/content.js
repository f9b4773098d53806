// How most extensions do it: after every change they wait for some quiet, then look through the whole document once more.
const LABELS = ['Sponsored', 'Ad']
let timer = 0

function rescan() {
  for (const post of document.querySelectorAll('[aria-posinset]')) {
    if (post.querySelector('bench-badge')) continue
    for (const link of post.querySelectorAll('a')) {
      if (link.offsetWidth === 0 || !LABELS.includes(seenIn(link))) continue
      const badge = document.createElement('bench-badge')
      badge.style.cssText = 'position:absolute;padding:2px 8px;border-radius:9px;background:#1a6b3c;color:#fff;font:600 12px/16px sans-serif'
      badge.textContent = 'Joined Stop Hate for Profit · July 2020'
      post.prepend(badge)
      break
    }
  }
}

// Letters that are drawn in another order are read in that order.
function seenIn(link) {
  const letters = [...link.querySelectorAll('span')].filter((span) => span.childElementCount === 0 && getComputedStyle(span).position !== 'absolute')
  if (letters.length < 2) return link.innerText.trim()
  return letters.map((span) => [Number(getComputedStyle(span).order), span.textContent]).sort((a, b) => a[0] - b[0]).map(([, text]) => text).join('').trim()
}

new MutationObserver(() => {
  clearTimeout(timer)
  timer = setTimeout(rescan, 200)
}).observe(document.documentElement, { childList: true, subtree: true })
rescan()
