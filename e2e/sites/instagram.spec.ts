import { fixture } from '../../harness/sites/instagram.ts'
import { testSite } from '../site-tests.ts'

testSite(fixture)
