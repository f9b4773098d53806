import { escape } from '../../../demo/html.ts'
import { unique, widthOf } from '../letters.ts'
import { OBFUSCATIONS, obfuscationOf } from '../obfuscations/index.ts'
import { link } from '../obfuscations/recipe.ts'
import { postHref } from '../parts.ts'
import { FRIEND, labelIn, simple, timeIn, type Setting, type Trap } from './organic.ts'

/** Times written as scrambled as any label, with the label's letters to mislead. */
const SCRAMBLED: Trap[] = OBFUSCATIONS.flatMap(({ id, make }) =>
  simple({
    [`time scrambled: ${id}`]: (setting) => make(timeIn(setting), setting.random, labelIn(setting), postHref(FRIEND.slug, setting.random)),
  }),
)

const slotLink = (setting: Setting, content: string) =>
  link({ text: '', random: setting.random, decoys: undefined, href: postHref(FRIEND.slug, setting.random) }, content)

/** A picture and no text at all, unlike the links of labels. */
function svgTime(setting: Setting, target: string | null) {
  const id = `SvgT${unique(setting.random)}`
  const text = target ?? ''
  return {
    slot: slotLink(setting, `<svg style="width:${widthOf(text)}px;height:16px"><use y="12" xlink:href="#${id}"></use></svg>`),
    elsewhere: target === null ? '' : `<div hidden><svg><text id="${id}" direction="ltr" font-size="13">${escape(text)}</text></svg></div>`,
  }
}

export const TIME_TRAPS: Trap[] = [
  ...SCRAMBLED,
  ...simple({
    'time in an svg, link without text': (setting) => svgTime(setting, timeIn(setting)),
    'time in an svg whose target is missing': (setting) => svgTime(setting, null),
    'time in an svg, text says the label': (setting) => ({ ...svgTime(setting, timeIn(setting)), text: `<span>${escape(labelIn(setting))}</span>` }),
    'U+2060 whose target is missing': (setting) => ({ slot: slotLink(setting, `<span>\u2060<span aria-labelledby="_R_${unique(setting.random)}_"></span></span>`) }),
    'U+2060 whose target is empty': (setting) => {
      const id = `_R_${unique(setting.random)}_`
      return { slot: slotLink(setting, `<span>\u2060<span aria-labelledby="${id}"></span></span>`), elsewhere: `<div hidden><span id="${id}"></span></div>` }
    },
    'U+2060 whose target tells the time': (setting) => obfuscationOf('aria-labelledby and U+2060').make(timeIn(setting), setting.random, undefined, postHref(FRIEND.slug, setting.random)),
    'no time at all': () => ({ slot: '' }),
    'label hidden in data-content beside the time': (setting) => ({
      ...obfuscationOf('data-content with ::before').make(timeIn(setting), setting.random, 'Sponsored', postHref(FRIEND.slug, setting.random)),
    }),
  }),
]
