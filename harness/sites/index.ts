import { pinterest } from './pinterest.ts'
import { reddit } from './reddit.ts'
import { tiktok } from './tiktok.ts'
import type { SiteFixture } from './types.ts'
import { x } from './x.ts'
import { youtube } from './youtube.ts'

/** Every site's pages. */
export const FIXTURES: readonly SiteFixture[] = [x, reddit, youtube, tiktok, pinterest]
