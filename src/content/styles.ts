/**
 * Styles of the badge, and the palette that the card shares. `!important` on `:host`, because for important rules the shadow tree
 * goes before the page, and only that keeps a page from restyling the box.
 */
export const STYLES = `
:host {
  all: initial !important;
  display: block !important;
  position: absolute !important;
  inset: auto !important;
  inline-size: 0 !important;
  block-size: 0 !important;
  overflow: visible !important;
  z-index: 1 !important;
  contain: none !important;
}
@media print { :host { display: none !important; } }
.root {
  --bg: #fff; --fg: #1c1e21; --soft: #5a6068; --line: #c9ced6; --link: #0b57d0; --focus: #0b57d0;
  --joined-bg: #e3f4e8; --joined-fg: #0c5a2b; --joined-line: #8cc7a1;
  --paused-bg: #e4effd; --paused-fg: #0b4a94; --paused-line: #96bfee;
  --own-pause-bg: #efe8fb; --own-pause-fg: #55309b; --own-pause-line: #bfa6e8;
  --unconfirmed-bg: #fdf2d8; --unconfirmed-fg: #6b4700; --unconfirmed-line: #dcbd73;
  --unlisted-bg: #f7f8fa; --unlisted-fg: #5a6068; --unlisted-line: #d5d9df;
  color-scheme: light;
  font: 400 12px/16px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  color: var(--fg);
}
.root.dark {
  --bg: #23262b; --fg: #eceef1; --soft: #aab1bb; --line: #4a5059; --link: #8ab4f8; --focus: #8ab4f8;
  --joined-bg: #12331f; --joined-fg: #9fe0b5; --joined-line: #2f6b45;
  --paused-bg: #12294a; --paused-fg: #a9cdfb; --paused-line: #2f5a91;
  --own-pause-bg: #2a1f45; --own-pause-fg: #d2bdfb; --own-pause-line: #5f4796;
  --unconfirmed-bg: #3a2d0c; --unconfirmed-fg: #f0d18a; --unconfirmed-line: #76602a;
  --unlisted-bg: #2b2e33; --unlisted-fg: #aab1bb; --unlisted-line: #464b53;
  color-scheme: dark;
}
.place { position: absolute; left: 0; top: 0; visibility: hidden; inline-size: max-content; }
.place.placed { visibility: visible; }
button, a { font: inherit; }
.badge {
  all: unset; box-sizing: border-box; display: inline-flex; align-items: center; gap: 5px;
  max-inline-size: 100%; min-block-size: 22px; padding: 2px 9px 2px 7px; border-radius: 11px; border: 1px solid;
  font-weight: 600; white-space: nowrap; cursor: pointer;
}
.badge:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
.wrap .badge { white-space: normal; }
.badge .text { overflow: hidden; text-overflow: ellipsis; }
.wrap .text { text-wrap: balance; }
.badge svg { flex: none; inline-size: 14px; block-size: 14px; }
.joined { background: var(--joined-bg); color: var(--joined-fg); border-color: var(--joined-line); }
.paused { background: var(--paused-bg); color: var(--paused-fg); border-color: var(--paused-line); }
.own-pause { background: var(--own-pause-bg); color: var(--own-pause-fg); border-color: var(--own-pause-line); }
.unconfirmed { background: var(--unconfirmed-bg); color: var(--unconfirmed-fg); border-color: var(--unconfirmed-line); font-weight: 400; }
.unlisted { background: var(--unlisted-bg); color: var(--unlisted-fg); border-color: var(--unlisted-line); border-style: dashed; font-weight: 400; }
@media (forced-colors: active) { .badge { border-color: ButtonText; } }
`
