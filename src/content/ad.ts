import type { ListIndex } from '../list/types.ts'
import type { BadgeLabel, BadgeLook, LabelledMatch } from '../shared/page-data.ts'
import type { Advertiser } from '../sites/types.ts'

/** An ad that was found on the page, and what there is to say of it. */
export interface AdOnPage {
  advertiser: Advertiser
  /** What the advertiser is called here: its name, else its page, else where the ad leads. */
  name: string
  matches: LabelledMatch[]
  label: BadgeLabel
  look: BadgeLook
  /** The lists that were asked, matching or not. */
  lists: readonly ListIndex[]
}
