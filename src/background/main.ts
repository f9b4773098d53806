import browser from 'webextension-polyfill'
import { openTable } from '../list/table.ts'
import type { Outcome } from '../shared/messages.ts'
import { REPORT_ENDPOINT } from '../shared/config.ts'
import { parseSettings, SETTINGS_KEY } from '../shared/settings.ts'
import { OWN_LABELS_KEY, PAGE_KEY } from '../shared/storage-keys.ts'
import { siteAt } from '../sites/registry.ts'
import { listenForActions } from './ad-actions.ts'
import { AdLog } from './ad-log.ts'
import { poster } from './delivery.ts'
import { Follow } from './follow.ts'
import { exportData, importData, resetData } from './kept-data.ts'
import { logAdvertisers, logTotals } from './log-totals.ts'
import { Pause } from './pause.ts'
import { ReportSender, reportsMayLeave } from './report-sender.ts'
import { welcomeOnce } from './welcome.ts'
import { largeTexts } from './large/large-texts.ts'
import { listInfo } from './list-info.ts'
import { OWN_SOURCE } from './list-sources.ts'
import { Lists } from './lists.ts'
import { Mutex } from './mutex.ts'
import { OwnLabels } from './own-labels.ts'
import { readSkeleton } from './page-skeleton.ts'
import { keepSubject, ReportStore, subjectById } from './report-store.ts'
import { answerMessages } from './router.ts'
import { changeSettings } from './settings-store.ts'
import { SiteHealths } from './site-health.ts'
import { Sites } from './sites.ts'
import { Subscriptions } from './subscriptions.ts'
import { PATIENCE } from './sync/download.ts'
import type { Source } from './sync/state.ts'
import { Syncer } from './sync/syncer.ts'
import { showCount } from './toolbar.ts'
import { Updates } from './updates.ts'

/** In storage.session. */
const LOG_PROBLEM = 'log-problem'

const mutex = new Mutex()
const reports = new ReportStore(mutex)
const subscriptions = new Subscriptions(mutex)
const ownLabels: OwnLabels = new OwnLabels(mutex, async () => openTable((await lists.sources.bundle()).words))
const lists = new Lists(subscriptions, ownLabels)
const sites = new Sites(() => lists.pages.adjustments().catch(() => ({})))
const healths = new SiteHealths(mutex)
const log = new AdLog({
  settings: async () => (await browser.storage.local.get(SETTINGS_KEY))[SETTINGS_KEY],
  finder: () => lists.finder(),
  problem: {
    read: async () => (await browser.storage.session.get(LOG_PROBLEM))[LOG_PROBLEM],
    write: (problem) => browser.storage.session.set({ [LOG_PROBLEM]: problem }),
  },
  version: browser.runtime.getManifest().version,
  now: () => new Date(),
})
const sender = new ReportSender(reports, REPORT_ENDPOINT ? poster(REPORT_ENDPOINT) : null, reportsMayLeave)
const pause = new Pause(mutex)
const follow = new Follow(mutex)
const kept = { mutex, labels: ownLabels, subscriptions, reports, log }
const syncer = new Syncer({
  ...lists.sources.environment(),
  // As a method of ours it would have no window to belong to.
  fetch: (...args) => fetch(...args),
  store: {
    get: (keys) => browser.storage.local.get([...keys]),
    set: (items) => browser.storage.local.set(items),
    remove: (keys) => browser.storage.local.remove([...keys]),
  },
  largeTexts,
  now: () => Date.now(),
  random: () => Math.random(),
  patience: PATIENCE,
})
const updates = new Updates({
  syncer,
  sources: sourcesInUse,
  onChecked: () => lists.changed(),
})
lists.sources.syncer = syncer
lists.sources.onDamage = (source) => void updates.check(source)

