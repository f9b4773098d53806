import { render } from 'preact'
import { setLanguage, text } from '../pages/i18n.ts'

setLanguage(document.documentElement)
document.title = text('appName')
render(
  <main>
    <h1>{text('appName')}</h1>
  </main>,
  document.body,
)
