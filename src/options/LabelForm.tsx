import type { TargetedSubmitEvent } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { type MessageKey, numberText, text } from '../pages/i18n.ts'
import type { OwnLabelDraft } from '../shared/messages.ts'
import { MOST_OWN_LABELS, OWN_LABEL_LENGTH } from '../shared/own-labels.ts'
import { FAULT_TEXTS } from './fault-texts.ts'
import { LABEL_NAME_LENGTH, labelFaults, tidyLabel } from './label-draft.ts'
import { saveLabel } from './save-label.ts'
import { TextField } from './TextField.tsx'

const EMPTY = { name: '', domain: '', text: '' }

interface LabelFormProps {
  /** Of the ids of its parts. */
  prefix: string
  /** Id of the label that is changed; null for a new one. */
  id: string | null
  /** What it starts with. */
  start?: OwnLabelDraft | undefined
  /** Puts the focus into one of its fields. */
  focus?: 'text' | null
  onSaved: (name: string) => void
  onCancel?: () => void
}

/** Where a label is written. */
export function LabelForm({ prefix, id, start, focus = null, onSaved, onCancel }: LabelFormProps) {
  const [typed, setTyped] = useState(start ? { ...start, domain: start.domain ?? '' } : EMPTY)
  const [tried, setTried] = useState(false)
  const [failure, setFailure] = useState<MessageKey | null>(null)
  const savingRef = useRef(false)
  useEffect(() => {
    if (focus) document.getElementById(`${prefix}-${focus}`)?.focus()
  }, [prefix, focus])

  const label = tidyLabel(typed)
  const faults = tried ? labelFaults(label) : []
  const faultOf = (field: string) => {
    const fault = faults.find((fault) => fault.startsWith(field))
    return fault && text(FAULT_TEXTS[fault])
  }

  function input(change: Partial<typeof typed>): void {
    setFailure(null)
    setTyped({ ...typed, ...change })
  }

  async function save(): Promise<void> {
    if (savingRef.current) return
    savingRef.current = true
    const failed = await saveLabel(id, label)
    savingRef.current = false
    setFailure(failed)
    if (failed) return
    setTyped(EMPTY)
    setTried(false)
    onSaved(label.name)
  }

  function submit(event: TargetedSubmitEvent<HTMLFormElement>): void {
    event.preventDefault()
    setTried(true)
    const [first] = labelFaults(label)
    if (first) document.getElementById(`${prefix}-${first.replace(/-.*/, '')}`)?.focus()
    else void save()
  }

  return (
    <form id={`${prefix}-form`} class="report-form" noValidate onSubmit={submit}>
      <TextField id={`${prefix}-name`} label={text('ownName')} error={faultOf('name')} value={typed.name} limit={LABEL_NAME_LENGTH} onInput={(name) => input({ name })} />
      <TextField
        id={`${prefix}-domain`}
        label={text('websiteOptional')}
        hint={text('ownDomainHint')}
        error={faultOf('domain')}
        value={typed.domain}
        limit={1_000}
        code
        inputMode="url"
        onInput={(domain) => input({ domain })}
      />
      <TextField
        id={`${prefix}-text`}
        label={text('ownText')}
        hint={text('ownTextHint', numberText(OWN_LABEL_LENGTH))}
        error={faultOf('text')}
        value={typed.text}
        limit={OWN_LABEL_LENGTH}
        onInput={(text) => input({ text })}
      />
      <div class="actions">
        <button id={`${prefix}-save`} class="primary">
          {text('ownSave')}
        </button>
        {onCancel && (
          <button type="button" onClick={onCancel}>
            {text('cancel')}
          </button>
        )}
      </div>
      <output class="outcome">{failure && text(failure, numberText(MOST_OWN_LABELS))}</output>
    </form>
  )
}
