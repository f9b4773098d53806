/** Styles of the card; added to a badge's shadow tree when its card is opened for the first time. */
export const CARD_STYLES = `
.root { --bg: #fff; --fg: #1c1e21; --soft: #5a6068; --line: #c9ced6; --link: #0b57d0; --focus: #0b57d0; }
.root.dark { --bg: #23262b; --fg: #eceef1; --soft: #aab1bb; --line: #4a5059; --link: #8ab4f8; --focus: #8ab4f8; }
.card {
  position: absolute; inset: auto; margin: 0; box-sizing: border-box; inline-size: min(360px, calc(100vw - 16px));
  max-block-size: min(640px, calc(100vh - 16px)); overflow: auto; overscroll-behavior: contain; scroll-padding-block: 8px 104px;
  padding: 16px; border: 1px solid var(--line); border-radius: 12px; background: var(--bg); color: var(--fg);
  box-shadow: 0 8px 28px rgb(0 0 0 / .28); font-size: 14px; line-height: 20px; white-space: normal; text-align: start;
  overflow-wrap: anywhere;
}
.card h2 { margin: 0 28px 6px 0; font-size: 17px; line-height: 22px; font-weight: 650; }
.card[dir=rtl] h2 { margin: 0 0 6px 28px; }
.card h2:focus { outline: none; }
.card .status { display: inline-flex; align-items: center; gap: 6px; padding: 3px 10px 3px 8px; border-width: 1px; border-style: solid; border-radius: 12px; font-size: 13px; line-height: 18px; font-weight: 600; }
.card .status svg { flex: none; inline-size: 14px; block-size: 14px; }
.card section + section { margin-block-start: 14px; padding-block-start: 14px; border-block-start: 1px solid var(--line); }
.card .statement { margin: 10px 0; }
.card .likely { margin: 10px 0; padding-inline-start: 10px; border-inline-start: 3px solid var(--soft); font-weight: 600; }
.card dl { display: grid; grid-template-columns: auto 1fr; gap: 4px 12px; margin: 10px 0; font-size: 13px; line-height: 18px; }
.card dt { color: var(--soft); }
.card dd { margin: 0; }
.card h3 { margin: 12px 0 4px; font-size: 13px; line-height: 18px; font-weight: 650; }
.card ul { margin: 0; padding-inline-start: 18px; font-size: 13px; line-height: 18px; }
.card li { margin-block: 2px; }
.card a { color: var(--link); }
.card .soft { color: var(--soft); }
.card .small { font-size: 12px; line-height: 16px; margin: 12px 0 0; }
.card .actions { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; margin: 10px -16px 0; padding: 8px 16px; position: sticky; inset-block-end: -16px; background: var(--bg); }
.card .actions > a { padding-inline: 4px; font-weight: 600; }
.card .action { all: unset; box-sizing: border-box; padding: 5px 12px; min-block-size: 30px; border: 1px solid var(--line); border-radius: 8px; font-size: 13px; font-weight: 600; cursor: pointer; }
.card .action:hover { background: color-mix(in srgb, var(--fg) 8%, transparent); }
.card .close { all: unset; position: absolute; inset-block-start: 10px; inset-inline-end: 10px; inline-size: 28px; block-size: 28px; border-radius: 50%; display: grid; place-items: center; cursor: pointer; color: var(--soft); }
.card .close svg { inline-size: 14px; block-size: 14px; }
.card .close:hover { background: color-mix(in srgb, var(--fg) 10%, transparent); }
.card:focus-visible, .card :is(a, button, textarea):focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
.card .done { font-size: 13px; color: var(--soft); align-self: center; }
.card textarea { inline-size: 100%; box-sizing: border-box; block-size: 84px; margin-block-start: 8px; font: inherit; font-size: 12px; color: inherit; background: transparent; border: 1px solid var(--line); border-radius: 6px; }
@media (prefers-reduced-motion: no-preference) {
  .card:popover-open { animation: appear .12s ease-out; }
  @keyframes appear { from { opacity: 0; transform: translateY(4px); } }
}
@media (max-height: 480px) { .card { scroll-padding-block: 8px; } .card .actions { position: static; margin-block-end: -8px; } }
@media (forced-colors: active) { .card .status { border-color: ButtonText; } }
`
