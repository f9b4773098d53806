import { useEffect } from 'preact/hooks'
import { HUES } from '../shared/hues.ts'
import { type Appearance, LABEL_STATUSES } from '../shared/settings.ts'

/** Gives the page the colours that a person has chosen for each kind of label; the usual ones are among the tokens. */
export function useHues(hues: Appearance['hues'] | undefined): void {
  useEffect(() => {
    if (!hues) return
    const { style } = document.documentElement
    for (const status of LABEL_STATUSES) {
      const { hue, strength } = HUES[hues[status]]
      style.setProperty(`--hue-${status}`, String(hue))
      style.setProperty(`--strength-${status}`, String(strength))
    }
  }, [hues])
}
