import { picture, through, type Surface } from './surface.ts'

const listing = (id: string, number: number, title: string, label = '') => `<div class="cell" data-demo-id="trap: ${id}"><div>${label}<a role="link" href="/marketplace/item/${number}/">${picture(200, 160)}<div>$40</div><div>${title}</div></a></div></div>`
const about = (word: string) => `<div><a role="link" href="/ads/about/?entry_product=ad_preferences">${word}</a></div>`
const ad = (id: string, word: string, name: string, domain: string) => `<div class="cell" data-demo-id="ad: ${id}"><div>${about(word)}<a role="link" target="_blank"${name} href="${through(`https://www.${domain}/sale`)}">${picture(200, 160)}<div>Everything for less</div><div>${domain}</div></a></div></div>`

export const marketplace: Surface = {
  id: 'marketplace',
  css: '.grid { display: grid; grid-template-columns: repeat(4, 200px); gap: 16px; padding: 16px }',
  html: `<div role="main"><div data-pagelet="StreamingBrowseFeed"><h2>Today's picks</h2><div class="grid">
${listing('listing', 1, 'Boots')}${ad('boots', 'Sponsored', ' aria-label="Advertiser link"', 'acme.example')}${listing('boosted listing', 2, 'Bicycle', about('Sponsored'))}${listing('listing called Ad', 3, 'Ad')}
${ad('sofa', 'Gesponsert', ' aria-label="Advertiser link"', 'sofa.example')}${listing('listing called Sponsored', 4, 'Sponsored')}
<div class="cell" data-demo-id="trap: outside without a label"><div><a role="link" aria-label="acme.example" href="${through('https://acme.example/help')}">${picture(200, 160)}<div>Safety tips</div></a></div></div>
</div></div></div>`,
  recycled: ['ad: boots', 'trap: listing'],
}
