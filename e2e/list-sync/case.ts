import { caseTitle } from '../../harness/failure-cases.ts'
import { test as base } from '../fixtures.ts'
import { Installation } from './installation.ts'

/** Numbers of the cases that a test was made for. */
export const covered: number[] = []

const test = base.extend<object, { installation: Installation }>({
  installation: [
    async ({ kind }, use) => {
      const installation = await Installation.open(kind)
      await use(installation)
      await installation.close()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
})

export interface CaseOptions {
  /** As the browser was started, with a host that isn't there. */
  asStarted?: boolean
  /** Why it can't be shown in Firefox. */
  notInFirefox?: string
}

/** A test with the built extension and its host, of what has no number. */
export function browserTest(title: string, run: (installation: Installation) => Promise<void>): void {
  test(title, async ({ installation }) => {
    await installation.reset()
    await run(installation)
  })
}

/** A test of one of the numbered cases in the built extension. */
export function browserCase(number: number, run: (installation: Installation) => Promise<void>, { asStarted = false, notInFirefox }: CaseOptions = {}): void {
  covered.push(number)
  test(caseTitle(number), async ({ installation, kind }) => {
    test.skip(kind === 'firefox' && notInFirefox !== undefined, notInFirefox)
    if (!asStarted) await installation.reset()
    await run(installation)
  })
}
