/**
 * Styles of the badge, which pages get as data: each status has a hue, light and dark give lightness and chroma. `!important`
 * on `:host`, because for important rules the shadow tree goes before the page, and only that keeps
 * a page from restyling the box.
 */
export const BADGE_STYLES = `
:host { all: initial !important; display: block !important; position: absolute !important; }
@media print { :host { display: none !important; } }
.root {
  --bg-l: .95; --bg-c: .027; --fg-l: .415; --fg-c: .12; --line-l: .785; --line-c: .09;
  color-scheme: light;
  font: 400 12px/16px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
}
.root.dark { --bg-l: .29; --bg-c: .06; --fg-l: .85; --fg-c: .088; --line-l: .475; --line-c: .1; color-scheme: dark; }
.place { position: absolute; left: 0; top: 0; visibility: hidden; inline-size: max-content; }
.place.placed { visibility: visible; }
button, a { font: inherit; }
.badge {
  all: unset; box-sizing: border-box; display: inline-flex; align-items: center; gap: 5px;
  max-inline-size: 100%; min-block-size: 22px; padding: 2px 9px 2px 7px; border-radius: 11px; border: 1px solid;
  font-weight: 600; white-space: nowrap; cursor: pointer;
}
.badge:focus-visible { outline: 2px solid; outline-offset: 2px; }
.wrap .badge { white-space: normal; }
.badge .text { overflow: hidden; text-overflow: ellipsis; }
.wrap .text { text-wrap: balance; }
svg { fill: none; stroke: currentColor; stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round; }
.badge svg { flex: none; inline-size: 14px; block-size: 14px; }
.badge, .status {
  --c: 1;
  background: oklch(var(--bg-l) calc(var(--c) * var(--bg-c)) var(--hue));
  color: oklch(var(--fg-l) calc(var(--c) * var(--fg-c)) var(--hue));
  border-color: oklch(var(--line-l) calc(var(--c) * var(--line-c)) var(--hue));
}
.yours { --hue: 345; }
.joined { --hue: 154; }
.paused { --hue: 255; }
.own-pause { --hue: 299; }
.unconfirmed { --hue: 86; font-weight: 400; }
.unlisted { --hue: 258; --c: .12; border-style: dashed; font-weight: 400; }
@media (forced-colors: active) { .badge { border-color: ButtonText; } }
`
