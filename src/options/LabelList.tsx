import { useState } from 'preact/hooks'
import { countText, locale, text } from '../pages/i18n.ts'
import type { OwnLabel } from '../shared/messages.ts'
import { findLabels } from './find-labels.ts'
import { LabelItem } from './LabelItem.tsx'

/** Fewer are seen at a glance. */
const SEARCHABLE = 10
/** More at once would make the page slow, and nobody reads so many. */
const MOST_SHOWN = 100

interface LabelListProps {
  labels: readonly OwnLabel[]
  /** Id of the label that is being changed. */
  editing: string | null
  onEdit: (id: string | null) => void
  onSaved: (name: string) => void
  onDelete: (label: OwnLabel) => void
}

/** The person's labels, and where to search them. */
export function LabelList({ labels, editing, onEdit, onSaved, onDelete }: LabelListProps) {
  const [query, setQuery] = useState('')
  const searchable = labels.length > SEARCHABLE
  const found = findLabels(labels, searchable ? query : '', locale())
  const atFirst = found.slice(0, MOST_SHOWN)
  // What is being changed stays in sight.
  const shown = found.filter((label, at) => at < MOST_SHOWN || label.id === editing)
  const left = found.length - atFirst.length
  return (
    <>
      {searchable && (
        <div class="field">
          <label for="own-search">{text('ownSearch')}</label>
          <input id="own-search" type="search" value={query} autocomplete="off" spellcheck={false} dir="auto" onInput={(event) => setQuery(event.currentTarget.value)} />
          <output id="own-found" class="small soft">
            {query.trim() !== '' && countText('ownFound', found.length)}
          </output>
        </div>
      )}
      <ul id="own-labels" class="cards">
        {shown.map((label) => (
          <LabelItem key={label.id} label={label} editing={label.id === editing} onEdit={onEdit} onSaved={onSaved} onDelete={() => onDelete(label)} />
        ))}
      </ul>
      {left > 0 && <p class="small soft">{countText('ownMore', left)}</p>}
    </>
  )
}
