/** What a build is configured with; filled in by `vite.config.ts` from `adpledge.config.json`. */
declare const __REPORT_URL__: string
declare const __REPORT_ENDPOINT__: string
declare const __REPORT_MAIL__: string
declare const __LIST_URL__: string
declare const __LIST_KEY__: string

/** Address of the form that reports are sent with, https; '' when this build has none. */
export const REPORT_URL: string = __REPORT_URL__

/** Where reports are sent to directly, as JSON; '' when this build has no such address. */
export const REPORT_ENDPOINT: string = __REPORT_ENDPOINT__

/** E-mail address that takes reports; '' when this build has none. */
export const REPORT_MAIL: string = __REPORT_MAIL__

/** Address of the build's own list's head and the key that it is signed with; null when this build has none. */
export const OWN_LIST: { address: string; key: string } | null = __LIST_URL__ ? { address: __LIST_URL__, key: __LIST_KEY__ } : null
