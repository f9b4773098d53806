import { type MessageKey, text } from '../pages/i18n.ts'
import { browser } from '../shared/browser.ts'
import { Shortcuts } from './Shortcuts.tsx'
import { type BrowserFamily, useBrowserFamily } from './use-browser-family.ts'

const ICON_TEXTS: Record<BrowserFamily, MessageKey> = { chrome: 'welcomeIconChrome', firefox: 'welcomeIconFirefox', android: 'welcomeIconAndroid' }

/** Where everything is from now on. */
export function Places() {
  const family = useBrowserFamily()
  return (
    <section aria-labelledby="places-heading">
      <h2 id="places-heading">{text('welcomePlacesHeading')}</h2>
      <div class="columns">
        <div>
          <h3>{text('welcomeIconHeading')}</h3>
          <p>{text('welcomeIconIntro')}</p>
          {family && <p id="pin">{text(ICON_TEXTS[family])}</p>}
        </div>
        <div>
          <h3>{text('options')}</h3>
          <p>{text('welcomeOptionsIntro')}</p>
          <p>
            <a id="open-options" href={browser.runtime.getURL('src/options/index.html')} target="_blank" rel="noopener">
              {text('welcomeOptionsLink')}
            </a>
          </p>
        </div>
      </div>
      <Shortcuts />
    </section>
  )
}
