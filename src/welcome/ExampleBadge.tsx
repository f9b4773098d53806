import { render } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { STATUS_ICONS } from '../shared/icons.ts'
import type { LabelStatus } from '../shared/settings.ts'

export interface ExampleBadgeProps {
  sheet: CSSStyleSheet
  theme: 'light' | 'dark'
  status: LabelStatus
  /** What it says. */
  words: string
  /** Whom it is about. */
  name: string
  /** Its post has come into view. */
  seen: boolean
  open: boolean
  onPress: () => void
}

/** A badge as pages get it, in a shadow tree as there, so that this page's styles leave it alone. */
export function ExampleBadge(props: ExampleBadgeProps) {
  const hostRef = useRef<HTMLSpanElement>(null)

  useLayoutEffect(() => {
    if (hostRef.current) draw(hostRef.current, props)
  })
  useEffect(() => {
    const shadow = hostRef.current?.shadowRoot
    return () => {
      if (shadow) render(null, shadow)
    }
  }, [])
  return <span class="badge-host" ref={hostRef} />
}

function draw(host: HTMLElement, props: ExampleBadgeProps): void {
  const shadow = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  shadow.adoptedStyleSheets = [props.sheet]
  render(<Inside {...props} />, shadow)
}

function Inside({ theme, status, words, name, seen, open, onPress }: ExampleBadgeProps) {
  return (
    <div class={`root ${theme}`} dir={document.documentElement.dir === 'rtl' ? 'rtl' : 'ltr'}>
      <div class={seen ? 'place wrap placed' : 'place wrap'}>
        <button type="button" class={`badge ${status}`} aria-expanded={open} aria-label={`${name}: ${words}`} onClick={onPress}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d={STATUS_ICONS[status]} />
          </svg>
          <span class="text">{words}</span>
        </button>
      </div>
    </div>
  )
}
