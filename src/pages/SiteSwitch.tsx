import { Switch } from './Switch.tsx'
import type { Sites, SiteState } from './use-sites.ts'

interface SiteSwitchProps {
  id: string
  label: string
  state: SiteState
  onTurn: Sites['turn']
  /** Id of what tells more about it. */
  describedBy?: string
}

/** Switches the labels of one site; the browser asks when it is switched on for the first time. */
export function SiteSwitch({ id, label, state: { site, on }, onTurn, describedBy }: SiteSwitchProps) {
  return (
    <>
      <label for={id}>{label}</label>
      <Switch id={id} on={on} onChange={(wanted) => onTurn(site, wanted)} {...(describedBy === undefined ? {} : { describedBy })} />
    </>
  )
}
