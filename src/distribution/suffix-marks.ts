/**
 * How the public suffix list is written: a tree of labels in one text. Each label stands behind the mark of its level, the
 * labels below it follow: `AjpBacBaichi~CaisaiCama` has ac.jp, aisai.aichi.jp and ama.aichi.jp, but no rule for aichi.jp.
 */
export function levelMark(level: number): string {
  return String.fromCharCode(65 + level)
}

/** Before a label that is no public suffix though a rule with `*` says so. */
export const EXCEPTION = '!'
/** After a label that is only there for those below it. */
export const NO_RULE = '~'
