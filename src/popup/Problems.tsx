import type { Problem } from './problems.ts'

/** Always there, so that screen readers tell what appears in it. */
export function Problems({ problems }: { problems: readonly Problem[] }) {
  return (
    <output id="problems">
      {problems.map(({ text, action }) => (
        <span key={text} class="notice">
          <span>{text}</span>
          {action && (
            <button type="button" id={action.id} onClick={action.run}>
              {action.label}
            </button>
          )}
        </span>
      ))}
    </output>
  )
}
