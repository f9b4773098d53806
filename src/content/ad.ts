import type { ListIndex, Match } from '../list/types.ts'
import type { BadgeLabel, BadgeLook } from '../shared/page-data.ts'
import type { Advertiser } from '../sites/types.ts'

/** What a list has on record about an advertiser; its label is null where none may be. */
export type LabelledMatch = Match & { label: BadgeLabel | null }

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
