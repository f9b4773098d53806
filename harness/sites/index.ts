import { instagram } from './instagram.ts'
import { linkedin } from './linkedin.ts'
import { x } from './x.ts'
import type { SiteFixture } from './types.ts'

/** Every site's pages. */
export const FIXTURES: readonly SiteFixture[] = [x, instagram, linkedin]
