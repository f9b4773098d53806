/** @returns whether the text is in the clipboard now */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

/** Selects what an element shows, so that it can be copied by hand. */
export function selectContents(element: HTMLElement | null): void {
  if (!element) return
  element.focus()
  getSelection()?.selectAllChildren(element)
}
