import type { MessageKey } from '../pages/i18n.ts'
import type { Refusal } from './label-file.ts'

/** What is wrong with a label. */
export const FAULT_TEXTS: Record<Refusal['fault'], MessageKey> = {
  'name-missing': 'ownFault_name_missing',
  'name-long': 'ownFault_name_long',
  'name-hidden': 'ownFault_name_hidden',
  domain: 'ownFault_domain',
  'text-missing': 'ownFault_text_missing',
  'text-long': 'ownFault_text_long',
  'text-hidden': 'ownFault_text_hidden',
  shape: 'ownFault_shape',
}
