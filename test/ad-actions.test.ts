import { beforeEach, describe, expect, it, vi } from 'vitest'
import { readMessages } from '../scripts/locale-files.ts'
import { packTexts } from '../scripts/pack-texts.ts'
import { listenForActions } from '../src/background/ad-actions.ts'
import { Mutex } from '../src/background/mutex.ts'
import { sites } from '../src/sites/registry.ts'

type Listener = (...args: unknown[]) => void

function event() {
  const listeners: Listener[] = []
  return { addListener: (listener: Listener) => void listeners.push(listener), fire: (...args: unknown[]) => listeners.forEach((listener) => listener(...args)), listeners }
}

const fake = vi.hoisted(() => ({ browser: {} as Record<string, unknown> }))
vi.mock('webextension-polyfill', () => ({ default: fake.browser }))

const english = readMessages('en')
const runtime = { onInstalled: event(), onStartup: event() }
const commands = { onCommand: event() }
const contextMenus = { onClicked: event(), removeAll: vi.fn(() => Promise.resolve()), create: vi.fn() }
const executeScript = vi.fn((_injection: { target: object; files?: string[]; args?: string[] }) => Promise.resolve([]))
let stored: Record<string, unknown>

beforeEach(() => {
  stored = {}
  executeScript.mockClear()
  for (const one of [runtime.onInstalled, runtime.onStartup, commands.onCommand, contextMenus.onClicked]) one.listeners.length = 0
  for (const key of Object.keys(fake.browser)) delete fake.browser[key]
  Object.assign(fake.browser, {
    runtime,
    commands,
    contextMenus,
    scripting: { executeScript },
    tabs: { query: () => Promise.resolve([{ id: 7 }]) },
    i18n: { getMessage: (name: string) => packTexts(english, english, [])[name]?.message ?? '' },
    storage: { local: { get: () => Promise.resolve(structuredClone(stored)), set: (items: object) => Promise.resolve(void Object.assign(stored, items)) } },
  })
})

const settled = () => new Promise((done) => setTimeout(done, 0))

describe('listenForActions', () => {
  it('does nothing, and fails at nothing, where the browser has neither shortcuts nor menus', () => {
    delete fake.browser['commands']
    delete fake.browser['contextMenus']
    expect(() => listenForActions(new Mutex())).not.toThrow()
    expect(runtime.onInstalled.listeners).toHaveLength(0)
  })

  it('puts one item into the menu, on the sites that are read alone, however often it starts', async () => {
    listenForActions(new Mutex())
    runtime.onInstalled.fire({ reason: 'update' })
    await settled()
    expect(contextMenus.removeAll).toHaveBeenCalled()
    expect(contextMenus.create).toHaveBeenCalledTimes(1)
    expect(contextMenus.create.mock.calls[0]?.[0]).toMatchObject({ id: 'report-ad', title: english['menuReport']?.message, documentUrlPatterns: sites.flatMap(({ matches }) => [...matches]) })
  })

  it('has the frame that was clicked report, and the tab in front do what a shortcut says', async () => {
    listenForActions(new Mutex())
    contextMenus.onClicked.fire({ menuItemId: 'report-ad', frameId: 3 }, { id: 5 })
    await settled()
    expect(executeScript.mock.calls.map(([{ target, files, args }]) => ({ target, files, args }))).toEqual([
      { target: { tabId: 5, frameIds: [3] }, files: ['content/actions.js'], args: undefined },
      { target: { tabId: 5, frameIds: [3] }, files: undefined, args: ['report-target'] },
    ])
    executeScript.mockClear()
    commands.onCommand.fire('next-ad', undefined)
    await settled()
    expect(executeScript.mock.calls.at(-1)?.[0]).toMatchObject({ target: { tabId: 7, frameIds: [0] }, args: ['next'] })
    executeScript.mockClear()
    contextMenus.onClicked.fire({ menuItemId: 'other' }, { id: 5 })
    commands.onCommand.fire('unknown', undefined)
    await settled()
    expect(executeScript).not.toHaveBeenCalled()
  })

  it('is quiet about a page that may not be read', async () => {
    executeScript.mockRejectedValueOnce(new Error('no access'))
    listenForActions(new Mutex())
    commands.onCommand.fire('report-ad', { id: 9 })
    await settled()
    expect(executeScript).toHaveBeenCalledTimes(1)
  })

  it('switches badges off and on, and shows them where they are paused', async () => {
    listenForActions(new Mutex())
    const press = async () => {
      commands.onCommand.fire('toggle-badges')
      await settled()
      await settled()
      return stored['settings'] as { badges: boolean; pausedUntil: number | null }
    }
    expect(await press()).toMatchObject({ badges: false })
    expect(await press()).toMatchObject({ badges: true })
    stored['settings'] = { ...(stored['settings'] as object), pausedUntil: Date.now() + 1_000 }
    expect(await press()).toMatchObject({ badges: true, pausedUntil: null })
  })
})
