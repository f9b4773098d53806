import { casesShownIn } from '../harness/failure-cases.ts'
import { expect, test } from './fixtures.ts'
import { covered } from './list-sync/case.ts'
import './list-sync/transport.ts'
import './list-sync/here.ts'
import './list-sync/people.ts'
import './list-sync/sites.ts'

/** The cases of what sync must survive that a browser matters in; all in one file, as they share a host. */

test('every case that is shown in browsers has its test here', () => {
  expect(covered.toSorted((a, b) => a - b)).toEqual(casesShownIn('browser'))
})
