interface ChoiceProps<Value extends string | number> {
  id: string
  label: string
  /** Says more, under it. */
  hint?: string
  /** In order, each with what it is called. */
  values: readonly Value[]
  textOf: (value: Value) => string
  value: Value
  onChoice: (value: Value) => void
}

/** A labelled choice of one of a few values. */
export function Choice<Value extends string | number>({ id, label, hint, values, textOf, value, onChoice }: ChoiceProps<Value>) {
  return (
    <div class="field choice-field">
      <label for={id}>{label}</label>
      <select id={id} class="choice" value={value} aria-describedby={hint && `${id}-hint`} onChange={({ currentTarget: { selectedIndex } }) => onChoice(values[selectedIndex] ?? value)}>
        {values.map((one) => (
          <option key={one} value={one}>
            {textOf(one)}
          </option>
        ))}
      </select>
      {hint && (
        <p id={`${id}-hint`} class="small soft">
          {hint}
        </p>
      )}
    </div>
  )
}
