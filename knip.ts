import { readFileSync } from 'node:fs'
import type { KnipConfig } from 'knip'

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
/** bootstrap.mjs runs a script by its name. */
const commands = Object.values(scripts).flatMap((line) => /bootstrap\.mjs ([\w-]+)/.exec(line)?.[1] ?? [])

/** What nothing imports, exports or needs. Entries are what is used by its name alone, where knip can't see it. */
const config: KnipConfig = {
  entry: [
    ...commands.map((name) => `scripts/${name}.ts`),
    // Named by manifest.json.
    'src/background/main.ts',
    // Named by the index.html beside it.
    'src/*/main.{ts,tsx}',
    // Built by scripts/content-plugin.ts: a script of its own for each site, and what pages' scripts ask for on demand.
    'src/content/*.iife.ts',
    'src/content/run.ts',
    // Built by harness/bundle.ts, to run in a page; what they export is called there.
    'harness/{reader,reads,sites}-in-page.ts',
    'harness/fuzz/{,sites-}in-page.ts',
  ],
  project: ['**/*.{ts,tsx,mjs}'],
  // A type that a function's signature names is there for whoever calls it.
  ignoreExportsUsedInFile: { interface: true, type: true },
  // Where a site's script is in the package: told to whoever looks for it.
  ignoreIssues: { 'scripts/content-plugin.ts': ['exports'] },
}

export default config
