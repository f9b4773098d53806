import { browser } from '../shared/browser.ts'
import { type MessageKey, text } from './i18n.ts'

const PAGES = [
  ['options', 'options'],
  ['log', 'logHeading'],
  ['reports', 'keptHeading'],
] as const satisfies readonly (readonly [name: string, text: MessageKey])[]

interface PageHeadProps {
  /** The page that it stands on, if it is one of them. */
  current: (typeof PAGES)[number][0] | null
  /** The page has no other heading of its own. */
  isHeading?: boolean
}

/** Whose page it is, and the ways to the others. */
export function PageHead({ current, isHeading = false }: PageHeadProps) {
  const Brand = isHeading ? 'h1' : 'p'
  return (
    <header class="page-head">
      <div>
        <Brand class="brand">
          <img src={browser.runtime.getURL('icons/48.png')} alt="" width={24} height={24} />
          {text('appName')}
        </Brand>
        <nav aria-label={text('appName')}>
          <ul>
            {PAGES.map(([name, key]) => (
              <li key={name}>
                <a href={browser.runtime.getURL(`src/${name}/index.html`)} aria-current={name === current ? 'page' : undefined}>
                  {text(key)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  )
}
