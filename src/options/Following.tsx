import { type MessageKey, momentText, text } from '../pages/i18n.ts'
import type { StoredSettings } from '../pages/use-settings.ts'
import type { FollowState } from '../shared/messages.ts'
import { SwitchRow } from './SwitchRow.tsx'
import { useFollowState } from './use-follow-state.ts'

const PROBLEMS: Record<NonNullable<FollowState['problem']>, MessageKey> = { labels: 'followTooMany', failed: 'followFailed' }

/** Whether settings and own labels follow the person to other devices. */
export function Following({ stored: { settings, change } }: { stored: StoredSettings }) {
  const on = settings?.follow ?? false
  const state = useFollowState(on)
  return (
    <section id="follow" aria-labelledby="follow-heading">
      <h2 id="follow-heading">{text('followHeading')}</h2>
      <div id="follow-intro" class="small soft intro">
        <p>{text('followIntro')}</p>
        <p>{text('followWhat')}</p>
        <p>{text('followNot')}</p>
      </div>
      {settings && (
        <div class="card">
          {state?.state === 'unsupported' ? (
            <p>{text('followUnsupported')}</p>
          ) : (
            <SwitchRow id="follow-on" label={text('followOn')} on={on} describedBy="follow-intro" onChange={(follow) => change({ follow })} />
          )}
          <output id="follow-state" class="small">
            {on && state?.state === 'on' && <StateText state={state} />}
          </output>
        </div>
      )}
    </section>
  )
}

function StateText({ state: { last, problem } }: { state: FollowState }) {
  return (
    <>
      {problem && <span class="notice told-problem">{text(PROBLEMS[problem])}</span>}
      <span>{last === null ? text('followNever') : text('followLast', momentText(last))}</span>
    </>
  )
}
