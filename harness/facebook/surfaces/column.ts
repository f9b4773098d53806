import { picture, through, type Surface } from './surface.ts'

/** The right column as it is now: one heading for all ads, and lists of people below it. */

const ad = (id: string, title: string, domain: string, address: string) => `<div data-demo-id="ad: ${id}"><div class="row">
  <a role="link" target="rhcad${id.length}" rel="nofollow noreferrer external" href="${through(address)}">${picture(120, 120)}<div><div>${title}</div><div class="domain">${domain}</div></div></a></div></div>`

const person = (id: string, name: string, href: string) => `<div data-demo-id="trap: ${id}"><a role="link" href="${href}">${picture(36, 36)}<span>${name}</span></a></div>`

export const column: Surface = {
  id: 'right column',
  css: '.column { width: 360px; padding: 16px; margin-inline-start: auto } .column section { margin-block-end: 20px } .column a { display: flex; gap: 12px; padding: 8px; align-items: center } .domain { color: #65676b; font-size: 13px }',
  html: `<div role="main"><p>Feed</p></div><div role="complementary" class="column">
<section><div><h3><span>S\u200Bpon\u2060sored\uFEFF</span></h3></div><div>${ad('shoes', 'Shoes for spring', 'ACME.EXAMPLE', 'https://www.acme.example/spring?utm_source=fb')}${ad('insurance', 'Insured in a minute', 'borealis.example', 'https://borealis.example/')}</div></section>
<section><h3>Create an ad</h3><div data-demo-id="trap: own prompt"><a href="/ad_campaign/landing.php?placement=rhc">Sponsored: create ad</a></div></section>
<section><h3>Birthdays</h3>${person('birthday', 'Jane Roe', '/events/birthdays/')}</section>
<section><h3>Contacts</h3>${person('contact', 'Sponsored', '/messages/t/1')}${person('contact called Ad', 'Ad', '/messages/t/2')}<div data-demo-id="trap: shared link"><a href="${through('https://elsewhere.example/party')}">elsewhere.example</a></div></section>
<section><h3>Group chats</h3>${person('chat', 'Ad people', '/messages/t/3')}</section></div>`,
  recycled: ['ad: shoes', 'trap: contact called Ad'],
}

const oldAd = (id: string, title: string, domain: string, address: string) => `<div class="ego_unit" data-demo-id="ad: ${id}"><div class="close"><a role="button" href="#" aria-label="Report or learn more"></a></div>
  <a href="${address}" data-lynx-uri="${through(address)}" target="_blank">${picture(280, 140)}<div><strong>${title}</strong></div><div class="domain">${domain}</div><div>All of it, now.</div></a></div>`

/** The same in 2018. */
export const oldColumn: Surface = {
  id: 'right column of 2018',
  css: '.old { width: 300px; margin-inline-start: auto } .ego_unit { margin: 8px; padding: 4px }',
  html: `<div class="old"><div class="ego_section"><div><div><a href="/ad_campaign/landing.php?placement=egot">Sponsored</a></div><a href="/ad_campaign/landing.php?placement=emuca">Create Ad</a></div>
<div>${oldAd('tea', 'Tea by post', 'tea.example', 'https://tea.example/')}<div class="ego_unit" data-demo-id="trap: old prompt"><a href="/ad_campaign/landing.php?placement=unit">Reach more people: Sponsored</a></div></div></div>
<div class="ego_section"><div>People you may know</div><div><div class="ego_unit" data-demo-id="trap: person"><a href="/jane.roe">Sponsored Roe</a> <a href="${through('https://roe.example/')}">roe.example</a></div></div></div></div>`,
  recycled: ['ad: tea', 'trap: old prompt'],
}
