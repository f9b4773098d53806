import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { handIn } from './release/chrome-web-store.ts'

/**
 * `release:chrome FILE.zip`: hands a package in to the Chrome Web Store. Whose it is, is said by environment variables
 * alone, so that no secret gets into a command line. Ends with 1 where the store doesn't take it, with 2 where something is missing.
 */

const NAMES = ['CHROME_CLIENT_ID', 'CHROME_CLIENT_SECRET', 'CHROME_REFRESH_TOKEN', 'CHROME_PUBLISHER_ID', 'CHROME_ITEM_ID'] as const
const [file, ...more] = process.argv.slice(2)
const missing = NAMES.filter((name) => !process.env[name])

if (!file || more.length > 0 || missing.length > 0) {
  console.error(['usage: npm run release:chrome -- FILE.zip', ...(missing.length > 0 ? [`not set: ${missing.join(', ')}`] : [])].join('\n'))
  process.exit(2)
}

const value = (name: (typeof NAMES)[number]) => process.env[name] ?? ''
try {
  const zip = new Uint8Array(readFileSync(resolve(process.env['ADPLEDGE_CWD'] ?? '.', file)))
  const store = {
    clientId: value('CHROME_CLIENT_ID'),
    clientSecret: value('CHROME_CLIENT_SECRET'),
    refreshToken: value('CHROME_REFRESH_TOKEN'),
    publisherId: value('CHROME_PUBLISHER_ID'),
    itemId: value('CHROME_ITEM_ID'),
  }
  console.log(`Chrome Web Store: ${await handIn(zip, store, { fetch, wait: sleep })}`)
} catch (error) {
  console.error((error as Error).message)
  process.exit(1)
}
