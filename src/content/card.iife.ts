import { toggleCard } from './card.ts'
import type { CardHost } from './card-loader.ts'

// Put into the page's isolated world when a first card is opened; most pages never need it.
;(globalThis as CardHost).adpledgeCard = toggleCard
