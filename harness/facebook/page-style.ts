/** Just enough to look like a feed. Posts cover what hangs out of their headers, as nothing there is clipped. */
export const PAGE_STYLE = `
* { box-sizing: border-box; }
html { font: 15px/20px Helvetica, Arial, "DejaVu Sans", sans-serif; background: #f1f1ee; color: #1d1e20; }
body, h1, h2, h3, h4, h5, h6, p, ul { margin: 0; padding: 0; font-size: inherit; font-weight: normal; }
ul { list-style: none; display: flex; gap: 8px; }
a { color: inherit; text-decoration: none; }
[hidden], .never { display: none; }
main { width: 520px; margin: 16px auto; }
.post { background: #fff; border-radius: 8px; padding: 12px; margin-bottom: 12px; }
.head { display: flex; gap: 8px; }
.head-text, ._42ef { flex: 1; min-width: 0; }
.head-end { display: flex; gap: 4px; }
.menu { width: 24px; height: 24px; border-radius: 50%; background: #ecece8; }
.name, .fwb { font-weight: 600; }
.second, ._5pcp { display: block; font-size: 13px; line-height: 16px; color: #555; }
.portrait { display: block; width: 36px; height: 36px; border-radius: 50%; background: #c9d3dd; }
.lock { display: inline-block; width: 10px; height: 10px; background: #555; }
.audience { vertical-align: middle; }
.body, .userContent, ._3x-2 { position: relative; min-height: 64px; margin-top: 8px; background: #fff; }
.above { padding-bottom: 8px; color: #62666b; }
.shared { margin-top: 8px; padding: 8px; border: 1px solid #ddd; border-radius: 8px; }
.foot { display: flex; justify-content: space-between; background: #f4f4f1; }
.actions, .counts, ._42nr { display: flex; gap: 24px; padding-top: 8px; }
.action > div { display: flex; }
.comment { display: flex; gap: 8px; padding-top: 8px; }
`
