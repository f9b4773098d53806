import { existsSync, readFileSync } from 'node:fs'
import type { Page } from 'puppeteer-core'
import { escape } from '../demo/html.ts'
import { readVerdicts } from '../harness/verdicts.ts'
import type { SiteFile, WordKind } from '../src/sites/types.ts'
import { expect, test } from './fixtures.ts'

/** Every word of every language that a site's file holds, on the plainest post that can have it. */

const NAME = 'Acme Shoes'
const COLLECTED = '../shared/data/labels.json'

interface Plain {
  /** A post whose label is this. */
  post: (label: string) => string
  /** Of what is collected elsewhere. */
  collected: readonly string[]
}

/** A line for each site. */
const SITES: Readonly<Record<string, Plain>> = {
  instagram: { post: (label) => `<article><header><a href="/acmeshoes/">acmeshoes</a><div><span>${label}</span></div></header><img src="data:," alt=""></article>`, collected: ['instagram'] },
  x: { post: (label) => `<article data-testid="tweet"><div data-testid="User-Name"><a href="/jane"><span>Jane</span></a></div><div data-testid="tweetText">Hello</div><div><span>${label}</span></div></article>`, collected: ['x_promoted', 'x_ad_2023plus_unverified_except_en_ja_zh', 'x_promoted_by'] },
  linkedin: { post: (label) => `<div role="listitem" componentkey="expandedFeedType_MAIN_FEED"><h2>Feed post</h2><div><a href="/in/jane/"><p><span>Jane</span></p></a><p><span>CEO</span></p><p><span>${label}</span></p></div></div>`, collected: ['linkedin'] },
}

/** What we say of a collected label on purpose: LinkedIn's is a partnership of two, which the site's own list of ads has as well. */
const NO_AD: Readonly<Record<string, readonly string[]>> = { linkedin: ['En partenariat avec'] }

interface Case {
  language: string
  label: string
  expected: string
}

/** All words of a language together, one post each. */
async function faults(page: Page, site: string, cases: readonly Case[]): Promise<string[]> {
  const wrong: string[] = []
  for (const language of new Set(cases.map((one) => one.language))) {
    const own = cases.filter((one) => one.language === language)
    const posts = own.map(({ label }, at) => `<div data-demo-id="${at}">${SITES[site]?.post(escape(label)) ?? ''}</div>`).join('')
    await page.evaluate(
      (lang, html) => {
        document.documentElement.lang = lang
        document.body.innerHTML = html
      },
      language,
      posts,
    )
    const read = await readVerdicts(page, site)
    for (const [at, { label, expected }] of own.entries()) {
      const [found, more] = read.filter(({ id }) => id === String(at))
      const said = found?.verdict !== 'ad' && expected === 'no ad' ? expected : found && !more ? `${found.verdict}${label.includes(NAME) && found.verdict === 'ad' ? ` by ${found.advertiser.name}` : ''}` : 'not one post'
      if (said !== expected) wrong.push(`${site}, ${language}: "${label}" is ${said}, not ${expected}`)
    }
  }
  return wrong
}

const named = (pattern: string) => pattern.replace('…', NAME)

for (const site of Object.keys(SITES)) {
  const { labels } = JSON.parse(readFileSync(`src/sites/${site}.data.json`, 'utf8')) as SiteFile
  const languages = Object.entries(labels)
  const casesOf = (kind: WordKind, expected: string): Case[] => languages.flatMap(([language, words]) => (words[kind] ?? []).map((label) => ({ language, label: named(label), expected })))

  test(`${site}: every label of every language is an ad’s, and no other word is`, async ({ open, pages }) => {
    pages.set('/labels', '<!doctype html><html lang="en"><meta charset="utf-8"><body></body></html>')
    const page = await open('labels')
    const ads = [...casesOf('sponsored', 'ad'), ...casesOf('promotedBy', `ad by ${NAME}`)]
    expect(ads.length).toBeGreaterThan(languages.length)
    const others = [...casesOf('partnership', 'paid-partnership'), ...casesOf('suggested', 'suggested')]
    const none = languages.map(([language]) => ({ language, label: 'Hello', expected: 'no ad' }))
    const wrong = await faults(page, site, [...ads, ...others, ...none])
    expect(wrong, wrong.join('\n')).toHaveLength(0)
  })

  test(`${site}: what others collected is known`, async ({ open, pages }) => {
    const here = existsSync(COLLECTED)
    if (!here) console.log('../shared is not here: its labels were not compared')
    test.skip(!here, '../shared is not here')
    const all = JSON.parse(readFileSync(COLLECTED, 'utf8')) as Record<string, Record<string, string[]>>
    const known = new Set(languages.flatMap(([, { promotedBy = [] }]) => promotedBy))
    const cases = (SITES[site]?.collected ?? []).flatMap((part) =>
      Object.entries(all[part] ?? {}).flatMap(([language, labels]) =>
        labels.flatMap((written): Case => {
          const label = written.replace(/ \(suffix\)$/, '')
          const pattern = label.includes('…') ? label : known.has(`${label} …`) ? `${label} …` : null
          const expected = NO_AD[site]?.includes(label) ? 'paid-partnership' : pattern === null ? 'ad' : `ad by ${NAME}`
          return { language, label: named(pattern ?? label), expected }
        }),
      ),
    )
    expect(cases.length).toBeGreaterThan(30)
    pages.set('/labels', '<!doctype html><html lang="en"><meta charset="utf-8"><body></body></html>')
    const wrong = await faults(await open('labels'), site, cases)
    expect(wrong, wrong.join('\n')).toHaveLength(0)
  })
}
