/** What a build is configured with; filled in by `vite.config.ts` from `adpledge.config.json`. */
declare const __REPORT_URL__: string

/** Address of the form that reports are sent with, https; '' when this build has none. */
export const REPORT_URL: string = __REPORT_URL__
