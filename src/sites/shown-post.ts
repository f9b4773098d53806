import type { Site } from './types.ts'

/** What has no posts is looked at in the middle, outwards as long as it is lower than so many viewports. */
const LOWEST = 1.5

/** The post nearest to the middle of the viewport; without posts, what stands there. */
export function shownPost(document: Document, { postsIn, shadows }: { postsIn: Site['postsIn']; shadows?: Site['shadows'] | undefined }): Element | null {
  const { clientWidth, clientHeight } = document.documentElement
  const height = document.defaultView?.innerHeight || clientHeight
  const middle = height / 2
  const hosts = shadows ? [...document.querySelectorAll(shadows)] : []
  const roots = [document, ...hosts.flatMap(({ shadowRoot }) => shadowRoot ?? [])]
  const [nearest] = roots
    .flatMap((root) => postsIn(root))
    .flatMap((post) => {
      const { top, bottom } = post.getBoundingClientRect()
      return bottom > top ? [{ post, distance: Math.max(0, top - middle, middle - bottom) }] : []
    })
    .toSorted((a, b) => a.distance - b.distance)
  return nearest?.post ?? around(document.elementFromPoint(clientWidth / 2, middle), height)
}

function isPage(box: Element | null): boolean {
  return !box || box.matches('html, body')
}

function around(element: Element | null, viewport: number): Element | null {
  let found = element
  while (found?.parentElement && !isPage(found.parentElement) && found.parentElement.getBoundingClientRect().height < LOWEST * viewport) found = found.parentElement
  return isPage(found) ? null : found
}
