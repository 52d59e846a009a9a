import type { ProfileContent, ProfileKind } from '@profilkort/domain/profiles/profile'

/** A profile of the demo workspace with the template it is written in. */
export interface DemoProfile {
  readonly slug: string
  readonly kind: ProfileKind
  readonly template: string
  readonly content: ProfileContent
}
