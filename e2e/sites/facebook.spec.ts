import { fixture } from '../../harness/sites/facebook.ts'
import { testSite } from '../site-tests.ts'

testSite(fixture)
