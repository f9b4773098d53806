import type { TargetedClipboardEvent } from 'preact'

interface TextFieldProps {
  id: string
  label: string
  /** Says more, under it. */
  hint?: string
  /** What is wrong with what is in it. */
  error?: string | false | undefined
  value: string
  limit?: number
  /** Read from left to right in every language. */
  code?: boolean
  inputMode?: 'url'
  onInput: (value: string) => void
  onPaste?: (event: TargetedClipboardEvent<HTMLInputElement>) => void
}

/** A labelled text field that says in words what is wrong with it. */
export function TextField({ id, label, hint, error, value, limit, code = false, inputMode, onInput, onPaste }: TextFieldProps) {
  const hintId = `${id}-hint`
  const errorId = `${id}-error`
  const describedBy = [error && errorId, hint && hintId].filter(Boolean).join(' ')
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        value={value}
        maxLength={limit}
        inputMode={inputMode}
        autocomplete="off"
        autocapitalize={code ? 'off' : undefined}
        spellcheck={false}
        dir={code ? 'ltr' : 'auto'}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy || undefined}
        onInput={(event) => onInput(event.currentTarget.value)}
        onPaste={onPaste}
      />
      {error && (
        <p id={errorId} class="small field-error">
          {error}
        </p>
      )}
      {hint && (
        <p id={hintId} class="small soft">
          {hint}
        </p>
      )}
    </div>
  )
}
