import browser from 'webextension-polyfill'
import type { DataToImport, KeptData, KeptReport, Outcome, PartFailure } from '../shared/messages.ts'
import { parseSettings, SETTINGS_KEY, type Settings } from '../shared/settings.ts'
import { WELCOMED_KEY } from '../shared/storage-keys.ts'
import type { AdLog } from './ad-log.ts'
import type { OwnLabels } from './own-labels.ts'
import type { ReportStore } from './report-store.ts'
import { changeSettings } from './settings-store.ts'
import type { Mutex } from './mutex.ts'
import type { Subscriptions } from './subscriptions.ts'

export interface KeptParts {
  mutex: Mutex
  labels: OwnLabels
  subscriptions: Subscriptions
  reports: ReportStore
  log: AdLog
}

/** All that is kept on this device but the log's rows. */
export async function exportData({ labels, subscriptions, reports }: KeptParts): Promise<KeptData> {
  const [own, lists, kept, settings] = await Promise.all([labels.list(), subscriptions.list(), reports.list(), readSettings()])
  return {
    settings,
    labels: own.map(({ name, domain, text }) => ({ name, domain, text })),
    subscriptions: lists.map(({ address, key, on }) => ({ address, key, on })),
    reports: kept,
  }
}

/** Puts what a file has beside what is here; settings take the file's. What can't be taken keeps no other part from it. */
export async function importData({ settings, labels, subscriptions, reports }: DataToImport, parts: KeptParts): Promise<PartFailure[]> {
  const failed: PartFailure[] = []
  const attempt = (part: PartFailure['part'], task: () => Promise<Outcome | object | void>) =>
    task().then(
      (outcome) => {
        if (outcome && 'ok' in outcome && !outcome.ok) failed.push({ part, error: outcome.error })
      },
      (error: Error) => void failed.push({ part, error: error.message }),
    )
  if (settings) await attempt('settings', async () => changeSettings(parts.mutex, forThisDevice(parseSettings(settings), await readSettings())))
  if (labels.length > 0) await attempt('labels', () => parts.labels.save(labels))
  for (const one of subscriptions) await attempt('subscriptions', () => subscribe(one, parts.subscriptions))
  if (reports.length > 0) await attempt('reports', () => parts.reports.import(reports.map(unsent)))
  return failed
}

/** A pause is long over, neither the log nor following is switched on by a file, and none makes the log forget what it has. */
function forThisDevice(settings: Settings, now: Settings): Settings {
  const longer = settings.logDays > now.logDays ? settings.logDays : now.logDays
  return { ...settings, pausedUntil: null, log: now.log, logDays: longer, follow: now.follow }
}

async function subscribe({ address, key, on }: KeptData['subscriptions'][number], subscriptions: Subscriptions): Promise<void> {
  try {
    const { id } = await subscriptions.add(address, key)
    if (!on) await subscriptions.switch(id, false)
  } catch (error) {
    // It is there, or it is the build's own.
    if (!['exists', 'own'].includes((error as Error).message)) throw error
  }
}

/** Only a person who has seen a report here sends it from here. */
function unsent(report: KeptReport): KeptReport {
  return report.sending?.state === 'waiting' ? { ...report, sending: null } : report
}

/** As after the installation, but that the first-run page doesn't come back. What follows the person to other devices stays there. */
export async function resetData({ mutex, reports, log }: KeptParts): Promise<Outcome> {
  try {
    // At once and first of all, so that nothing of this is taken for a change that other devices should follow.
    await mutex.run(async () => {
      const stored = await browser.storage.local.get(WELCOMED_KEY)
      await browser.storage.local.clear()
      await browser.storage.local.set(stored)
    })
    await log.clear()
    const cleared = await reports.clear()
    await giveBackAccess()
    return cleared
  } catch (error) {
    return { ok: false, error: (error as Error).message }
  }
}

/** To all sites and hosts of lists but those that come with the extension. */
async function giveBackAccess(): Promise<void> {
  const { host_permissions: always = [] } = browser.runtime.getManifest() as { host_permissions?: string[] }
  const { origins = [] } = await browser.permissions.getAll()
  // One that can't be given back is no reason to keep the others.
  await Promise.all(origins.filter((pattern) => !always.includes(pattern)).map((pattern) => browser.permissions.remove({ origins: [pattern] }).catch(() => false)))
}

async function readSettings(): Promise<Settings> {
  return parseSettings((await browser.storage.local.get(SETTINGS_KEY))[SETTINGS_KEY])
}
