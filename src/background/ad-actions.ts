import browser, { type Menus, type Tabs } from 'webextension-polyfill'
import type { ActionsHost, AdAction } from '../content/actions-host.ts'
import { parseSettings, SETTINGS_KEY } from '../shared/settings.ts'
import { sites } from '../sites/registry.ts'
import { changeSettings } from './settings-store.ts'
import type { Mutex } from './mutex.ts'
import { translate } from './text.ts'

const MENU_ITEM = 'report-ad'

/** By the names of the manifest's commands. */
const COMMANDS: Readonly<Record<string, AdAction>> = { 'next-ad': 'next', 'previous-ad': 'previous', 'report-ad': 'report' }

/** Shortcuts and the context menu; must be called while the background starts. Firefox for Android has neither. */
export function listenForActions(mutex: Mutex): void {
  const { commands, contextMenus } = browser as Partial<typeof browser>
  commands?.onCommand.addListener((name, tab) => {
    if (name === 'toggle-badges') void toggleBadges(mutex)
    const action = COMMANDS[name]
    if (action) void act(action, tab)
  })
  if (!contextMenus) return
  // Firefox and Chromium keep items of the menu, each for as long as it likes.
  browser.runtime.onInstalled.addListener(() => void addItem())
  browser.runtime.onStartup.addListener(() => void addItem())
  contextMenus.onClicked.addListener((info: Menus.OnClickData, tab) => {
    if (info.menuItemId === MENU_ITEM) void act('report-target', tab, info.frameId)
  })
}

async function addItem(): Promise<void> {
  await browser.contextMenus.removeAll()
  browser.contextMenus.create({
    id: MENU_ITEM,
    title: translate('menuReport'),
    contexts: ['page', 'link', 'image', 'video', 'selection', 'frame'],
    documentUrlPatterns: sites.flatMap(({ matches }) => [...matches]),
  })
}

async function toggleBadges(mutex: Mutex): Promise<void> {
  const { badges, pausedUntil } = parseSettings((await browser.storage.local.get(SETTINGS_KEY))[SETTINGS_KEY])
  // Who presses it in a pause wants badges.
  await changeSettings(mutex, { badges: !badges || pausedUntil !== null, pausedUntil: null })
}

/** Has the tab's own script do it; on a page that isn't read there is nothing to do. */
async function act(action: AdAction, tab: Tabs.Tab | undefined, frameId = 0): Promise<void> {
  const [active] = tab ? [tab] : await browser.tabs.query({ active: true, lastFocusedWindow: true })
  if (active?.id === undefined) return
  const target = { tabId: active.id, frameIds: [frameId] }
  try {
    await browser.scripting.executeScript({ target, files: ['content/actions.js'], injectImmediately: true })
    await browser.scripting.executeScript({ target, func: (wanted: AdAction) => (globalThis as ActionsHost).adpledgeAct?.(wanted), args: [action] })
  } catch {
    // A page of the browser's own, or one that we may not read.
  }
}
