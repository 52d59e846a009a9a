import type { ProfileContent, ProfileKind, ProfileLinks } from '@profilkort/domain/profiles/profile'

/** What a profile of the demo says; what it points at stands beside, because ids come with the load. */
export type DemoContent = Omit<ProfileContent, 'links'>

/** A profile of the demo workspace with the template it is written in. */
export interface DemoProfile {
  readonly slug: string
  readonly kind: ProfileKind
  readonly template: string
  /** Whether readers see it: at once, not yet, or from a planned time on. */
  readonly state: 'published' | 'draft' | 'scheduled'
  /** By slugs; products by their keys. */
  readonly links: ProfileLinks
  readonly content: DemoContent
  /** What the source language says since, so that the translations of `content` are outdated. */
  readonly later?: DemoContent
}
