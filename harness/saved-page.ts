/**
 * A comment that was closed as `-- >` swallows what follows, up to the end of the page. Pages saved
 * by hand have such; where one would leave nothing of the rest, it is closed where it was meant to be.
 * @returns the page, and whether it had to be mended
 */
export function mendComments(html: string): { html: string; mended: boolean } {
  let from = 0
  let mended = html
  for (;;) {
    const start = mended.indexOf('<!--', from)
    if (start < 0) return { html: mended, mended: mended !== html }
    const end = mended.indexOf('-->', start + 4)
    const meant = /--\s+>/.exec(mended.slice(start + 4))
    if (end < 0 && meant) mended = mended.slice(0, start + 4 + meant.index) + mended.slice(start + 4 + meant.index).replace(/--\s+>/, '-->')
    from = end < 0 && !meant ? mended.length : start + 4
  }
}
