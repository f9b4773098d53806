import { render } from 'preact'
import { setLanguage, text } from '../pages/i18n.ts'
import { useKeptReports } from '../pages/use-kept-reports.ts'
import { About } from './About.tsx'
import { KeptReports } from './KeptReports.tsx'

function ReportsPage() {
  return (
    <main>
      <h1>{text('appName')}</h1>
      <About id={new URLSearchParams(location.search).get('about')} />
      <KeptReports reports={useKeptReports()} />
    </main>
  )
}

setLanguage(document.documentElement)
document.title = `${text('keptHeading')} – ${text('appName')}`
render(<ReportsPage />, document.body)
