import { reddit } from './reddit.ts'
import type { SiteFixture } from './types.ts'
import { x } from './x.ts'

/** Every site's pages. */
export const FIXTURES: readonly SiteFixture[] = [x, reddit]
