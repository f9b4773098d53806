import type { ProblemCode } from '../distribution/problem.ts'
import type { MessageKey } from './i18n.ts'

/** Why a list was not updated, and what to do. */
export const PROBLEM_TEXTS: Record<ProblemCode, MessageKey> = {
  permission: 'sync_permission',
  network: 'sync_network',
  timeout: 'sync_timeout',
  http: 'sync_http',
  redirect: 'sync_redirect',
  'too-large': 'sync_too_large',
  'not-a-list': 'sync_not_a_list',
  signature: 'sync_signature',
  'newer-format': 'sync_newer_format',
  expired: 'sync_expired',
  rollback: 'sync_rollback',
  changed: 'sync_changed',
  damaged: 'sync_damaged',
  invalid: 'sync_invalid',
  shrunk: 'sync_shrunk',
  storage: 'sync_storage',
  removed: 'sync_removed',
  internal: 'sync_internal',
}
