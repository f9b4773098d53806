import type { ListIndex, Match } from '../list/types.ts'
import type { BadgeLook } from '../shared/page-data.ts'
import type { Label } from '../shared/wording.ts'
import type { Advertiser } from '../sites/types.ts'

/** An ad that was found on the page, and what there is to say of it. */
export interface AdOnPage {
  advertiser: Advertiser
  matches: Match[]
  label: Label
  look: BadgeLook
  /** The lists that were asked, matching or not. */
  lists: readonly ListIndex[]
  /** The advertiser's domain, printed or of the landing page. */
  domain: string | null
}
