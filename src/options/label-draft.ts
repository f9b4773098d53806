import { CONTROL_CHARACTERS } from '../distribution/hidden-characters.ts'
import { isPublicSuffix } from '../distribution/public-suffix.ts'
import { domainSuffixes, hostOf } from '../list/domains.ts'
import { normaliseName } from '../list/normalise.ts'
import { PLATFORMS } from '../list/platforms.ts'
import type { OwnLabelDraft } from '../shared/messages.ts'
import { OWN_LABEL_LENGTH } from '../shared/own-labels.ts'

/** What people type as a label of their own, before it is one. */

/** In UTF-16 units: no longer name is compared. */
export const LABEL_NAME_LENGTH = 200

export type LabelFault = 'name-missing' | 'name-long' | 'name-hidden' | 'domain' | 'text-missing' | 'text-long' | 'text-hidden'

const platforms = new Set(PLATFORMS)
/** Whether a name is one at all doesn't depend on the words that lists share. */
const NO_WORDS = { get: () => undefined }

/** With single spaces, and of the website only its host; one that can't be read stays as it is. */
export function tidyLabel({ name, domain, text }: OwnLabelDraft): OwnLabelDraft {
  const website = domain?.trim() ?? ''
  return { name: oneLine(name), domain: website === '' ? null : hostOf(website) || website, text: oneLine(text) }
}

/** What is wrong with a label that is tidy, in the order of its fields. */
export function labelFaults({ name, domain, text }: OwnLabelDraft): LabelFault[] {
  const faults: (LabelFault | false)[] = [
    name.length > LABEL_NAME_LENGTH ? 'name-long' : CONTROL_CHARACTERS.test(name) ? 'name-hidden' : normaliseName(name, NO_WORDS) === '' && 'name-missing',
    domain !== null && !isOneOwners(domain) && 'domain',
    text === '' ? 'text-missing' : text.length > OWN_LABEL_LENGTH ? 'text-long' : CONTROL_CHARACTERS.test(text) && 'text-hidden',
  ]
  return faults.filter((fault) => fault !== false)
}

/** Whether a host can be one advertiser's: a label by a platform's would stand on nearly every ad. */
function isOneOwners(host: string): boolean {
  return host.length <= 253 && /^([a-z\d]([a-z\d-]*[a-z\d])?\.)+[a-z][a-z\d-]*[a-z\d]$/.test(host) && !isPublicSuffix(host) && !domainSuffixes(host).some((suffix) => platforms.has(suffix))
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
