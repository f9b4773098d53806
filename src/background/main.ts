import browser from 'webextension-polyfill'
import { sites } from '../sites/registry.ts'
import { ListStore } from './list-store.ts'
import { Mutex } from './mutex.ts'
import { keepSubject, ReportStore, subjectById } from './report-store.ts'
import { answerMessages } from './router.ts'
import { changeSettings } from './settings-store.ts'
import { showCount } from './toolbar.ts'

const lists = new ListStore()
const mutex = new Mutex()
const reports = new ReportStore(mutex)

answerMessages(
  {
    'tab:count': async ({ ads }, sender) => {
      if (sender.tab?.id !== undefined) await showCount(sender.tab.id, ads)
    },
    'page:data': async () => {
      // Asked only when storage had none that could be read: mend it, whatever comes of that.
      void lists.publish()
      return lists.pageData().catch(() => null)
    },
    'list:record': ({ list, entry }) => lists.record(list, entry).catch(() => null),
    'card:load': async (_, sender) => {
      if (sender.tab?.id === undefined) return
      await browser.scripting.executeScript({
        target: { tabId: sender.tab.id, frameIds: [sender.frameId ?? 0] },
        files: ['src/content/card.iife.js'],
        // A press doesn't wait for the rest of a page that is still loading.
        injectImmediately: true,
      })
    },
    'list:info': () => lists.info(),
    'settings:change': (change) => changeSettings(mutex, change),
    'report:open': async (subject) => {
      const id = await keepSubject(subject)
      await browser.tabs.create({ url: `${browser.runtime.getURL('src/reports/index.html')}?about=${id}` })
    },
    'report:subject': ({ id }) => subjectById(id),
    'report:keep': (draft) => reports.keep(draft),
    'report:list': () => reports.list().catch(() => null),
    'report:opened': ({ id }) => reports.opened(id),
    'report:delete': ({ id }) => reports.delete(id),
  },
  sites.flatMap((site) => site.hosts.map((host) => `https://${host}`)),
)

// Once a start: the list is bundled, so it changes with the extension only.
void lists.publish()
