import { crx, type ManifestV3Export } from '@crxjs/vite-plugin'
import { defineConfig, type Plugin } from 'vite'
import manifest from './manifest.json' with { type: 'json' }
import { buildSettings, type Settings } from './scripts/build-settings.ts'
import { chunkGroups } from './scripts/chunks.ts'
import { contentScripts } from './scripts/content-plugin.ts'
import { bundledLists } from './scripts/lists-plugin.ts'
import { thirdPartyNotices } from './scripts/notices-plugin.ts'
import { plainImports } from './scripts/preload-plugin.ts'
import { suffixRules } from './scripts/suffix-plugin.ts'
import { packedTexts, textPlaces } from './scripts/texts-plugin.ts'
import { tokens } from './scripts/tokens-plugin.ts'
import { hostPattern, listAddress } from './src/distribution/addresses.ts'
import { isPublicKey } from './src/distribution/public-key.ts'
import { REPORT_DATA } from './src/shared/data-consent.ts'

type Browser = 'chrome' | 'firefox'

/** `manifest.json` is written for both; each browser gets only what it knows. */
function manifestFor(browser: Browser, { listUrl, sendsReports }: { listUrl: string; sendsReports: boolean }): ManifestV3Export {
  const { browser_specific_settings: gecko, minimum_chrome_version, background, host_permissions, content_scripts: _, ...rest } = manifest
  const common = { ...rest, host_permissions: [...host_permissions, ...(listUrl === '' ? [] : [hostPattern(listUrl)])] }
  return (
    browser === 'chrome'
      ? { ...common, minimum_chrome_version, background }
      : { ...common, browser_specific_settings: sendsReports ? declaringReports(gecko) : gecko, background: { scripts: [background.service_worker], type: 'module' } }
  ) as ManifestV3Export
}

/** Asked for when somebody sends a report, not at the installation. */
function declaringReports(settings: typeof manifest.browser_specific_settings): object {
  const { gecko } = settings
  return { ...settings, gecko: { ...gecko, data_collection_permissions: { ...gecko.data_collection_permissions, optional: [REPORT_DATA] } } }
}

/**
 * Where the build's own list is published and what signs it.
 * @throws when there is one without the other, or neither is what it should be
 */
function ownList({ listUrl: address, listKey: key }: Settings): { address: string; key: string } {
  if (address === '') return { address: '', key: '' }
  const head = listAddress(address)
  if (head === null) throw new Error(`list address ${address}: only https, or http on this machine`)
  if (!isPublicKey(key)) throw new Error('a list address needs the key that the list is signed with: 32 bytes in base64, as npm run list:keygen prints it')
  return { address: head, key }
}

/** @throws when the address isn't one that a report may be sent to */
function reportAddress(address: string): string {
  if (address === '') return ''
  const { protocol, hostname } = new URL(address)
  const local = protocol === 'http:' && (hostname === '127.0.0.1' || hostname === 'localhost')
  if (protocol !== 'https:' && !local) throw new Error(`report address ${address}: only https, or http on this machine`)
  return address
}

/** @throws when it is no e-mail address */
function reportMail(address: string): string {
  if (address !== '' && !/^[^\s@?&]+@[^\s@?&]+$/.test(address)) throw new Error(`report mail ${address}: no e-mail address`)
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
  const target = browser === 'chrome' ? 'chrome120' : 'firefox140'
  const settings = buildSettings()
  const list = ownList(settings)
  const define = {
    __REPORT_URL__: JSON.stringify(reportAddress(settings.reportUrl)),
    __REPORT_ENDPOINT__: JSON.stringify(reportAddress(settings.reportEndpoint)),
    __REPORT_MAIL__: JSON.stringify(reportMail(settings.reportMail)),
    __LIST_URL__: JSON.stringify(list.address),
    __LIST_KEY__: JSON.stringify(list.key),
    'process.env.NODE_ENV': '"production"',
  }
  return {
    define,
    plugins: [
      withoutRawHtml(),
      plainImports(),
      suffixRules(),
      textPlaces(),
      tokens(),
      bundledLists(new URL('lists/', import.meta.url)),
      crx({ manifest: manifestFor(browser, { listUrl: list.address, sendsReports: settings.reportUrl !== '' || settings.reportEndpoint !== '' }), browser }),
      contentScripts({ define, target, contentScripts: manifest.content_scripts }),
      thirdPartyNotices(),
      packedTexts(),
    ],
    build: {
      target,
      outDir: process.env['ADPLEDGE_OUT'] ?? `dist/${browser}`,
      emptyOutDir: true,
      // Reviewers read it, and the page loads one file anyway.
      modulePreload: false,
      rollupOptions: {
        // Most of a build goes into the scripts of pages, which are builds of their own.
        checks: { bundlerTimings: false },
        output: { codeSplitting: { groups: chunkGroups() } },
        input: { reports: 'src/reports/index.html', log: 'src/log/index.html', welcome: 'src/welcome/index.html' },
      },
    },
  }
})
