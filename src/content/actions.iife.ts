import { act } from './actions.ts'
import type { ActionsHost } from './actions-host.ts'

// Put into the page's isolated world when a shortcut or the menu is used for the first time.
;(globalThis as ActionsHost).adpledgeAct = act
