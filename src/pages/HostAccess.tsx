import { hostPattern } from '../distribution/addresses.ts'
import type { SourceInfo } from '../shared/messages.ts'
import { text } from './i18n.ts'
import { hostIn } from './source-name.ts'
import { usePermission } from './use-permission.ts'

interface HostAccessProps {
  source: SourceInfo
  /** What was missing is the reason why the list is as old as it is. */
  onAllowed: () => void
  /** Id of what takes the focus then, as the button goes. */
  focusNext: string
}

/** Offers to let the extension reach a list's host, where the browser doesn't. */
export function HostAccess({ source: { address, on, error }, onAllowed, focusNext }: HostAccessProps) {
  const { missing, request } = usePermission(address === null ? null : hostPattern(address))

  async function allow(): Promise<void> {
    if (!(await request())) return
    document.getElementById(focusNext)?.focus()
    onAllowed()
  }

  if (!missing || !on || address === null) return null
  // Otherwise the last update has failed for that very reason, and says so.
  const untold = error?.code !== 'permission'
  return (
    <div class={untold ? 'notice access' : 'access'}>
      {untold && <p>{text('hostMissing', hostIn(address))}</p>}
      <button type="button" class="allow-host" onClick={() => void allow()}>
        {text('hostAllow', hostIn(address))}
      </button>
    </div>
  )
}
