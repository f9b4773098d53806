import { render } from 'preact'
import { setLanguage, text } from '../pages/i18n.ts'
import { Popup } from './Popup.tsx'

setLanguage(document.documentElement)
document.title = text('appName')
render(<Popup />, document.body)
