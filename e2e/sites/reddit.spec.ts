import { fixture } from '../../harness/sites/reddit.ts'
import { testSite } from '../site-tests.ts'

testSite(fixture)
