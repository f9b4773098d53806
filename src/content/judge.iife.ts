import type { JudgeHost } from './judge-loader.ts'
import { openJudge } from './judge.ts'

// Put into the page's isolated world with its first post: a page without a feed needs no list.
;(globalThis as JudgeHost).adpledgeJudge = openJudge
