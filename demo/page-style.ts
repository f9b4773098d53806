import { LONGEST_SCRAMBLE } from './glyphs.ts'
import type { Lang } from './posts.ts'
import { WORDS } from './words.ts'

const LIGHT = `
color-scheme: light;
--page: #f1f1ee; --card: #fff; --text: #1d1e20; --soft: #62666b; --line: #e0e0dc; --fill: #ecece8;
--hover: #f4f4f1; --accent: #4450b5; --shade: 0 1px 2px rgb(0 0 0 / .14);
`
const DARK = `
color-scheme: dark;
--page: #17181a; --card: #232427; --text: #e5e6e8; --soft: #abafb5; --line: #37393d; --fill: #35373b;
--hover: #2c2e31; --accent: #9aa4f5; --shade: none;
`

const THEMES = `
:root { ${LIGHT} }
@media (prefers-color-scheme: dark) { :root:not(.__fb-light-mode) { ${DARK} } }
:root.__fb-dark-mode { ${DARK} }
`

const BASE = `
* { box-sizing: border-box; }
html { font: 15px/20px "Segoe UI", Helvetica, Arial, sans-serif; background: var(--page); color: var(--text); -webkit-text-size-adjust: 100%; }
body, h3, h4, p, ul { margin: 0; padding: 0; }
ul { list-style: none; }
a { color: inherit; text-decoration: none; }
a:hover { text-decoration: underline; }
[role=button] { cursor: pointer; }
[role=button]:hover { filter: brightness(.96); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
[hidden], .hidden-decoys { display: none !important; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.icon { display: block; flex: none; }
.avatar { display: block; flex: none; border-radius: 50%; }
`

const FRAME = `
.bar { position: sticky; top: 0; z-index: 10; height: 56px; display: flex; align-items: center; justify-content: space-between; gap: 12px; padding: 0 16px; background: var(--card); box-shadow: var(--shade); border-bottom: 1px solid var(--line); }
.bar-start, .bar-end { display: flex; align-items: center; gap: 12px; flex: 1 1 0; min-width: 0; }
.bar-end { justify-content: flex-end; gap: 8px; }
.bar-name { font-size: 20px; line-height: 24px; font-weight: 700; letter-spacing: -.01em; white-space: nowrap; color: var(--accent); }
.bar-search { display: flex; align-items: center; gap: 8px; height: 40px; width: 220px; padding: 0 12px; border-radius: 20px; background: var(--fill); color: var(--soft); }
.bar-middle { display: flex; height: 100%; }
.tab { display: flex; align-items: center; justify-content: center; width: 96px; color: var(--soft); border-block: 3px solid transparent; }
.tab.on { color: var(--accent); border-bottom-color: var(--accent); }
.disc { display: flex; align-items: center; justify-content: center; width: 40px; height: 40px; border-radius: 50%; background: var(--fill); }
.columns { display: flex; justify-content: center; gap: 16px; }
.middle { flex: 0 1 500px; min-width: 0; padding: 16px 0; }
.side { display: none; position: sticky; top: 56px; align-self: flex-start; width: 280px; padding: 16px 8px; max-height: calc(100vh - 56px); overflow: hidden; }
.side li { display: flex; align-items: center; gap: 12px; padding: 8px; border-radius: 8px; font-weight: 500; }
.side li:hover { background: var(--fill); }
.side h3 { padding: 8px; font-size: 17px; line-height: 20px; font-weight: 600; color: var(--soft); }
.side p { margin: 0 8px 12px; padding-bottom: 16px; border-bottom: 1px solid var(--line); }
.place { display: flex; width: 32px; justify-content: center; color: var(--accent); }
@media (max-width: 1099px) { .bar-middle .tab { width: 72px; } .bar-search { width: 160px; } }
@media (max-width: 767px) { .bar-search { display: none; } .bar-middle .tab { width: 56px; } }
@media (max-width: 559px) { .bar-middle { display: none; } .bar { padding: 0 12px; } .middle { padding: 8px; } }
@media (min-width: 1100px) { .columns { justify-content: space-between; } .side { display: block; } }
@media (min-width: 1280px) { .middle { flex-basis: 680px; } }
`

