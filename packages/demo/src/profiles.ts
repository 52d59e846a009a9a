import { accountants } from './profiles/accountants.ts'
import { builders } from './profiles/builders.ts'
import type { DemoProfile } from './profiles/demo-profile.ts'
import { seasonal } from './profiles/seasonal.ts'

/** The profiles of the demo workspace in all four languages: two ideal customers and one not to chase. */
export const demoProfiles: readonly [DemoProfile, ...DemoProfile[]] = [accountants, builders, seasonal]
