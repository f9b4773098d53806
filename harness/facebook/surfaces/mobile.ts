import { picture, type Surface } from './surface.ts'

let number = 0
const line = (text: string) => `<div data-mcomponent="ServerTextArea" class="m"><div class="native-text"><span>${text}</span></div></div>`
const unit = (id: string, name: string, second: string, ...more: string[]) => `<div class="m unit" data-mcomponent="MContainer" data-tracking-duration-id="${++number}" data-demo-id="${id}"><div class="m head">${picture(40, 40)}<div class="m">${line(name)}${line(second)}</div></div>${more.map(line).join('')}<div class="m">${picture(360, 200)}</div>${line('Like')}</div>`

/** The site for phones. */
export const mobile: Surface = {
  id: 'phones',
  isMobile: true,
  css: '.unit { width: 360px; margin: 12px auto; background: #fff } .head { display: flex; gap: 8px; padding: 8px }',
  html: `<div data-type="vscroller">
${unit('ad: coffee', 'Acme Coffee', 'Sponsored · \u{F0A9C}', 'Fresh beans')}
${unit('ad: letters', 'Borealis', '-\u034FA\u034F-d-', 'Insured')}
${unit('trap: body says Sponsored', 'Jane Roe', '2h · \u{F0A9C}', 'Sponsored')}
${unit('trap: name is Ad', 'Ad', 'Yesterday · \u{F0A9C}', 'Hello')}
${unit('trap: phone partnership', 'Cook', '3h · Paid partnership', 'With Acme')}
${unit('trap: phone suggestion', 'Suggested for you', 'Cats', 'Sponsored')}
</div>`,
  recycled: ['ad: coffee', 'trap: body says Sponsored'],
}

const article = (id: string, attributes: string, name: string, page: string, text: string) => `<article class="unit" data-demo-id="${id}" ${attributes}><header><h3><strong><a href="/${page}/?refid=1">${name}</a></strong></h3><div>Today</div></header><div><p>${text}</p></div>${picture(360, 120)}<footer><a href="/like">Like</a></footer></article>`

/** The same before. */
export const oldMobile: Surface = {
  id: 'phones, before',
  isMobile: true,
  css: '.unit { display: block; width: 360px; margin: 12px auto; background: #fff }',
  html: `<div id="m_newsfeed_stream">
${article('ad: store', `data-store='{"is_sponsored.1":1}' data-ft='{"top_level":"1"}'`, 'Acme Store', 'acmestore', 'On sale')}
${article('ad: by feed data', `data-ft='{"tn":"-R","ei":"AI@x"}'`, 'Acme Toys', 'acmetoys', 'Toys')}
${article('trap: article that says Sponsored', `data-store='{"is_sponsored.0":1}' data-ft='{"tn":"-R"}'`, 'Jane Roe', 'jane.roe', 'Sponsored')}
</div>`,
  recycled: ['ad: store', 'trap: article that says Sponsored'],
}
