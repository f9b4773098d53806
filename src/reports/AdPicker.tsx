import { text } from '../pages/i18n.ts'
import type { TabAd } from '../shared/messages.ts'

interface AdPickerProps {
  /** Key of the picked one; '' for none. */
  picked: string
  ads: readonly TabAd[]
  onPick: (key: string, ad: TabAd | null) => void
}

/** Picks one of the advertisers that were seen. */
export function AdPicker({ picked, ads, onPick }: AdPickerProps) {
  const choices = new Map(ads.map((ad) => [keyOf(ad), ad]))
  return (
    <div class="field">
      <label for="report-pick">{text('reportPick')}</label>
      <select id="report-pick" value={picked} onChange={({ currentTarget: { value } }) => onPick(value, choices.get(value) ?? null)}>
        <option value="">{text('reportPickNone')}</option>
        {[...choices].map(([key, ad]) => (
          <option key={key} value={key}>
            {ad.advertiser}
          </option>
        ))}
      </select>
    </div>
  )
}

/** The same advertiser may have several ads on a page. */
function keyOf({ advertiser, pageUrl, domain }: TabAd): string {
  return JSON.stringify([advertiser, pageUrl, domain])
}
