import { REPORT_ENDPOINT } from '../shared/config.ts'

/** Host of what takes reports, as a person is told it; '' where this build has none. */
export const RECEIVER: string = REPORT_ENDPOINT && new URL(REPORT_ENDPOINT).host
