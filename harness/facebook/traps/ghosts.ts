import { escape } from '../../../demo/html.ts'
import { pick } from '../../../demo/random.ts'
import { unique } from '../letters.ts'
import type { Made } from '../obfuscations/index.ts'
import { byClass } from '../obfuscations/recipe.ts'
import { labelIn, simple, type Setting, type Trap } from './organic.ts'

/** A label that is there and can't be seen, beside the time that can; Facebook did this in 2020. */

type Ghost = (label: string, setting: Setting) => Made

const styled =
  (declarations: string, selector = ''): Ghost =>
  (label, { random }) => {
    const { attribute, css } = byClass(random, declarations, selector)
    const element = random() < 0.5 ? ['<a role="link" href="#"', '</a>'] : ['<span', '</span>']
    return { slot: `${element[0]}${attribute}>${escape(label)}${element[1]}`, css }
  }

const spoken =
  (declarations: string): Ghost =>
  (label, { random }) => {
    const { attribute, css } = byClass(random, declarations)
    return { slot: `<a role="link" tabindex="-1" href="#" aria-label="${escape(label)}"${attribute}></a>`, css }
  }

const GHOSTS: Record<string, Ghost> = {
  'aria-label without width': spoken('display:inline-block;width:0;height:16px;overflow:hidden'),
  'aria-label on nothing': spoken('color:inherit'),
  'aria-label not displayed': spoken('display:none'),
  'aria-label out of the line': spoken('position:absolute;left:-999em;width:60px;height:16px'),
  'aria-labelledby without width': (label, { random }) => {
    const id = `_R_${unique(random)}_`
    return { slot: `<span aria-labelledby="${id}"></span>`, elsewhere: `<div hidden><span id="${id}">${escape(label)}</span></div>` }
  },
  'one pixel for screen readers': styled('position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip:rect(0 0 0 0);white-space:nowrap'),
  'not displayed': styled('display:none'),
  'visibility hidden': styled('visibility:hidden'),
  'opacity 0': styled('opacity:0'),
  'font size 0': styled('font-size:0'),
  transparent: styled('color:transparent'),
  'no size': styled('display:inline-block;width:0;height:0;overflow:hidden'),
  'no height': styled('display:inline-block;height:0;overflow:hidden;vertical-align:top'),
  'clipped by inset': styled('display:inline-block;clip-path:inset(50%)'),
  'clipped by circle': styled('display:inline-block;position:absolute;clip-path:circle(0)'),
  'scaled to nothing': styled('display:inline-block;transform:scale(0)'),
  'moved above the page': styled('position:absolute;top:-999em'),
  'moved to the left': styled('position:absolute;left:-999em'),
  'moved by a transform': styled('display:inline-block;transform:translateX(-999em)'),
  'moved by a margin': styled('display:inline-block;margin-inline-start:-999em;margin-inline-end:999em'),
  'indented out of its box': styled('display:inline-block;width:3px;height:1em;overflow:hidden;text-indent:-99em;white-space:nowrap'),
  'content not rendered': styled('display:inline-block;content-visibility:hidden'),
  'in a parent with opacity 0': (label, { random }) => {
    const { attribute, css } = byClass(random, 'opacity:0')
    return { slot: `<span${attribute}><span><a role="link" href="#"><span>${escape(label)}</span></a></span></span>`, css }
  },
  'below a clipped line': (label, { random }) => {
    const line = byClass(random, 'display:inline-block;position:relative;width:8px;height:1.2em;overflow:hidden;vertical-align:bottom')
    const below = byClass(random, 'position:absolute;top:3em')
    return { slot: `<span${line.attribute}><span${below.attribute}>${escape(label)}</span></span>`, css: line.css + below.css }
  },
  'on a second line that is clipped': (label, { random }) => {
    const { attribute, css } = byClass(random, 'display:inline-block;width:8px;height:1.2em;line-height:1.2em;overflow:hidden;vertical-align:bottom')
    return { slot: `<span${attribute}>· <span>${escape(label)}</span></span>`, css }
  },
  'data-content not displayed': (label, { random }) => {
    const { attribute, css } = byClass(random, 'display:none')
    return { slot: `<span${attribute} data-content="${escape(label)}"></span>`, css: `${css}${css.replace('{display:none}', '::before{content:attr(data-content)}')}` }
  },
  'data-content that no rule draws': (label) => ({ slot: `<span data-content="${escape(label)}"></span>` }),
  'svg use of no size': (label, { random }) => {
    const id = `gid${unique(random)}`
    return { slot: `<svg width="0" height="0"><use y="12" xlink:href="#${id}"></use></svg>`, elsewhere: `<div hidden><svg><text id="${id}">${escape(label)}</text></svg></div>` }
  },
  'svg use that is not displayed': (label, { random }) => {
    const id = `gid${unique(random)}`
    return { slot: `<svg width="60" height="16" style="display:none"><use y="12" xlink:href="#${id}"></use></svg>`, elsewhere: `<div hidden><svg><text id="${id}">${escape(label)}</text></svg></div>` }
  },
  'closed details': (label) => ({ slot: `<details style="display:inline-block"><summary>+</summary><span>${escape(label)}</span></details>` }),
  'light child of a shadow tree': (label) => ({ slot: `<span><template shadowrootmode="open"><span>·</span></template><span>${escape(label)}</span></span>` }),
}

export const GHOST_TRAPS: Trap[] = Object.entries(GHOSTS).flatMap(([id, ghost]) =>
  simple({
    [`ghost label: ${id}`]: (setting) => {
      const { slot, ...rest } = ghost(pick(setting.random, [labelIn(setting), 'Sponsored']), setting)
      return { ...rest, beforeSlot: slot }
    },
  }),
)