answerMessages({
  'tab:count': async ({ ads, seen }, { tab, url }) => {
    if (tab?.id === undefined) return
    const site = siteAt(url ?? '')
    // Nothing of private windows is written down.
    const recorded = site && !tab.incognito ? log.record(site.id, seen) : Promise.resolve()
    // A tab that is gone by now is no reason to lose what was seen in it.
    await Promise.allSettled([showCount(tab.id, ads), recorded])
  },
  'page:data': async ({ site }) => {
    // Asked only when storage had none that could be read: mend it, whatever comes of that.
    void lists.pages.publish()
    void sites.update()
    const [page, part] = await Promise.all([lists.pages.pageData().catch(() => null), sites.part(site)])
    return page && part && { page, part }
  },
  'list:find': ({ site, advertisers }) => lists.find(site, advertisers).catch(() => null),
  'site:seen': (seen) => healths.add(seen),
  'list:record': ({ list, entry }) => lists.record(list, entry).catch(() => null),
  'script:load': async (name, sender) => {
    if (sender.tab?.id === undefined) return
    await browser.scripting.executeScript({
      target: { tabId: sender.tab.id, frameIds: [sender.frameId ?? 0] },
      files: [`content/${name}.js`],
      // Neither an ad nor a press waits for the rest of a page that is still loading.
      injectImmediately: true,
    })
  },
  'label:open': async ({ name, domain }) => {
    const about = new URLSearchParams({ advertiser: name, ...(domain === null ? {} : { domain }) })
    await browser.tabs.create({ url: `${browser.runtime.getURL('src/options/index.html')}?${about}` })
  },
  'list:domain': ({ domain }) => lists.domain(domain).catch(() => null),
  'site:health': () => healths.read(),
  'site:skeleton': ({ tabId }) => readSkeleton(tabId),
  'list:info': async () =>
    listInfo({
      lists,
      syncer,
      own: OWN_SOURCE,
      subscriptions: await subscriptions.list(),
      settings: (await browser.storage.local.get(SETTINGS_KEY))[SETTINGS_KEY],
    }),
  'list:check': async ({ source }) => {
    // All that are in use, or the very one that was asked for.
    const asked = source === null ? await sourcesInUse() : (await lists.sources.all()).filter(({ id }) => id === source)
    if (asked.length === 0) return { ok: false, error: 'none' }
    for (const one of asked) void updates.check(one).then(() => updates.plan())
    return { ok: true }
  },
  'subscription:add': ({ address, key }) =>
    outcomeOf(async () => {
      const added = await subscriptions.add(address, key)
      void updates.check(added).then(() => updates.plan())
      return { id: added.id }
    }),
  'subscription:switch': ({ id, on }) =>
    outcomeOf(async () => {
      await subscriptions.switch(id, on)
      await lists.changed()
      // One that was off for long may be out of date.
      void updates.start()
    }),
  'subscription:remove': ({ id }) =>
    outcomeOf(async () => {
      await subscriptions.remove(id)
      await lists.changed()
      void syncer.forget(id).then(() => updates.plan())
    }),
  'own-label:list': () => ownLabels.list().catch(() => null),
  'own-label:save': ({ id, ...draft }) => outcomeOf(() => ownLabels.save([draft], id)),
  'own-label:delete': ({ id }) => outcomeOf(() => ownLabels.delete(id)),
  'own-label:import': ({ labels }) => outcomeOf(() => ownLabels.save(labels)),
  'list:search': ({ text }) => lists.search(text).catch(() => null),
  'settings:change': (change) => changeSettings(mutex, change),
  'log:state': () => log.state().catch(() => null),
  'log:rows': ({ filter, before, limit }) => log.rows(filter, before, limit).catch(() => null),
  'log:totals': ({ filter }) => logTotals(log, filter).catch(() => null),
  'log:advertisers': ({ filter }) => logAdvertisers(log, filter).catch(() => null),
  'log:delete': ({ id }) => outcomeOf(() => log.delete(id)),
  'log:clear': () => outcomeOf(() => log.clear()),
  'log:import': ({ rows }) => outcomeOf(async () => ({ added: await log.import(rows) })),
  'data:export': () => exportData(kept).catch(() => null),
  'data:import': (data) =>
    outcomeOf(async () => {
      const failed = await importData(data, kept)
      void lists.changed().then(() => updates.start())
      return { failed }
    }),
  'data:reset': async () => {
    const outcome = await resetData(kept)
    await largeTexts.keep(new Set()).catch(() => undefined)
    await lists.changed()
    await sites.update()
    return outcome
  },
  'follow:state': () => follow.state(),
  'report:open': async (subject) => {
    const id = await keepSubject(subject)
    await browser.tabs.create({ url: `${browser.runtime.getURL('src/reports/index.html')}?about=${id}` })
  },
  'report:subject': ({ id }) => subjectById(id),
  'report:keep': (draft) => reports.keep(draft),
  'report:list': () => reports.list().catch(() => null),
  'report:opened': ({ id }) => reports.opened(id),
  'report:delete': async ({ id }) => {
    // One that is going out at this moment is called back.
    await sender.callOff(id).catch(() => undefined)
    return reports.delete(id)
  },
  'report:send': ({ id }) => outcomeOf(() => sender.send(id)),
  'report:call-off': ({ id }) => outcomeOf(() => sender.callOff(id)),
})
updates.listen()
sites.listen()
pause.listen()
sender.listen()
follow.listen()
welcomeOnce()
listenForActions(mutex)
browser.storage.onChanged.addListener((changes, area) => {
  if (area !== 'local') return
  if (PAGE_KEY in changes) {
    lists.pagesChanged()
    log.listsChanged()
  }
  const { oldValue, newValue } = changes[SETTINGS_KEY] ?? {}
  const [before, after] = [parseSettings(oldValue), parseSettings(newValue)]
  // Of all settings only how badges look is in what pages read besides.
  if (OWN_LABELS_KEY in changes || JSON.stringify(before.appearance) !== JSON.stringify(after.appearance)) void lists.pages.publish()
  if (before.logDays !== after.logDays) void forgetOld()
})

// At every start: pages need what came with the extension at once, then what is newer.
void sites.update()
void lists.pages.publish().then(() => updates.start())
void pause.check()
void sender.start()
void follow.update()
void forgetOld()

function forgetOld(): Promise<void> {
  return log.forget().catch((error: unknown) => console.warn('AdPledge: the ad log could not be tidied up', error))
}

async function sourcesInUse(): Promise<Source[]> {
  return [...(OWN_SOURCE ? [OWN_SOURCE] : []), ...(await subscriptions.list()).filter(({ on }) => on)]
}

async function outcomeOf<Result extends object = object>(task: () => Promise<Result | void>): Promise<Outcome & Partial<Result>> {
  try {
    return { ok: true, ...(await task()) }
  } catch (error) {
    return { ok: false, error: (error as Error).message }
  }
}
