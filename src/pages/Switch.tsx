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
      role="switch"
      class="switch"
      checked={on}
      aria-describedby={describedBy}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  )
}
