import { Switch } from '../pages/Switch.tsx'

interface SwitchRowProps {
  id: string
  label: string
  on: boolean
  onChange: (on: boolean) => void
  /** Id of what tells more about it. */
  describedBy: string
}

/** A switch with its label before it. */
export function SwitchRow({ id, label, on, onChange, describedBy }: SwitchRowProps) {
  return (
    <div class="switch-row">
      <label for={id}>{label}</label>
      <Switch id={id} on={on} describedBy={describedBy} onChange={onChange} />
    </div>
  )
}
