import browser from 'webextension-polyfill'
import { declaresReportData, REPORT_PERMISSION } from '../shared/data-consent.ts'
import type { KeptReport, Outcome } from '../shared/messages.ts'
import { deliver, type Post } from './delivery.ts'
import type { ReportStore } from './report-store.ts'

const ALARM = 'reports'
/** Browsers don't keep alarms that are nearer than that, in milliseconds. */
const NEAREST = 60_000

type Waiting = KeptReport & { sending: { state: 'waiting'; tries: number; next: string; error: string | null } }

/** Sends the reports that a person has had sent, again and again until each is received, refused or called off. */
export class ReportSender {
  readonly #store: ReportStore
  readonly #post: Post | null
  readonly #mayLeave: () => Promise<boolean>
  #running: Promise<void> = Promise.resolve()
  /** What is going out at this moment. */
  #posting: { id: string; abort: AbortController } | null = null

  /**
   * @param post null where the build has no address
   * @param mayLeave whether a person still allows that reports leave the browser
   */
  constructor(store: ReportStore, post: Post | null, mayLeave: () => Promise<boolean>) {
    this.#store = store
    this.#post = post
    this.#mayLeave = mayLeave
  }

  /** Listens to the browser's clock and to the network coming back; must be called while the background starts. */
  listen(): void {
    browser.alarms.onAlarm.addListener(({ name }) => {
      if (name === ALARM) void this.start()
    })
    globalThis.addEventListener('online', () => void this.start(true))
  }

  /**
   * A person wants it sent: at once, also when it was refused before.
   * @throws Error `none` where there is no address or no such report, or why it could not be put on record
   */
  async send(id: string): Promise<void> {
    if (!this.#post || !(await this.#store.get(id))) throw new Error('none')
    // On record before anything goes out, with the clock set: a worker may be stopped at any moment.
    held(await this.#store.update(id, ({ sending }) => (sending?.state === 'received' ? {} : { sending: { state: 'waiting', tries: 0, next: new Date().toISOString(), error: null } })))
    await this.#plan()
    void this.start()
  }

  /** @throws Error why it could not be put on record */
  async callOff(id: string): Promise<void> {
    if (this.#posting?.id === id) this.#posting.abort.abort()
    held(await this.#store.update(id, ({ sending }) => (sending?.state === 'waiting' ? { sending: null } : {})))
    await this.#plan()
  }

  /**
   * Sends what is due, one after the other, and has the browser wake us for the rest. Called at every start.
   * @param online also what waits only because the network was missing
   */
  start(online = false): Promise<void> {
    this.#running = this.#running.then(() => this.#send(online)).catch((error: unknown) => console.warn('AdPledge: reports could not be sent', error))
    return this.#running
  }

  async #send(online: boolean): Promise<void> {
    const post = this.#post
    if (!post) return
    // Before the first goes out as well: a worker that is stopped meanwhile must be woken.
    await this.#plan()
    const waiting = await this.#waiting()
    // Taken back in the browser: what waits is called off, and can be sent again by a press.
    if (waiting.length > 0 && !(await this.#mayLeave())) {
      for (const { id } of waiting) await this.callOff(id)
      return
    }
    for (const { id } of waiting) {
      // Called off, deleted or put off since.
      const report = await this.#store.get(id)
      if (report && isWaiting(report) && isDue(report, online)) await this.#deliver(report, post)
    }
    await this.#plan()
  }

  async #deliver(report: Waiting, post: Post): Promise<void> {
    const abort = new AbortController()
    this.#posting = { id: report.id, abort }
    const outcome = await deliver(report, report.sending.tries, { post, now: () => Date.now(), random: () => Math.random(), signal: abort.signal })
    this.#posting = null
    // What was received has been, whatever was pressed meanwhile; otherwise what is on record by then holds.
    held(await this.#store.update(report.id, ({ sending }) => (outcome.state === 'received' || (sending?.state === 'waiting' && !abort.signal.aborted) ? { sending: outcome } : {})))
  }

  async #plan(): Promise<void> {
    const moments = (await this.#waiting()).map(({ sending }) => momentOf(sending.next))
    if (moments.length === 0) await browser.alarms.clear(ALARM)
    else void browser.alarms.create(ALARM, { when: Math.max(Date.now() + NEAREST, Math.min(...moments)) })
  }

  /** The oldest first. */
  async #waiting(): Promise<Waiting[]> {
    return (await this.#store.list()).toReversed().filter(isWaiting)
  }
}

/** What a person has answered in the browser, where it asks. */
export async function reportsMayLeave(): Promise<boolean> {
  return !declaresReportData(browser.runtime.getManifest()) || browser.permissions.contains(REPORT_PERMISSION)
}

function isWaiting(report: KeptReport): report is Waiting {
  return report.sending?.state === 'waiting'
}

function isDue({ sending: { next, error } }: Waiting, online: boolean): boolean {
  // A receiver that asked for a pause gets it, whatever the network does.
  return momentOf(next) <= Date.now() || (online && (error === 'network' || error === 'timeout'))
}

/** One that can't be read is now. */
function momentOf(moment: string): number {
  return Date.parse(moment) || 0
}

/** @throws Error why something could not be put on record */
function held(outcome: Outcome): void {
  if (!outcome.ok) throw new Error(outcome.error)
}
