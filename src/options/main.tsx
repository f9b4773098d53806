import { render } from 'preact'
import { setLanguage, text } from '../pages/i18n.ts'
import { OptionsPage } from './OptionsPage.tsx'

setLanguage(document.documentElement)
document.title = `${text('optionsHeading')} – ${text('appName')}`
render(<OptionsPage />, document.body)
