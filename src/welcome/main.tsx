import { render } from 'preact'
import { setLanguage, text } from '../pages/i18n.ts'
import { WelcomePage } from './WelcomePage.tsx'

setLanguage(document.documentElement)
document.title = text('welcomeTitle')
render(<WelcomePage />, document.body)
