/** Tells pages of the extension that what IndexedDB keeps has changed, which, unlike storage, says nothing by itself. */
export type Kept = 'log' | 'reports' | 'follow'

const CHANNEL = 'adpledge-changes'

let sender: BroadcastChannel | null = null

export function tellChange(kept: Kept): void {
  sender ??= new BroadcastChannel(CHANNEL)
  // Only this extension's own pages can hear it; a channel has no other origins.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  sender.postMessage(kept)
}

/** @returns a function that stops listening */
export function onChange(kept: Kept, listener: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL)
  channel.addEventListener('message', ({ data }) => {
    if (data === kept) listener()
  })
  return () => channel.close()
}
