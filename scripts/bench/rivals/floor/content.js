// The least that any labeller does: it is told which posts are ads, reads nothing, and badges each as soon as it is there.
const STYLES = ':host{position:absolute!important;width:0;height:0}button{position:absolute;top:4px;left:160px;padding:2px 8px;border:0;border-radius:9px;background:#1a6b3c;color:#fff;font:600 12px/16px sans-serif;white-space:nowrap}'

function badge(post) {
  const host = document.createElement('bench-badge')
  const root = host.attachShadow({ mode: 'closed' })
  const style = document.createElement('style')
  style.textContent = STYLES
  const button = document.createElement('button')
  button.textContent = 'Joined Stop Hate for Profit · July 2020'
  root.append(style, button)
  post.prepend(host)
}

new MutationObserver((records) => {
  for (const { addedNodes } of records) {
    for (const node of addedNodes) {
      if (node.nodeType !== Node.ELEMENT_NODE) continue
      if (node.matches('[data-bench-ad]')) badge(node)
      else for (const post of node.querySelectorAll('[data-bench-ad]')) badge(post)
    }
  }
}).observe(document, { childList: true, subtree: true })
