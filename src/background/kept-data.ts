import browser from 'webextension-polyfill'
import type { KeptData, Outcome } from '../shared/messages.ts'
import { parseSettings, SETTINGS_KEY } from '../shared/settings.ts'
import { sites } from '../sites/registry.ts'
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

/** Puts what a file has beside what is here; settings take the file's. Whether the log is on is for each device alone. */
export async function importData({ settings, labels, subscriptions, reports }: KeptData, parts: KeptParts): Promise<Outcome> {
  try {
    const now = await readSettings()
    // A pause is long over, and neither the log nor following is switched on by a file.
    const changed = await changeSettings(parts.mutex, { ...parseSettings(settings), pausedUntil: null, log: now.log, follow: now.follow })
    if (!changed.ok) return changed
    await parts.labels.save(labels)
    for (const { address, key, on } of subscriptions) {
      const added = await parts.subscriptions.add(address, key).catch((error: Error) => {
        // It is there, or it is the build's own.
        if (error.message === 'exists' || error.message === 'own') return null
        throw error
      })
      if (added && !on) await parts.subscriptions.switch(added.id, false)
    }
    return await parts.reports.import(reports)
  } catch (error) {
    return { ok: false, error: (error as Error).message }
  }
}

/** As after the installation, but that the first-run page doesn't come back. What follows the person to other devices stays there. */
export async function resetData({ reports, log, subscriptions }: KeptParts): Promise<Outcome> {
  try {
    // First of all, so that nothing of this is taken for a change that other devices should follow.
    const stored = await browser.storage.local.get('welcomed')
    const origins = [...sites.filter(({ isRequired }) => !isRequired).flatMap(({ matches }) => matches)]
    for (const { id } of await subscriptions.list()) await subscriptions.remove(id)
    await browser.storage.local.clear()
    await browser.storage.local.set(stored)
    await log.clear()
    const cleared = await reports.clear()
    // One that isn't held is no reason to keep the others.
    await Promise.all(origins.map((pattern) => browser.permissions.remove({ origins: [pattern] }).catch(() => false)))
    return cleared
  } catch (error) {
    return { ok: false, error: (error as Error).message }
  }
}

async function readSettings() {
  return parseSettings((await browser.storage.local.get(SETTINGS_KEY))[SETTINGS_KEY])
}
