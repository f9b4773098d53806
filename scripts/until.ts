import { setTimeout as sleep } from 'node:timers/promises'

const PATIENCE = 15_000

/**
 * Asks until there is an answer.
 * @throws Error that names what was never there
 */
export async function until<Found>(what: string, ask: () => Promise<Found | null | undefined>): Promise<Found> {
  for (const end = Date.now() + PATIENCE; Date.now() < end; await sleep(60)) {
    const found = await ask()
    if (found !== null && found !== undefined) return found
  }
  throw new Error(`not there: ${what}`)
}
