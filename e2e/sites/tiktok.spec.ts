import { fixture } from '../../harness/sites/tiktok.ts'
import { testSite } from '../site-tests.ts'

testSite(fixture)
