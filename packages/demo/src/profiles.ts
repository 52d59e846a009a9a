import { accountants } from './profiles/accountants.ts'
import { builders } from './profiles/builders.ts'
import type { DemoProfile } from './profiles/demo-profile.ts'
import { farid } from './profiles/farid.ts'
import { housing } from './profiles/housing.ts'
import { ingunn } from './profiles/ingunn.ts'
import { retailers } from './profiles/retailers.ts'
import { seasonal } from './profiles/seasonal.ts'
import { sideBusiness } from './profiles/side-business.ts'
import { tove } from './profiles/tove.ts'

/**
 * The profiles of the demo workspace in all four languages: companies to sell to, the people in them, a group of
 * consumers, and one not to chase. One is still a draft, one is planned, one has translations that lag behind.
 */
export const demoProfiles: readonly [DemoProfile, ...DemoProfile[]] = [
  accountants,
  builders,
  seasonal,
  ingunn,
  farid,
  tove,
  sideBusiness,
  housing,
  retailers,
]
