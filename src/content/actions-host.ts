/** What can be done with the ads of a page by shortcut or menu. */
export type AdAction = 'next' | 'previous' | 'report' | 'report-target'

/** Where the script of actions leaves its function: the isolated world, which the page can't see. */
export type ActionsHost = typeof globalThis & { adpledgeAct?: (action: AdAction) => void }
