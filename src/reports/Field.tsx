import type { TargetedInputEvent } from 'preact'
import { text } from '../pages/i18n.ts'

interface FieldProps {
  id: string
  label: string
  value: string
  limit: number
  onInput: (value: string) => void
  required?: boolean
  /** Several lines. */
  long?: boolean
  inputMode?: 'url'
}

/** A labelled text field; a required one takes more than spaces. */
export function Field({ id, label, value, limit, onInput, required = false, long = false, inputMode }: FieldProps) {
  const check = (field: HTMLInputElement | HTMLTextAreaElement | null) => {
    const blank = required && field?.value !== '' && field?.value.trim() === ''
    field?.setCustomValidity(blank ? text('reportNeeded') : '')
  }
  const common = {
    id,
    value,
    required,
    maxLength: limit,
    ref: check,
    onInput: (event: TargetedInputEvent<HTMLInputElement | HTMLTextAreaElement>) => onInput(event.currentTarget.value),
  }
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {long ? <textarea {...common} rows={3} /> : <input {...common} type="text" inputMode={inputMode} autocomplete="off" spellcheck={false} dir="auto" />}
    </div>
  )
}
