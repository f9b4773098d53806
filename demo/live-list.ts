import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeKeyPair, readSigningKey } from '../scripts/publish/keys.ts'
import { publish } from '../scripts/publish/publish.ts'
import { readSourceLists } from '../scripts/publish/source-lists.ts'
import type { ListFile } from '../src/list/schema.ts'
import { serveFiles } from './file-server.ts'

/** The lists of this repository, published on this machine with a key made on the spot, to see an update come. */
export interface LiveList {
  /** What a build is given to keep this list fresh. */
  environment: { ADPLEDGE_LIST_URL: string; ADPLEDGE_LIST_KEY: string }
  /** Publishes a version with one more company in it. */
  add(company: { name: string; domain: string }): Promise<void>
  close(): void
}

const LIST = 'stop-hate-for-profit-2020'

export async function publishLiveList(): Promise<LiveList> {
  const root = mkdtempSync(join(tmpdir(), 'adpledge-demo-'))
  const [lists, folder, keyFile] = ['lists', 'published', 'key'].map((name) => join(root, name)) as [string, string, string]
  cpSync(fileURLToPath(new URL('../lists/', import.meta.url)), lists, { recursive: true })
  writeFileSync(keyFile, makeKeyPair().privateFile, { mode: 0o600 })
  const key = readSigningKey(keyFile)
  const put = async () =>
    publish({ lists: await readSourceLists(lists, root), folder, key, nextKey: null, version: null, created: new Date(), expires: 1, allowRemovals: false, notice: () => undefined })
  await put()
  const server = await serveFiles(folder)
  return {
    environment: { ADPLEDGE_LIST_URL: server.address, ADPLEDGE_LIST_KEY: key.publicKey },
    add: async (company) => {
      const path = join(lists, `${LIST}.json`)
      const list = JSON.parse(readFileSync(path, 'utf8')) as ListFile
      list.entries.push(madeUp(company, list))
      writeFileSync(path, JSON.stringify(list))
      await put()
    },
    close: () => {
      server.close()
      rmSync(root, { recursive: true, force: true })
    },
  }
}

/** Companies of the demo feed don't exist; neither does what is said of them. */
function madeUp({ name, domain }: { name: string; domain: string }, { campaign }: ListFile): ListFile['entries'][number] {
  return {
    id: name.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
    name,
    aliases: [],
    domains: [domain],
    handles: {},
    kind: 'company',
    industry: null,
    country: null,
    parent: null,
    brands_named_in_sources: [],
    status: 'joined',
    statement: 'Announced a pause of Facebook ads in July 2020 (made up for the demo)',
    badge_ok: true,
    scope: null,
    scope_short: null,
    announced: null,
    from: campaign.window_from,
    until: campaign.window_until,
    until_kind: 'campaign-default',
    duration: null,
    confidence: 'high',
    from_memory: false,
    match_risk: 'normal',
    sources: campaign.sources.slice(0, 1),
    note: 'A company of the demo feed, which does not exist.',
  }
}
