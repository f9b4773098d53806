import { locale, text, translate } from '../pages/i18n.ts'
import type { ListIndex } from '../list/types.ts'
import { type Label, labelFor, type WordingContext } from '../shared/wording.ts'
import type { ExampleAd } from './examples.ts'

/** An invented campaign, as the index of a list has it. */
function exampleList(): ListIndex {
  return {
    id: 'example', campaign: text('welcomeCampaign'), launched: '2020-06-17', windowFrom: '2020-07-01', windowUntil: '2020-07-31', updated: '2020-08-01',
    claimedParticipants: null, platforms: ['facebook'], platformName: 'Facebook', size: 4, keys: { checksum: 0, buckets: 0, width: 0, text: '' },
  }
}

/** Worded as the labels of real ads are, by the same rules. */
export function exampleLabel({ entry, scope }: Pick<ExampleAd, 'entry' | 'scope'>): Label | null {
  const context: WordingContext = { translate, locale: locale(), now: new Date() }
  return labelFor(entry && { list: exampleList(), entry: { ...entry, ...(scope === null ? {} : { scope: text(scope) }) } }, context)
}
