import type { TargetedClipboardEvent, TargetedSubmitEvent } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { hostPattern, listAddress, parseInvitation } from '../distribution/addresses.ts'
import { isPublicKey } from '../distribution/public-key.ts'
import { text } from '../pages/i18n.ts'
import type { ListInfoReading } from '../pages/use-list-info.ts'
import { requestHosts } from '../pages/use-permission.ts'
import { TextField } from './TextField.tsx'
import { useAdding } from './use-adding.ts'

const EMPTY = { address: '', key: '' }

/** Where a list is added by its address and the key that it is signed with. */
export function AddList({ reading }: { reading: ListInfoReading }) {
  const [typed, setTyped] = useState(EMPTY)
  const [tried, setTried] = useState(false)
  const [split, setSplit] = useState(false)
  const formRef = useRef<HTMLFormElement>(null)
  const adding = useAdding(reading, () => {
    setTyped(EMPTY)
    setTried(false)
  })

  const address = listAddress(typed.address)
  const key = typed.key.trim()
  const addressWrong = tried && address === null
  const keyWrong = tried && !isPublicKey(key)

  /** @returns whether the text holds an address and a key, which are filled in then */
  function takeBoth(given: string): boolean {
    const both = parseInvitation(given)
    if (!both) return false
    setTyped(both)
    setSplit(true)
    return true
  }

  // The field itself would drop the line breaks that stand between address and key.
  function paste(event: TargetedClipboardEvent<HTMLInputElement>): void {
    if (takeBoth(event.clipboardData?.getData('text') ?? '')) event.preventDefault()
  }

  function input(change: Partial<typeof typed>): void {
    setSplit(false)
    if (!takeBoth(change.address ?? change.key ?? '')) setTyped({ ...typed, ...change })
  }

  function submit(event: TargetedSubmitEvent<HTMLFormElement>): void {
    event.preventDefault()
    if (adding.running) return
    setTried(true)
    setSplit(false)
    if (address === null || !isPublicKey(key)) {
      formRef.current?.querySelector<HTMLElement>(address === null ? '#add-address' : '#add-key')?.focus()
      return
    }
    // First of all: see requestHosts.
    const granted = requestHosts([hostPattern(address)])
    void adding.add(granted, { address, key })
  }

  return (
    <form id="add-list" class="card report-form" noValidate ref={formRef} aria-labelledby="add-heading" onSubmit={submit}>
      <h3 id="add-heading">{text('addHeading')}</h3>
      <TextField
        id="add-address"
        label={text('addAddress')}
        hint={text('addAddressHint')}
        error={addressWrong && text('addAddressWrong')}
        value={typed.address}
        code
        inputMode="url"
        onPaste={paste}
        onInput={(address) => input({ address })}
      />
      <TextField
        id="add-key"
        label={text('addKey')}
        hint={text('addKeyHint')}
        error={keyWrong && text('addKeyWrong')}
        value={typed.key}
        code
        onPaste={paste}
        onInput={(key) => input({ key })}
      />
      <div class="actions">
        <button id="add-submit" class="primary" aria-disabled={adding.running}>
          {text('addSubmit')}
        </button>
      </div>
      <output id="add-outcome" class="outcome">
        {split ? text('addSplit') : adding.message}
      </output>
    </form>
  )
}
