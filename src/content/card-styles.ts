import { colourTokens } from '../shared/tokens.ts'

/** Styles of the card; added to a badge's shadow tree when its card is opened for the first time. */
export const CARD_STYLES = `
.root { ${colourTokens('light')} }
.root.dark { ${colourTokens('dark')} }
.card {
  position: absolute; inset: auto; margin: 0; box-sizing: border-box; inline-size: min(360px, calc(100% - 2 * var(--space-2)));
  max-block-size: min(640px, calc(100% - 2 * var(--space-2))); overflow: auto; overscroll-behavior: contain; scroll-padding-block: var(--space-2) 80px;
  padding: var(--space-4); border: 1px solid var(--line); border-radius: var(--radius-l); background: var(--bg); color: var(--fg);
  box-shadow: var(--shadow); font-size: var(--text-m); line-height: var(--leading); white-space: normal; text-align: start;
  overflow-wrap: anywhere;
}
.card .brand { display: flex; align-items: center; gap: var(--space-1); margin: 0; margin-block-end: var(--space-1); color: var(--soft); font-size: var(--text-xs); font-weight: var(--medium); }
.card .brand svg { inline-size: 14px; block-size: 14px; }
.card h2 { margin: 0; margin-inline-end: var(--space-8); margin-block-end: var(--space-2); font-size: var(--text-l); line-height: var(--leading-tight); font-weight: var(--strong); }
.card .status { display: inline-flex; align-items: center; gap: var(--space-2); padding-block: var(--space-half); padding-inline: var(--space-2) 10px; border-width: 1px; border-style: solid; border-radius: var(--radius-l); font-size: var(--text-xs); font-weight: var(--medium); }
.card .status span { text-wrap: pretty; }
.card .status svg { flex: none; inline-size: 14px; block-size: 14px; }
.card section + section { margin-block-start: var(--space-3); padding-block-start: var(--space-3); border-block-start: 1px solid var(--line); }
.card .statement { margin: var(--space-2) 0; }
.card .likely { margin: var(--space-2) 0; padding-inline-start: var(--space-2); border-inline-start: 3px solid var(--soft); font-weight: var(--medium); }
.card dl { display: grid; grid-template-columns: auto 1fr; gap: var(--space-1) var(--space-3); margin: var(--space-2) 0; font-size: var(--text-s); }
.card dt { color: var(--soft); }
.card dd { margin: 0; }
.card h3 { margin: var(--space-3) 0 var(--space-1); font-size: var(--text-s); font-weight: var(--strong); }
.card ul { margin: 0; padding-inline-start: var(--space-4); font-size: var(--text-s); }
.card li { margin-block: var(--space-half); }
.card a { color: var(--link); }
.card .soft { color: var(--soft); }
.card .small { font-size: var(--text-xs); margin: var(--space-3) 0 0; }
.card .actions { display: flex; flex-wrap: wrap; align-items: baseline; gap: var(--space-1) var(--space-4); margin: var(--space-2) calc(-1 * var(--space-4)) 0; padding: var(--space-2) var(--space-4); border-block-start: 1px solid var(--line); position: sticky; inset-block-end: calc(-1 * var(--space-4)); background: var(--bg); }
.card :where(.actions > a, .action) { all: unset; box-sizing: border-box; min-block-size: 24px; padding-block: var(--space-half); color: var(--link); font-size: var(--text-s); font-weight: var(--medium); cursor: pointer; }
.card .actions > :is(a, .action):hover { text-decoration: underline; text-underline-offset: 2px; }
.card .close { all: unset; position: absolute; inset-block-start: 10px; inset-inline-end: 10px; inline-size: 28px; block-size: 28px; border-radius: 50%; display: grid; place-items: center; cursor: pointer; color: var(--soft); }
.card .close svg { inline-size: 14px; block-size: 14px; }
.card .close:hover { background: color-mix(in srgb, var(--fg) 10%, transparent); }
.card .done:empty { position: absolute; }
.card .done { font-size: var(--text-s); color: var(--soft); align-self: center; }
.card textarea { inline-size: 100%; box-sizing: border-box; block-size: 84px; margin-block-start: var(--space-2); font: inherit; font-size: var(--text-xs); color: inherit; background: transparent; border: 1px solid var(--line); border-radius: var(--radius-s); }
/* After all that is unset. */
.card:focus-visible, .card :focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
.card :is(a, .action):focus-visible { border-radius: var(--radius-s); }
.card h2:focus-visible { outline: none; }
@media (prefers-reduced-motion: no-preference) {
  .card:popover-open { animation: appear var(--moment); }
  @keyframes appear { from { opacity: 0; transform: translateY(4px); } }
}
@media (max-height: 480px) { .card { scroll-padding-block: var(--space-2); } .card .actions { position: static; margin-block-end: calc(-1 * var(--space-2)); } }
@media (forced-colors: active) { .card .status { border-color: ButtonText; } }
`
