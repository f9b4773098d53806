/** What a page's own script must do for markup that it inserts. Runs inside a page; needs nothing from outside. */

/** Turns declared shadow trees into real ones, as only a page's parser does by itself. */
export function attachShadows(root: ParentNode): void {
  for (const template of root.querySelectorAll<HTMLTemplateElement>('template[shadowrootmode]')) {
    const host = template.parentElement
    if (!host) continue
    template.remove()
    if (host.shadowRoot) continue
    host.attachShadow({ mode: 'open' }).append(template.content)
  }
}
