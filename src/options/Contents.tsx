import { type MessageKey, text } from '../pages/i18n.ts'

/** By the section's id, in the page's order. */
const SECTIONS: readonly (readonly [id: string, heading: MessageKey])[] = [
  ['sites', 'sitesHeading'],
  ['appearance', 'appearanceHeading'],
  ['own', 'ownHeading'],
  ['list', 'updatesHeading'],
  ['more', 'moreHeading'],
  ['log', 'logHeading'],
  ['follow', 'followHeading'],
  ['data', 'dataHeading'],
  ['reset', 'resetHeading'],
]

/** The ways to the page's sections. */
export function Contents() {
  return (
    <nav id="contents" aria-label={text('optionsContents')}>
      <ul>
        {SECTIONS.map(([id, heading]) => (
          <li key={id}>
            <a href={`#${id}`}>{text(heading)}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
