import { picture, through, type Surface } from './surface.ts'

interface Video {
  page: string
  name: string
  /** What stands below the name. */
  line: string
  text: string
  link?: string
  above?: string
}

const TIME = '<a role="link" href="/watch/?v=5">3h</a>'
const LABEL = '<a role="link" href="#"><span>Sponsored</span></a>'

const video = (id: string, heading: string, { page, name, line, text, link = '', above = '' }: Video) => `<div class="unit" data-virtualized="false" data-demo-id="${id}"><div>${above}<div class="head">${picture(40, 40)}<div><${heading}><span><a role="link" href="/${page}/"><strong>${name}</strong></a></span></${heading}><div class="line">${line}</div></div></div>
  <div dir="auto">${text}</div><div class="film"><video width="400" height="240"></video></div>${link && `<a href="${through(link)}"><div>${new URL(link).host}</div></a>`}<div class="row"><div role="button">Like</div><div role="button">Comment</div></div></div></div>`

const css = '.unit { width: 400px; margin: 16px auto; background: #fff; padding: 12px } .head { display: flex; gap: 8px } .line { font-size: 13px } video { display: block; background: #222 } .row { display: flex; gap: 40px }'

/** The video feed. */
export const watch: Surface = {
  id: 'video feed',
  css,
  html: `<div role="main"><div id="watch_feed"><div data-pagelet="MainFeed"><div>
${video('ad: drinks', 'h3', { page: 'acmedrinks', name: 'Acme Drinks', line: LABEL, text: 'Cold ones', link: 'https://drinks.example/cold' })}
${video('trap: video that says Sponsored', 'h3', { page: 'jane.films', name: 'Jane Films', line: TIME, text: '<span>Sponsored</span>' })}
${video('trap: page called Ad', 'h3', { page: 'ad', name: 'Ad', line: TIME, text: 'A film' })}
${video('trap: suggested video', 'h3', { page: 'cats', name: 'Cats', line: TIME, text: 'Cats', above: '<div><span>Suggested for you</span></div>' })}
${video('trap: partnership', 'h3', { page: 'cook', name: 'Cook', line: `${TIME} · <a role="link" href="/business/help/1">Paid partnership</a>`, text: 'With Acme' })}
</div></div></div></div>`,
  recycled: ['ad: drinks', 'trap: page called Ad'],
}

/** Reels, one below another. */
export const reels: Surface = {
  id: 'reels',
  css,
  html: `<div role="main"><div aria-label="Reels">
${video('ad: bikes', 'h2', { page: 'acmebikes', name: 'Acme Bikes', line: LABEL, text: 'Ride', link: 'https://bikes.example/' })}
${video('trap: reel that says Sponsored', 'h2', { page: 'joe.reels', name: 'Joe Reels', line: TIME, text: 'Sponsored' })}
${video('trap: suggested reel', 'h2', { page: 'dogs', name: 'Dogs', line: TIME, text: 'Ad', above: '<div><span>Suggested for you</span></div>' })}
<div class="unit" data-virtualized="false" data-demo-id="trap: tray"><div><h3><span>Reels and short videos</span></h3><div><a href="/reel/1/" aria-label="Sponsored reel">${picture(90, 160)}</a><a href="/reel/2/">Ad</a></div></div></div>
</div></div>`,
  recycled: ['ad: bikes', 'trap: reel that says Sponsored'],
}
