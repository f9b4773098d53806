interface SwitchProps {
  id: string
  on: boolean
  onChange: (on: boolean) => void
  /** Id of what tells more about it. */
  describedBy?: string
}

/** Takes effect at once. Needs a `<label for>` of its own. */
export function Switch({ id, on, onChange, describedBy }: SwitchProps) {
  return (
    <input
      id={id}
      type="checkbox"
      // A native checkbox tells by itself whether it is on; aria-checked would contradict it one day.
      // oxlint-disable-next-line jsx-a11y/role-has-required-aria-props
      role="switch"
      class="switch"
      checked={on}
      aria-describedby={describedBy}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  )
}
