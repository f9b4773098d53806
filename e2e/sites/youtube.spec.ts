import { fixture } from '../../harness/sites/youtube.ts'
import { testSite } from '../site-tests.ts'

testSite(fixture)
