import type { Account, Draft } from './posts.ts'
import type { Advertiser } from './pools.ts'
import type { Line } from './texts.ts'

function account({ name, slug, pageId }: Account): Account {
  return { name, slug, pageId }
}

export function ad(by: Advertiser, body: Line, more: Partial<Draft> = {}): Draft {
  return {
    ...account(by),
    kind: 'ad',
    domain: by.domain,
    landing: by.landing,
    label: 'text',
    trap: null,
    body,
    media: 'card',
    late: null,
    ...more,
  }
}

export function organic(by: Account, body: Line, more: Partial<Draft> = {}): Draft {
  return {
    ...account(by),
    kind: 'organic',
    domain: null,
    landing: null,
    label: null,
    trap: null,
    body,
    media: 'none',
    late: null,
    ...more,
  }
}
