import type { Problem } from './problems.ts'

/** Always there, so that screen readers tell what appears in it. */
export function Problems({ problems }: { problems: readonly Problem[] }) {
  return (
    <div id="problems" role="status">
      {problems.map(({ text, action }) => (
        <div key={text} class="notice">
          <p>{text}</p>
          {action && (
            <button type="button" id={action.id} onClick={action.run}>
              {action.label}
            </button>
          )}
        </div>
      ))}
    </div>
  )
}
