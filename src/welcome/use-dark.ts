import { useEffect, useState } from 'preact/hooks'

const DARK = matchMedia('(prefers-color-scheme: dark)')

/** Whether this page is dark, as it changes. */
export function useDark(): boolean {
  const [dark, setDark] = useState(DARK.matches)
  useEffect(() => {
    const onChange = () => setDark(DARK.matches)
    DARK.addEventListener('change', onChange)
    return () => DARK.removeEventListener('change', onChange)
  }, [])
  return dark
}
