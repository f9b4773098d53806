import { render } from 'preact'
import { setLanguage, text } from '../pages/i18n.ts'
import { PageHead } from '../pages/PageHead.tsx'
import { useKeptReports } from '../pages/use-kept-reports.ts'
import { siteById } from '../sites/registry.ts'
import { About } from './About.tsx'
import { Broken } from './Broken.tsx'
import { KeptReports } from './KeptReports.tsx'

const asked = new URLSearchParams(location.search)
const broken = siteById(asked.get('broken') ?? '')
const tabId = Number(asked.get('tab') ?? 'none')

function ReportsPage() {
  return (
    <>
      <PageHead current={asked.has('broken') || asked.has('about') ? null : 'reports'} isHeading />
      <main>
        {broken && Number.isSafeInteger(tabId) ? <Broken site={broken} tabId={tabId} /> : <About id={asked.get('about')} />}
        <KeptReports reports={useKeptReports()} />
      </main>
    </>
  )
}

setLanguage(document.documentElement)
document.title = `${text('keptHeading')} – ${text('appName')}`
render(<ReportsPage />, document.body)
