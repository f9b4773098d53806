import { beforeEach, describe, expect, it, vi } from 'vitest'
import { answerMessages, type Handlers } from '../src/background/router.ts'
import { type BackgroundMessage, SCHEMAS } from '../src/background/message-schemas.ts'

/** Who may ask the background what. */

type Listener = (message: unknown, sender: unknown) => Promise<unknown> | undefined

const OURS = 'adpledge-id'
const PAGES = 'chrome-extension://adpledge-id/'
const heard = vi.hoisted(() => ({ listeners: [] as unknown[] }))
vi.mock('webextension-polyfill', () => ({
  default: { runtime: { id: 'adpledge-id', getURL: (path: string) => `chrome-extension://adpledge-id/${path}`, onMessage: { addListener: (listener: unknown) => void heard.listeners.push(listener) } } },
}))

const NAMES = Object.keys(SCHEMAS) as BackgroundMessage[]
/** With a payload that each takes. */
const PAGE_ASKS = { name: 'data:export', payload: null }
const CONTENT_ASKS = { name: 'list:record', payload: { list: 'small', entry: 'acme' } }

const page = { id: OURS, url: `${PAGES}src/options/index.html` }
const content = { id: OURS, url: 'https://www.facebook.com/', tab: { id: 7 } }

let done: string[]
let ask: Listener
beforeEach(() => {
  done = []
  heard.listeners.length = 0
  answerMessages(Object.fromEntries(NAMES.map((name) => [name, () => Promise.resolve(done.push(name))])) as unknown as Handlers)
  ask = heard.listeners[0] as Listener
})

describe('the background answers', () => {
  it('its own pages and its own content scripts, each what is theirs', async () => {
    await ask(PAGE_ASKS, page)
    await ask(CONTENT_ASKS, content)
    expect(done).toEqual(['data:export', 'list:record'])
    await expect(ask(PAGE_ASKS, content)).rejects.toThrow('not from here')
    await expect(ask(CONTENT_ASKS, page)).rejects.toThrow('not from here')
    expect(done).toHaveLength(2)
  })

  it('no message that only pages may send to a content script, whatever it says', async () => {
    const fromContent: string[] = []
    for (const name of NAMES) {
      const error = await (ask({ name, payload: undefined }, content) as Promise<unknown>).then(() => '', String)
      if (!error.includes('not from here')) fromContent.push(name)
    }
    expect(fromContent.toSorted()).toEqual(['label:open', 'list:find', 'list:record', 'page:data', 'report:open', 'script:load', 'site:seen', 'tab:count'])
    expect(done).toEqual([])
  })

  it.each([
    ['another extension', { ...page, id: 'another' }],
    ['another extension on one of our sites', { ...content, id: 'another' }],
    ['nobody with an address', { id: OURS }],
    ['an address that is none', { id: OURS, url: 'options' }],
    ['a page of another extension', { id: OURS, url: 'chrome-extension://another/options.html' }],
    ['an address that begins like ours', { id: OURS, url: 'chrome-extension://adpledge-id.evil.example/' }],
    ['a website that is none of ours', { ...content, url: 'https://evil.example/' }],
    ['a website that is called like one', { ...content, url: 'https://www.facebook.com.evil.example/' }],
    ['one of our sites without encryption', { ...content, url: 'http://www.facebook.com/' }],
    ['one of our sites without a tab', { id: OURS, url: content.url }],
  ])('not %s', async (_who, sender) => {
    await expect(ask(PAGE_ASKS, sender)).rejects.toThrow('not from here')
    await expect(ask(CONTENT_ASKS, sender)).rejects.toThrow('not from here')
    expect(done).toEqual([])
  })

  it('nothing that has another form, and nothing that it doesn’t know', async () => {
    for (const payload of [undefined, {}, [], 'x', { list: 1, entry: 'x' }, { ...CONTENT_ASKS.payload, more: 1 }]) await expect(ask({ name: 'list:record', payload }, content)).rejects.toThrow(/^list:record: /)
    for (const message of [null, undefined, 7, 'data:export', [], {}, { name: 'toString' }, { name: '__proto__' }, { name: 'data:exports', payload: null }]) expect(ask(message, page)).toBeUndefined()
    expect(done).toEqual([])
  })
})
