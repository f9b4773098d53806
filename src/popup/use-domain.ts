import { useEffect, useState } from 'preact/hooks'
import { ask } from '../pages/ask.ts'
import type { DomainAnswer } from '../shared/messages.ts'

/** What lists have about a domain; null until it is known. */
export function useDomain(domain: string | null): DomainAnswer | null {
  const [known, setKnown] = useState<{ domain: string; answer: DomainAnswer | null } | null>(null)
  useEffect(() => {
    if (domain === null) return
    ask('list:domain', { domain }).then(
      (answer) => setKnown({ domain, answer }),
      () => undefined,
    )
  }, [domain])
  return known?.domain === domain ? known.answer : null
}
