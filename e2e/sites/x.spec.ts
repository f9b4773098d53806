import { fixture } from '../../harness/sites/x.ts'
import { testSite } from '../site-tests.ts'

testSite(fixture)
