import { useEffect, useRef, useState } from 'preact/hooks'
import { text } from '../pages/i18n.ts'

interface DeleteButtonProps {
  /** Id of what would be deleted. */
  describedBy: string
  onDelete: () => void
}

/** Asks first, in its own place. */
export function DeleteButton({ describedBy, onDelete }: DeleteButtonProps) {
  const [asking, setAsking] = useState<boolean | null>(null)
  const first = useRef<HTMLButtonElement>(null)
  // The pressed button has just gone, and focus with it.
  useEffect(() => {
    if (asking !== null) first.current?.focus()
  }, [asking])

  if (!asking) {
    return (
      <button type="button" ref={first} key="delete" aria-describedby={describedBy} onClick={() => setAsking(true)}>
        {text('keptDelete')}
      </button>
    )
  }
  return (
    <div class="actions ask" role="group" aria-label={text('keptDeleteSure')} key="ask">
      <span>{text('keptDeleteSure')}</span>
      <button type="button" ref={first} aria-describedby={describedBy} onClick={() => setAsking(false)}>
        {text('keptDeleteNo')}
      </button>
      <button type="button" class="danger" aria-describedby={describedBy} onClick={() => { setAsking(false); onDelete() }}>
        {text('keptDelete')}
      </button>
    </div>
  )
}
