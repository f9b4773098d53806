import { useEffect, useState } from 'preact/hooks'

/** As wide as the table of ads needs. */
const WIDE = matchMedia('(min-width: 800px)')

/** Whether there is room for a table. */
export function useWide(): boolean {
  const [wide, setWide] = useState(WIDE.matches)
  useEffect(() => {
    const onChange = () => setWide(WIDE.matches)
    WIDE.addEventListener('change', onChange)
    return () => WIDE.removeEventListener('change', onChange)
  }, [])
  return wide
}
