/** Posts of pages that mean ill. */

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

export function ad(name: string, { href = 'https://www.facebook.com/somebody', landing = '', label = 'Sponsored' } = {}): string {
  return `<div aria-posinset="1"><h4><span data-ad-rendering-role="profile_name"><a href="${escape(href)}">${escape(name)}</a></span></h4>
    <span><a href="#">${label}</a></span><div data-ad-rendering-role="story_message">text</div>
    ${landing && `<a href="${escape(landing)}"><div data-ad-rendering-role="meta">${escape(landing)}</div></a>`}
    <span data-ad-rendering-role="like_button">Like</span></div>`
}

/** Somebody's post: no ad. */
export function organic(name: string): string {
  return ad(name, { label: '2h', href: 'https://www.facebook.com/jane.roe' }).replace('<a href="#">2h</a>', '<a href="https://www.facebook.com/jane.roe/posts/1">2h</a>')
}

export function pageOf(posts: string, script = ''): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><script>${script}</script></head><body>${posts}</body></html>`
}
