import { describe, expect, it } from 'vitest'
import { type ChromeWebStore, handIn } from '../scripts/release/chrome-web-store.ts'

const STORE: ChromeWebStore = { clientId: 'client', clientSecret: 'client-secret', refreshToken: 'refresh', publisherId: 'publisher', itemId: 'item' }
const ZIP = new Uint8Array([80, 75, 3, 4])
const TOKEN: Answer = ['token', 200, { access_token: 'access' }]

/** End of the address that is asked, status and body of the answer. */
type Answer = [end: string, status: number, body: unknown]

/** A store that gives these answers in turn, and fails for what it isn't asked in that order. */
function storeThatSays(answers: readonly Answer[]) {
  const asked: { url: string; request: RequestInit }[] = []
  let waited = 0
  const fetch = (url: unknown, request: RequestInit = {}) => {
    const [end, status, body] = answers[asked.length] ?? ['nothing more', 500, null]
    asked.push({ url: String(url), request })
    if (!String(url).endsWith(end)) throw new Error(`${String(url)} instead of ${end}`)
    return Promise.resolve(new Response(typeof body === 'string' ? body : JSON.stringify(body), { status }))
  }
  const tools = { fetch: fetch as typeof globalThis.fetch, wait: (time: number) => Promise.resolve((waited += time)) }
  return { asked, waited: () => waited, handIn: () => handIn(ZIP, STORE, tools) }
}

describe('a package for the Chrome Web Store', () => {
  it('is uploaded with a token and submitted', async () => {
    const store = storeThatSays([TOKEN, [':upload', 200, { uploadState: 'SUCCEEDED' }], [':publish', 200, { state: 'PENDING_REVIEW' }]])
    expect(await store.handIn()).toBe('PENDING_REVIEW')
    const [token, upload, publish] = store.asked
    expect((token?.request.body as URLSearchParams | undefined)?.toString()).toBe('client_id=client&client_secret=client-secret&refresh_token=refresh&grant_type=refresh_token')
    expect(upload?.url).toBe('https://chromewebstore.googleapis.com/upload/v2/publishers/publisher/items/item:upload')
    expect(upload?.request.body).toBe(ZIP)
    expect(publish?.url).toBe('https://chromewebstore.googleapis.com/v2/publishers/publisher/items/item:publish')
    for (const request of [upload, publish]) expect(new Headers(request?.request.headers).get('authorization')).toBe('Bearer access')
  })

  it('is waited for while the store unpacks it', async () => {
    const store = storeThatSays([
      TOKEN,
      [':upload', 200, { uploadState: 'IN_PROGRESS' }],
      [':fetchStatus', 200, { lastAsyncUploadState: 'UPLOAD_IN_PROGRESS' }],
      [':fetchStatus', 200, { lastAsyncUploadState: 'SUCCEEDED' }],
      [':publish', 200, { state: 'STAGED' }],
    ])
    expect(await store.handIn()).toBe('STAGED')
    expect(store.waited()).toBe(20_000)
  })

  it('is not waited for without end', async () => {
    const store = storeThatSays([TOKEN, [':upload', 200, { uploadState: 'IN_PROGRESS' }], ...Array.from({ length: 100 }, (): Answer => [':fetchStatus', 200, { lastAsyncUploadState: 'IN_PROGRESS' }])])
    await expect(store.handIn()).rejects.toThrow('the upload is IN_PROGRESS')
    expect(store.waited()).toBe(300_000)
  })

  it.each<[string, Answer[], RegExp]>([
    ['the upload failed, though the answer is 200', [TOKEN, [':upload', 200, { uploadState: 'FAILED' }]], /^the upload is FAILED$/],
    ['the upload is refused', [TOKEN, [':upload', 400, { error: { message: 'version too low' } }]], /^uploading: 400 .*version too low/],
    ['the answer is none that we know', [TOKEN, [':upload', 200, 'busy']], /^uploading: 200 busy$/],
    ['it is rejected at once', [TOKEN, [':upload', 200, { uploadState: 'SUCCEEDED' }], [':publish', 200, { state: 'REJECTED' }]], /^the version is REJECTED$/],
    ['nobody is signed in', [['token', 400, { error: 'invalid_grant', error_description: 'expired' }]], /^signing in: 400 invalid_grant: expired$/],
  ])('fails where %s', async (_, answers, message) => {
    const store = storeThatSays(answers)
    await expect(store.handIn()).rejects.toThrow(message)
    expect(store.asked).toHaveLength(answers.length)
  })

  it('tells nothing of a token where signing in goes wrong', async () => {
    const store = storeThatSays([['token', 200, { access_tokens: 'secret' }]])
    await expect(store.handIn()).rejects.toThrow(/^signing in: 200 $/)
  })
})
