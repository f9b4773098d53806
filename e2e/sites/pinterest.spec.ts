import { fixture } from '../../harness/sites/pinterest.ts'
import { testSite } from '../site-tests.ts'

testSite(fixture)