const POST = `
.card { background: var(--card); border-radius: 8px; box-shadow: var(--shade); margin-bottom: 16px; }
.head { display: flex; align-items: flex-start; gap: 8px; padding: 12px 16px; }
.round { display: block; border-radius: 50%; }
.head-text { flex: 1 1 auto; min-width: 0; }
.name { font-size: 15px; line-height: 20px; font-weight: 400; min-height: 20px; overflow-wrap: anywhere; }
.name strong, .name a { font-weight: 600; }
.line { font-size: 13px; line-height: 16px; min-height: 16px; color: var(--soft); overflow-wrap: anywhere; }
.globe { vertical-align: -1px; }
.follow { color: var(--accent); font-weight: 600; white-space: nowrap; }
.head-buttons { display: flex; flex: none; gap: 4px; margin-inline-end: -8px; }
.round-button { display: flex; align-items: center; justify-content: center; width: 36px; height: 36px; border-radius: 50%; color: var(--soft); }
.round-button:hover { background: var(--fill); }
.ghost { display: inline-block; width: 0; height: 0; overflow: hidden; }
.body { padding: 4px 16px 16px; overflow-wrap: anywhere; }
.body a { color: var(--accent); }
.body.big { font-size: 24px; line-height: 28px; }
.block { display: block; }
.picture { display: block; width: 100%; height: auto; }
.video { position: relative; }
.play { position: absolute; inset: 0; margin: auto; display: flex; align-items: center; justify-content: center; width: 64px; height: 64px; border-radius: 50%; background: rgb(0 0 0 / .6); color: #fff; }
.foot { display: flex; align-items: center; gap: 12px; padding: 12px 16px; background: var(--hover); border-bottom: 1px solid var(--line); }
.foot-text { display: block; flex: 1 1 auto; min-width: 0; }
.meta { font-size: 13px; line-height: 16px; color: var(--soft); white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.title { font-weight: 600; overflow-wrap: anywhere; }
.cta { flex: none; padding: 8px 12px; border-radius: 6px; background: var(--fill); font-weight: 600; font-size: 15px; line-height: 20px; color: var(--text); }
.shared { margin: 0 16px 12px; border: 1px solid var(--line); border-radius: 8px; overflow: hidden; }
.counts { position: relative; display: flex; align-items: center; gap: 8px; margin: 0 16px; padding: 10px 0; color: var(--soft); font-size: 14px; line-height: 20px; white-space: nowrap; border-bottom: 1px solid var(--line); }
.thumb { display: flex; align-items: center; justify-content: center; width: 18px; height: 18px; border-radius: 50%; background: var(--accent); color: var(--card); }
.gap { flex: 1; }
.actions { display: flex; gap: 4px; padding: 4px 12px; }
.action { flex: 1 1 0; min-width: 0; border-radius: 6px; color: var(--soft); font-weight: 600; }
.action:hover { background: var(--hover); }
.action-inner { display: flex; align-items: center; justify-content: center; gap: 6px; min-height: 36px; }
.comment { display: flex; gap: 8px; padding: 4px 16px 12px; }
.bubble { display: inline-block; padding: 8px 12px; border-radius: 16px; background: var(--fill); }
.bubble a { font-size: 13px; line-height: 16px; font-weight: 600; }
.under { padding: 2px 12px 0; font-size: 12px; line-height: 16px; color: var(--soft); }
.composer-row { display: flex; align-items: center; gap: 8px; padding: 12px 16px; border-bottom: 1px solid var(--line); }
.prompt { flex: 1; min-width: 0; padding: 10px 12px; border-radius: 20px; background: var(--fill); color: var(--soft); }
.waiting { display: flex; flex-direction: column; gap: 12px; padding: 20px 16px; }
.waiting span { height: 12px; border-radius: 6px; background: var(--fill); }
.waiting span:last-child { width: 60%; }
.blip { position: absolute; width: 0; height: 0; overflow: hidden; }
@media (max-width: 559px) {
  .card { margin-bottom: 8px; }
  .actions { padding: 4px 8px; gap: 0; }
  .action { flex: 1 1 auto; font-size: 13px; }
  .action-inner { gap: 4px; padding: 0 2px; }
  .cta { padding: 8px; font-size: 14px; }
  .counts { font-size: 13px; }
}
`

function scrambledText(): string {
  const orders = Array.from({ length: LONGEST_SCRAMBLE }, (_, i) => `.o${i}{order:${i}}`).join('')
  return `
.glyphs { direction: ltr; position: relative; display: inline-flex; overflow: clip; vertical-align: bottom; white-space: pre; }
.glyphs .decoy { position: absolute; top: 3em; }
${orders}`
}

/** The visible word of a label that has no text of its own. */
function drawnLabels(): string {
  const rules = (Object.keys(WORDS) as Lang[]).flatMap((lang) =>
    WORDS[lang].labels.map((word, i) => `.drawn-${i}:lang(${lang})::before{content:"${word}"}`),
  )
  return `.unread { display: inline-block; width: 45px; height: 12px; }\n${rules.join('\n')}`
}

export function pageStyle(): string {
  return [THEMES, BASE, FRAME, POST, scrambledText(), drawnLabels()].join('\n')
}
