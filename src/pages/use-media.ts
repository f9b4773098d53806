import { useEffect, useState } from 'preact/hooks'

/**
 * Whether a media query holds for this page, as it changes.
 * @param list the same each time
 */
export function useMedia(list: MediaQueryList): boolean {
  const [matches, setMatches] = useState(list.matches)
  useEffect(() => {
    const onChange = () => setMatches(list.matches)
    list.addEventListener('change', onChange)
    // It may have changed since the page was drawn.
    onChange()
    return () => list.removeEventListener('change', onChange)
  }, [list])
  return matches
}
