import { existsSync, readFileSync } from 'node:fs'
import { mendComments } from '../harness/saved-page.ts'
import { type PostVerdict, readVerdicts } from '../harness/verdicts.ts'
import { table } from '../scripts/table.ts'
import { sites } from '../src/sites/registry.ts'
import { expect, test } from './fixtures.ts'

/** Captures and variants of every site but Facebook, with the answers that people gave. */

const SAMPLES = '../shared/samples'
const here = existsSync(`${SAMPLES}/expected.json`)

interface Sample {
  file: string
  site: string
  sponsored: boolean | string
  variant: string
  advertiser: { name: string | null; url: string | null }
  landing: string | null
  note?: string
}

/** What says nothing of where it leads or who it is by: parts of elements, without what they hold. */
const PARTS = /uassets/

const samplesOf = (site: string) => (JSON.parse(readFileSync(`${SAMPLES}/expected.json`, 'utf8')) as Sample[]).filter((sample) => sample.site === site && sample.file.endsWith('.html'))

const withoutSlash = (address: string | null) => address?.replace(/\/$/, '') ?? null

/** How many posts of a page are ads: as its note says, else one or none. */
function adsIn({ sponsored, note = '' }: Sample): number {
  const told = /^sponsored (\d+)/.exec(note)?.[1]
  return told === undefined ? Number(sponsored === true) : Number(told)
}

function faults(sample: Sample, posts: readonly PostVerdict[]): string[] {
  const ads = posts.filter(({ verdict }) => verdict === 'ad')
  const wrong = ads.length === adsIn(sample) ? [] : [`${ads.length} ads in ${posts.length} posts`]
  if (sample.sponsored === 'unsure' && posts.some(({ verdict }) => verdict !== 'unsure')) wrong.push(`called ${posts.map(({ verdict }) => verdict).join(', ')}`)
  const post = ads[0] ?? posts[0]
  if (!post || PARTS.test(sample.file)) return wrong
  const { name, pageUrl, landing } = post.advertiser
  // Captures without names tell nobody's.
  if (sample.advertiser.name !== null && name !== sample.advertiser.name) wrong.push(`by ${name}`)
  if (sample.advertiser.url !== null && withoutSlash(pageUrl) !== withoutSlash(sample.advertiser.url)) wrong.push(`page ${pageUrl}`)
  if (ads.length > 0 && landing !== sample.landing) wrong.push(`leads to ${landing}`)
  return wrong
}

for (const { id } of sites.filter((site) => site.id !== 'facebook')) {
  test(`${id}: every sample has the verdict and the advertiser on record`, async ({ open, pages, kind }) => {
    if (!here) console.log('../shared is not here: its samples were not run')
    test.skip(!here, '../shared is not here')
    const samples = samplesOf(id)
    expect(samples.length).toBeGreaterThan(0)
    const rows: string[][] = []
    const wrong: string[] = []
    for (const sample of samples) {
      pages.set('/sample', mendComments(readFileSync(`${SAMPLES}/${sample.file}`, 'utf8')).html)
      const tab = await open('sample')
      const posts = await readVerdicts(tab, id)
      await tab.close()
      wrong.push(...faults(sample, posts).map((fault) => `${sample.file}: ${fault}`))
      rows.push([sample.file, String(sample.sponsored), posts.map(({ verdict }) => verdict).join(', ') || 'no post', posts.find(({ verdict }) => verdict === 'ad')?.advertiser.name ?? ''])
    }
    console.log(`${kind}\n${table(['sample', 'sponsored', 'verdicts', 'advertiser'], rows)}`)
    expect(wrong, wrong.join('\n')).toEqual([])
  })
}
