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
  const firstRef = useRef<HTMLButtonElement>(null)
  // The pressed button has just gone, and focus with it.
  useEffect(() => {
    if (asking !== null) firstRef.current?.focus()
  }, [asking])

  function remove(): void {
    setAsking(false)
    onDelete()
  }

  if (!asking) {
    return (
      <button type="button" ref={firstRef} key="delete" aria-describedby={describedBy} onClick={() => setAsking(true)}>
        {text('keptDelete')}
      </button>
    )
  }
  return (
    <fieldset class="actions ask" aria-label={text('keptDeleteSure')} key="ask">
      <span>{text('keptDeleteSure')}</span>
      <button type="button" ref={firstRef} aria-describedby={describedBy} onClick={() => setAsking(false)}>
        {text('keptDeleteNo')}
      </button>
      <button type="button" aria-describedby={describedBy} onClick={remove}>
        {text('keptDelete')}
      </button>
    </fieldset>
  )
}
