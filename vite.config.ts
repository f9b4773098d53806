import { crx, type ManifestV3Export } from '@crxjs/vite-plugin'
import preact from '@preact/preset-vite'
import { defineConfig, type Plugin } from 'vite'
import config from './adpledge.config.json' with { type: 'json' }
import manifest from './manifest.json' with { type: 'json' }
import { cardScript } from './scripts/card-plugin.ts'
import { compiledLists } from './scripts/lists-plugin.ts'
import { smallContentScripts } from './scripts/shrink-plugin.ts'

type Browser = 'chrome' | 'firefox'

/** `manifest.json` is written for both; each browser gets only what it knows. */
function manifestFor(browser: Browser): ManifestV3Export {
  const { browser_specific_settings, minimum_chrome_version, background, ...common } = manifest
  return (
    browser === 'chrome'
      ? { ...common, minimum_chrome_version, background }
      : { ...common, browser_specific_settings, background: { scripts: [background.service_worker], type: 'module' } }
  ) as ManifestV3Export
}

/** @throws when the address isn't one that a report may be sent to */
function reportUrl(): string {
  const address = process.env['ADPLEDGE_REPORT_URL'] ?? config.reportUrl
  if (address === '') return ''
  const { protocol, hostname } = new URL(address)
  const local = protocol === 'http:' && (hostname === '127.0.0.1' || hostname === 'localhost')
  if (protocol !== 'https:' && !local) throw new Error(`report address ${address}: only https, or http on this machine`)
  return address
}

/**
 * Preact can set raw HTML when asked to (`dangerouslySetInnerHTML`). We never ask, so that branch
 * is blanked: what isn't in the package needs no review.
 */
function withoutRawHtml(): Plugin {
  return {
    name: 'without-raw-html',
    transform: {
      filter: { id: /preact\/dist\/preact\.(module|mjs)/ },
      handler: (code) => code.replace(/\b([\w$]+)\.innerHTML\s*=\s*[\w$.]+/g, 'void 0'),
    },
  }
}

export default defineConfig(({ mode }) => {
  const browser: Browser = mode === 'firefox' ? 'firefox' : 'chrome'
  const target = browser === 'chrome' ? 'chrome120' : 'firefox128'
  const define = { __REPORT_URL__: JSON.stringify(reportUrl()), 'process.env.NODE_ENV': '"production"' }
  return {
    define,
    plugins: [
      preact({ devToolsEnabled: false, prefreshEnabled: false }),
      withoutRawHtml(),
      compiledLists(new URL('lists/', import.meta.url)),
      cardScript(define, target),
      crx({ manifest: manifestFor(browser), browser }),
      smallContentScripts(),
    ],
    build: {
      target,
      outDir: process.env['ADPLEDGE_OUT'] ?? `dist/${browser}`,
      emptyOutDir: true,
      // Reviewers read it, and the page loads one file anyway.
      modulePreload: false,
      rollupOptions: { input: { reports: 'src/reports/index.html' } },
    },
  }
})
