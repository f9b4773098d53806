import { useEffect, useRef, useState } from 'preact/hooks'

interface ConfirmButtonProps {
  id?: string
  /** What it does. */
  label: string
  /** Asked before it does it. */
  question: string
  /** Answers that with no. */
  keep: string
  /** Id of what it is done to. */
  describedBy: string
  onConfirm: () => void
}

/** Asks first, in its own place. */
export function ConfirmButton({ id, label, question, keep, describedBy, onConfirm }: ConfirmButtonProps) {
  const [asking, setAsking] = useState<boolean | null>(null)
  const firstRef = useRef<HTMLButtonElement>(null)
  // The pressed button has just gone, and focus with it.
  useEffect(() => {
    if (asking !== null) firstRef.current?.focus()
  }, [asking])

  function confirm(): void {
    setAsking(false)
    onConfirm()
  }

  if (!asking) {
    return (
      <button type="button" id={id} ref={firstRef} key="act" aria-describedby={describedBy} onClick={() => setAsking(true)}>
        {label}
      </button>
    )
  }
  return (
    <fieldset class="actions ask" aria-label={question} key="ask">
      <span>{question}</span>
      <button type="button" ref={firstRef} aria-describedby={describedBy} onClick={() => setAsking(false)}>
        {keep}
      </button>
      <button type="button" aria-describedby={describedBy} onClick={confirm}>
        {label}
      </button>
    </fieldset>
  )
}
