import browser from 'webextension-polyfill'
import type { KeptReport } from '../shared/messages.ts'
import { deliver, type Post } from './delivery.ts'
import type { ReportStore } from './report-store.ts'

const ALARM = 'reports'
/** Browsers don't keep alarms that are nearer than that, in milliseconds. */
const NEAREST = 60_000

/** Sends the reports that a person has had sent, again and again until each is received, refused or called off. */
export class ReportSender {
  readonly #store: ReportStore
  readonly #post: Post | null
  #running: Promise<void> = Promise.resolve()

  /** @param post null where the build has no address */
  constructor(store: ReportStore, post: Post | null) {
    this.#store = store
    this.#post = post
  }

  /** Listens to the browser's clock and to the network coming back; must be called while the background starts. */
  listen(): void {
    browser.alarms.onAlarm.addListener(({ name }) => {
      if (name === ALARM) void this.start()
    })
    globalThis.addEventListener('online', () => void this.start(true))
  }

  /** A person wants it sent: at once, also when it was refused before. */
  async send(id: string): Promise<void> {
    // On record before anything goes out: a worker may be stopped at any moment.
    await this.#store.update(id, ({ sending }) => (sending?.state === 'received' ? {} : { sending: { state: 'waiting', tries: 0, next: new Date().toISOString(), error: null } }))
    void this.start()
  }

  async callOff(id: string): Promise<void> {
    await this.#store.update(id, ({ sending }) => (sending?.state === 'received' ? {} : { sending: null }))
    await this.#plan()
  }

  /**
   * Sends what is due, one after the other, and has the browser wake us for the rest. Called at every start.
   * @param all also what waits for later, as where only the network was missing
   */
  start(all = false): Promise<void> {
    this.#running = this.#running.then(() => this.#send(all)).catch((error: unknown) => console.warn('AdPledge: reports could not be sent', error))
    return this.#running
  }

  async #send(all: boolean): Promise<void> {
    const post = this.#post
    if (!post) return
    for (const report of await this.#waiting()) {
      if (!all && Date.parse(report.sending.next) > Date.now()) continue
      const outcome = await deliver(report, report.sending.tries, { post, now: () => Date.now(), random: () => Math.random() })
      // Called off or deleted meanwhile is told by what is on record then.
      await this.#store.update(report.id, ({ sending }) => (sending?.state === 'waiting' ? { sending: outcome } : {}))
    }
    await this.#plan()
  }

  async #plan(): Promise<void> {
    const moments = (await this.#waiting()).map(({ sending }) => Date.parse(sending.next))
    if (moments.length === 0) await browser.alarms.clear(ALARM)
    else void browser.alarms.create(ALARM, { when: Math.max(Date.now() + NEAREST, Math.min(...moments)) })
  }

  async #waiting(): Promise<(KeptReport & { sending: { state: 'waiting'; tries: number; next: string } })[]> {
    return (await this.#store.list()).toReversed().flatMap((report) => (report.sending?.state === 'waiting' ? [{ ...report, sending: report.sending }] : []))
  }
}
