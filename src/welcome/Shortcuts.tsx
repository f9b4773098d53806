import { text } from '../pages/i18n.ts'
import { useShortcuts } from './use-shortcuts.ts'

/** The keys that do something on a feed, as the browser has them; nothing where it has none. */
export function Shortcuts() {
  const shortcuts = useShortcuts()
  if (shortcuts.length === 0) return null
  return (
    <div>
      <h3 id="shortcuts-heading">{text('welcomeShortcutsHeading')}</h3>
      <p class="soft">{text('welcomeShortcutsIntro')}</p>
      <ul class="shortcuts" aria-labelledby="shortcuts-heading">
        {shortcuts.map(({ name, does, keys }) => (
          <li key={name}>
            <span>{does}</span>
            {keys === '' ? <span class="soft">{text('welcomeShortcutNone')}</span> : <kbd dir="ltr">{keys}</kbd>}
          </li>
        ))}
      </ul>
    </div>
  )
}
