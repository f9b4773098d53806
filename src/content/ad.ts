import type { ListIndex, Match } from '../list/types.ts'
import type { BadgeLabel, BadgeLook } from '../shared/page-data.ts'
import type { Advertiser } from '../sites/types.ts'

/** An ad that was found on the page, and what there is to say of it. */
export interface AdOnPage {
  advertiser: Advertiser
  matches: Match[]
  label: BadgeLabel
  look: BadgeLook
  /** The lists that were asked, matching or not. */
  lists: readonly ListIndex[]
  /** The advertiser's domain, printed or of the landing page. */
  domain: string | null
}
