import { avatar } from './header.ts'
import { html, type Html } from './html.ts'
import { icon, ICON_ORDER } from './icons.ts'
import { JANE, PEOPLE } from './pools.ts'
import type { Words } from './words.ts'

export function topBar({ search }: Words): Html {
  return html`<div role="banner" class="bar"><div class="bar-start"><span class="bar-name">Demo feed</span><div class="bar-search">${icon('search', 16)}<span>${search}</span></div></div>
<div role="navigation" class="bar-middle"><span class="tab on">${icon('home', 24)}</span><span class="tab">${icon('people', 24)}</span><span class="tab">${icon('video', 24)}</span><span class="tab">${icon('group', 24)}</span></div>
<div class="bar-end"><span class="disc">${icon('comment')}</span><span class="disc">${icon('bell')}</span><span class="me">${avatar(JANE, 40)}</span></div></div>`
}

export function startColumn({ places }: Words): Html {
  const rows = places.map((place, i) => html`<li><span class="place">${icon(ICON_ORDER[i] ?? 'group', 22)}</span><span>${place}</span></li>`)
  return html`<div role="navigation" class="side"><ul><li>${avatar(JANE, 32)}<span>${JANE.name}</span></li>${rows}</ul></div>`
}

export function endColumn({ contacts, birthdays, birthdayText }: Words): Html {
  const rows = PEOPLE.slice(1).map((by) => html`<li>${avatar(by, 32)}<span>${by.name}</span></li>`)
  return html`<div role="complementary" class="side"><h3>${birthdays}</h3><p>${birthdayText}</p><h3>${contacts}</h3><ul data-demo-contacts>${rows}</ul></div>`
}

export function composer({ composer: prompt, live, photo, feeling }: Words): Html {
  return html`<div class="card composer"><div class="composer-row">${avatar(JANE, 40)}<span class="prompt">${prompt}</span></div><div class="actions"><div class="action"><span class="action-inner">${icon('video')}<span>${live}</span></span></div><div class="action"><span class="action-inner">${icon('photo')}<span>${photo}</span></span></div><div class="action"><span class="action-inner">${icon('smile')}<span>${feeling}</span></span></div></div></div>`
}
