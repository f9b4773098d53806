import { text } from '../pages/i18n.ts'
import { sourceName } from '../pages/source-name.ts'
import type { SourceInfo } from '../shared/messages.ts'

/** The lists that the person has added, a line each. */
export function Subscribed({ sources }: { sources: readonly SourceInfo[] }) {
  return (
    <>
      <h3 id="subscribed-heading">{text('listsYours')}</h3>
      <ul id="subscribed" aria-labelledby="subscribed-heading">
        {sources.map((source) => (
          <li key={source.id}>
            <span class="source-name">
              <bdi>{sourceName(source)}</bdi>
            </span>
            {source.on && source.error && <span class="mark small">{text('listTrouble')}</span>}
            <span class="small soft">{text(source.on ? 'listOn' : 'listOff')}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
