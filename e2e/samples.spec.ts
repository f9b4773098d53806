import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { mendComments } from '../harness/saved-page.ts'
import { type PostVerdict, readVerdicts } from '../harness/verdicts.ts'
import { table } from '../scripts/table.ts'
import { expect, test } from './fixtures.ts'

/** Captures and variants of Facebook's feed, with the answers that people gave. */

const SAMPLES = '../shared/samples'
const here = existsSync(`${SAMPLES}/expected.json`)

interface Sample {
  file: string
  site: string
  real: boolean
  sponsored: boolean | string | null
  advertiser: { name: string | null; url: string | null }
  landing: string | null
}

/** What isn't a post of the feed: other surfaces, a menu, parts of a label (visible-text.spec.ts reads those), a sequence (below). */
const NOT_FEED = /sidebar|rightrail|popup|issue\d|uassets|\/7[123]-/

const feedSamples = (): Sample[] =>
  (JSON.parse(readFileSync(`${SAMPLES}/expected.json`, 'utf8')) as Sample[]).filter(({ file, site }) => site === 'facebook' && file.endsWith('.html') && !NOT_FEED.test(`/${file}`))

function page(file: string): string {
  return mendComments(readFileSync(`${SAMPLES}/${file}`, 'utf8')).html
}

const withoutSlash = (address: string | null | undefined) => address?.replace(/\/$/, '') ?? null

/** Of a capture only the host of the landing page is on record. */
function isRightLanding({ real, landing }: Sample, read: string | null): boolean {
  return landing === null || read === null || !real ? landing === read : new URL(landing).host === new URL(read).host
}

function faults(sample: Sample, posts: readonly PostVerdict[]): string[] {
  const [post] = posts
  if (!post || posts.length > 1) return [`${posts.length} posts`]
  const verdict = sample.sponsored === true ? post.verdict === 'ad' : sample.sponsored === false ? post.verdict !== 'ad' : post.verdict === sample.sponsored
  return [
    ...(verdict ? [] : [`called ${post.verdict}`]),
    ...(post.advertiser.name === sample.advertiser.name ? [] : [`by ${post.advertiser.name}`]),
    ...(withoutSlash(post.advertiser.pageUrl) === withoutSlash(sample.advertiser.url) ? [] : [`page ${post.advertiser.pageUrl}`]),
    ...(isRightLanding(sample, post.advertiser.landing) ? [] : [`leads to ${post.advertiser.landing}`]),
  ]
}

test('every capture and variant of the feed has the verdict and the advertiser on record', async ({ open, pages, kind }) => {
  if (!here) console.log('../shared is not here: its samples were not run')
  test.skip(!here, '../shared is not here')
  const samples = feedSamples()
  expect(samples.length).toBeGreaterThan(25)
  const rows: string[][] = []
  const wrong: string[] = []
  for (const sample of samples) {
    pages.set('/sample', page(sample.file))
    const tab = await open('sample')
    const posts = await readVerdicts(tab, 'facebook')
    await tab.close()
    wrong.push(...faults(sample, posts).map((fault) => `${sample.file}: ${fault}`))
    rows.push([sample.file, String(sample.sponsored), posts[0]?.verdict ?? 'no post', posts[0]?.advertiser.name ?? '', posts[0]?.evidence.map(({ sign }) => sign).join(', ') ?? ''])
  }
  console.log(`${kind}\n${table(['sample', 'sponsored', 'verdict', 'advertiser', 'evidence'], rows)}`)
  expect(wrong).toEqual([])
})

test('the command for saved pages says the same', async ({ kind }) => {
  test.skip(!here, '../shared is not here')
  const file = `${SAMPLES}/facebook/fb2020-12-25-facebook_adblock-feedunit.html`
  const { stdout } = await promisify(execFile)('node', ['--import', 'tsx', 'scripts/detect.ts', file, '--site', 'facebook', '--browser', kind])
  const read = JSON.parse(stdout) as PostVerdict[]
  expect(read.map(({ verdict, advertiser }) => [verdict, advertiser.name, advertiser.page])).toEqual([['ad', 'news.com.au', 'news.com.au']])
})

test('what stands beside the feed has the ads on record, and nothing else', async ({ open, pages }) => {
  test.skip(!here, '../shared is not here')
  const ads: Record<string, (string | null)[][]> = {
    'synthetic/facebook/72-rightrail.html': [['acme.example', 'https://www.acme.example/x']],
    'synthetic/facebook/73-marketplace-ad.html': [['acme.example', 'https://www.acme.example/m']],
    // The second one's link is encrypted.
    'facebook/fb2018-propublica-sidebar-ad.html': [['cyberbal.com', 'http://cyberbal.rtrk.com/?scid=3710511&pub_cr_id=20125571'], ['thewaddleagency.com', null]],
    'facebook/fb2020-12-facebook_adblock-rightrail-skeleton.html': [],
  }
  for (const [file, expected] of Object.entries(ads)) {
    pages.set('/sample', page(file))
    const tab = await open('sample')
    const posts = await readVerdicts(tab, 'facebook')
    expect.soft(posts.map(({ verdict, advertiser }) => [verdict, advertiser.domain, advertiser.landing]), file).toEqual(expected.map((ad) => ['ad', ...ad]))
    await tab.close()
  }
})

test('a variant that is emptied and refilled has a badge while it is an ad', async ({ open, pages }) => {
  test.skip(!here, '../shared is not here')
  pages.set('/sample', page('synthetic/facebook/71-recycled-node.html'))
  const tab = await open('sample')
  const refill = (template: string | null) =>
    tab.evaluate((id) => {
      const content = id === null ? null : (document.getElementById(id) as HTMLTemplateElement).content.cloneNode(true)
      document.getElementById('slot')?.replaceChildren(...(content ? [content] : []))
    }, template)
  const badges = () => tab.evaluate(() => document.querySelectorAll('#slot adpledge-badge').length)
  // The first ad of a page brings the script that looks it up.
  await refill('t1')
  await expect.poll(badges, { timeout: 15_000 }).toBe(1)
  for (const [template, expected] of [[null, 0], ['t1', 1], [null, 0], ['t2', 0], ['t1', 1], ['t2', 0]] as const) {
    await refill(template)
    await sleep(100)
    expect.soft(await badges(), template ?? 'empty').toBe(expected)
  }
})
