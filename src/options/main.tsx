import { render } from 'preact'
import { setLanguage, text } from '../pages/i18n.ts'
import { OptionsPage } from './OptionsPage.tsx'

setLanguage(document.documentElement)
document.title = `${text('options')} – ${text('appName')}`
render(<OptionsPage />, document.body)
