/** Handing a package in to the Chrome Web Store, by its API of version 2: https://developer.chrome.com/docs/webstore/using-api. */

const TOKENS = 'https://oauth2.googleapis.com/token'
const API = 'https://chromewebstore.googleapis.com'
/** How often the store is asked whether it has unpacked an upload, and how long after each other, in milliseconds. */
const ASKS = 30
const PAUSE = 10_000
/** States of a version that was handed in and not refused. */
const ACCEPTED = new Set(['PENDING_REVIEW', 'STAGED', 'PUBLISHED', 'PUBLISHED_TO_TESTERS'])

export interface ChromeWebStore {
  clientId: string
  clientSecret: string
  refreshToken: string
  publisherId: string
  itemId: string
}

interface Tools {
  fetch: typeof fetch
  wait: (milliseconds: number) => Promise<unknown>
}

/**
 * Uploads a package as the item's next version, and submits it for review.
 * @returns the state that the store gives it
 * @throws Error with what the store says, when it doesn't take it
 */
export async function handIn(zip: Uint8Array<ArrayBuffer>, store: ChromeWebStore, { fetch, wait }: Tools): Promise<string> {
  const item = `publishers/${encodeURIComponent(store.publisherId)}/items/${encodeURIComponent(store.itemId)}`
  const form = new URLSearchParams({ client_id: store.clientId, client_secret: store.clientSecret, refresh_token: store.refreshToken, grant_type: 'refresh_token' })
  const token = await ask('signing in', TOKENS, { method: 'POST', body: form }, 'access_token')
  const headers = { authorization: `Bearer ${token}` }
  // Refused uploads are answered with 200 as well; what counts is the state.
  let state = await ask('uploading', `${API}/upload/v2/${item}:upload`, { method: 'POST', headers: { ...headers, 'content-type': 'application/zip' }, body: zip }, 'uploadState')
  for (let asked = 0; asked < ASKS && state.endsWith('IN_PROGRESS'); asked++) {
    await wait(PAUSE)
    state = await ask('asking for the upload', `${API}/v2/${item}:fetchStatus`, { headers }, 'lastAsyncUploadState')
  }
  if (state !== 'SUCCEEDED') throw new Error(`the upload is ${state}`)
  const published = await ask('submitting', `${API}/v2/${item}:publish`, { method: 'POST', headers }, 'state')
  if (!ACCEPTED.has(published)) throw new Error(`the version is ${published}`)
  return published

  /** @returns a field of the answer, which must be there */
  async function ask(what: string, url: string, request: RequestInit, field: string): Promise<string> {
    const answer = await fetch(url, request)
    const text = await answer.text()
    const value = answer.ok ? (parse(text) as Record<string, unknown> | null)?.[field] : null
    if (typeof value !== 'string') throw new Error(`${what}: ${answer.status} ${field === 'access_token' ? errorIn(text) : text}`)
    return value
  }
}

/** Of an answer that may hold a token, only what went wrong. */
function errorIn(text: string): string {
  const { error, error_description: description } = (parse(text) ?? {}) as Record<string, unknown>
  return [error, description].filter((part) => typeof part === 'string').join(': ')
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
