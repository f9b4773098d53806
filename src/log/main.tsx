import { render } from 'preact'
import { setLanguage, text } from '../pages/i18n.ts'
import { LogPage } from './LogPage.tsx'

setLanguage(document.documentElement)
document.title = `${text('logHeading')} – ${text('appName')}`
render(<LogPage />, document.body)
