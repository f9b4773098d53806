import type { RefObject } from 'preact'
import { useEffect, useState } from 'preact/hooks'

/** How much of it must be in view. */
const SHARE = 0.3

/** Whether an element has been in view. */
export function useSeen(elementRef: RefObject<Element | null>): boolean {
  const [seen, setSeen] = useState(false)
  useEffect(() => {
    const element = elementRef.current
    if (!element || seen) return undefined
    const observer = new IntersectionObserver((entries) => setSeen(entries.some(({ isIntersecting }) => isIntersecting)), { threshold: SHARE })
    observer.observe(element)
    return () => observer.disconnect()
  }, [elementRef, seen])
  return seen
}
