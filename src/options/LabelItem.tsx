import { useEffect, useRef } from 'preact/hooks'
import { ConfirmButton } from '../pages/ConfirmButton.tsx'
import { text } from '../pages/i18n.ts'
import { StatusIcon } from '../pages/StatusIcon.tsx'
import type { OwnLabel } from '../shared/messages.ts'
import { LabelForm } from './LabelForm.tsx'

interface LabelItemProps {
  label: OwnLabel
  editing: boolean
  /** null when editing ends. */
  onEdit: (id: string | null) => void
  onSaved: (name: string) => void
  onDelete: () => void
}

/** One label of the person's own; it is changed in its place. */
export function LabelItem({ label, editing, onEdit, onSaved, onDelete }: LabelItemProps) {
  const { id, name, domain } = label
  const editRef = useRef<HTMLButtonElement>(null)
  const wasEditingRef = useRef(editing)
  // The form that had the focus has just gone.
  useEffect(() => {
    if (wasEditingRef.current && !editing) editRef.current?.focus()
    wasEditingRef.current = editing
  }, [editing])
  const nameId = `label-${id}`

  return (
    <li class="card" aria-labelledby={nameId}>
      <div class="label-row">
        <div class="label-head">
          <StatusIcon status="yours" />
          <div>
            <h3 id={nameId}>
              <bdi>{name}</bdi>
            </h3>
            {!editing && (
              <p>
                <bdi>{label.text}</bdi>
              </p>
            )}
            {!editing && domain && (
              <p class="small soft">
                <bdi dir="ltr">{domain}</bdi>
              </p>
            )}
          </div>
        </div>
        {!editing && (
          <div class="actions">
            <button type="button" class="edit" ref={editRef} aria-describedby={nameId} onClick={() => onEdit(id)}>
              {text('ownEdit')}
            </button>
            <ConfirmButton label={text('delete')} question={text('ownDeleteSure')} keep={text('keepIt')} describedBy={nameId} onConfirm={onDelete} />
          </div>
        )}
      </div>
      {editing && <LabelForm prefix={`edit-${id}`} id={id} start={label} focus="text" onSaved={onSaved} onCancel={() => onEdit(null)} />}
    </li>
  )
}
