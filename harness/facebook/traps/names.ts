import { escape } from '../../../demo/html.ts'
import { pick } from '../../../demo/random.ts'
import { DOT, nameHref } from '../parts.ts'
import { FRIEND, labelIn, simple, type Setting, type Trap } from './organic.ts'

/** People, pages and groups called like the label. */

const named = (name: string, slug: string, { random }: Setting) => `<a role="link" tabindex="0" href="${nameHref(slug, random)}"><span>${escape(name)}</span></a>`
const anyLabel = (setting: Setting) => pick(setting.random, [labelIn(setting), 'Sponsored', 'Ad'])

export const NAME_TRAPS: Trap[] = simple({
  'author called like the label': (setting) => ({ name: labelIn(setting), slug: 'sponsored.label.9' }),
  'author called Ad': () => ({ name: 'Ad', slug: 'ad' }),
  'author called Sponsored': () => ({ name: 'Sponsored', slug: 'Sponsored' }),
  'tagged page called like the label': (setting) => ({ afterName: ` is with ${named(anyLabel(setting), 'ad', setting)}.` }),
  'tagged page called like the label, without a number in the time': (setting) => ({
    afterName: ` is with ${named(anyLabel(setting), 'profile.php', setting)}`,
    slot: `<span>${setting.language.wordTimes[0] ?? ''}</span>`,
  }),
  'group called like the label': (setting) => ({
    name: anyLabel(setting),
    slug: 'groups/ad',
    beforeSlot: `<span>${named(FRIEND.name, 'groups/208546319999991/user/100012', setting)}</span>${DOT}`,
  }),
  'author beside a group called like the label': (setting) => ({ afterName: ` <span>▸</span> ${named(anyLabel(setting), 'groups/1234567/', setting)}` }),
  'author in the second line called like the label': (setting) => ({
    name: 'Sourdough for beginners',
    slug: 'groups/208546319999991',
    beforeSlot: `<span>${named(anyLabel(setting), 'groups/208546319999991/user/100013', setting)}</span>${DOT}`,
  }),
  'place called like the label': (setting) => ({ afterName: ` is at ${named(anyLabel(setting), 'pages/Ad/1234', setting)}.` }),
  'a friend likes a page called like the label': (setting) => ({ above: `${named(FRIEND.name, FRIEND.slug, setting)} likes ${named(anyLabel(setting), 'sponsored', setting)}` }),
})
