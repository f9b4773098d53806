/** Limits of a person's own labels. */
export const MOST_OWN_LABELS = 2_000
/** In UTF-16 units: what a badge can show. */
export const OWN_LABEL_LENGTH = 80
