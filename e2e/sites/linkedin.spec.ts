import { fixture } from '../../harness/sites/linkedin.ts'
import { testSite } from '../site-tests.ts'

testSite(fixture)
