/** One page, as it is drawn when nothing of it is late. */
export interface Surface {
  id: string
  /** Whether it is one of m.facebook.com. */
  isMobile?: true
  css: string
  html: string
  /** An ad whose element is used again for the content of a trap. */
  recycled: readonly [ad: string, trap: string]
}

/** A link through Facebook's redirector. */
export const through = (address: string) => `https://l.facebook.com/l.php?u=${encodeURIComponent(address)}&amp;h=AT0`

/** A picture of its own size, without a request. */
export const picture = (width: number, height: number) => `<svg class="picture" width="${width}" height="${height}" viewBox="0 0 1 1" preserveAspectRatio="none"><path d="M0 0h1v1H0z" fill="#8aa4c8"/></svg>`

const BASE_STYLE = 'body { margin: 0; font: 15px/20px sans-serif; background: #f0f2f5 } a { color: inherit; text-decoration: none } h2, h3, h4 { margin: 0; font-size: 15px } .picture { display: block }'

/** @param isLate the page is empty until its template is put into `#mount` */
export function renderSurface({ css, html }: Surface, isLate = false): string {
  const body = isLate ? `<div id="mount"></div><template>${html}</template>` : `<div id="mount">${html}</div>`
  return `<!doctype html><html lang="en" id="facebook"><head><meta charset="utf-8"><title>Facebook</title><style>${BASE_STYLE} ${css}</style></head><body>${body}</body></html>`
}
