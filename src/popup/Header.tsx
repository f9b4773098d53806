import { text } from '../pages/i18n.ts'
import { Switch } from '../pages/Switch.tsx'
import { browser } from '../shared/browser.ts'

interface HeaderProps {
  badges: boolean
  onBadges: (on: boolean) => void
}

export function Header({ badges, onBadges }: HeaderProps) {
  return (
    <header>
      <img src={browser.runtime.getURL('icons/48.png')} alt="" width={24} height={24} />
      <h1>{text('appName')}</h1>
      <label for="badges">{text('badgesSwitch')}</label>
      <Switch id="badges" on={badges} onChange={onBadges} />
    </header>
  )
}
