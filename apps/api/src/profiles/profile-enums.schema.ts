import { kindRules } from '@profilkort/domain/profiles/kinds'
import type { ProfileKind, visibilities } from '@profilkort/domain/profiles/profile'
import { enumOf } from '../graphql/enums.ts'

export const ProfileKindEnum = enumOf('ProfileKind', 'What a profile describes.', {
  idealCustomerProfile: kindRules.idealCustomerProfile.explanation.en,
  persona: kindRules.persona.explanation.en,
  targetMarket: kindRules.targetMarket.explanation.en,
  antiProfile: kindRules.antiProfile.explanation.en,
} satisfies Record<ProfileKind, string>)

export const VisibilityEnum = enumOf('Visibility', 'Who may read a field.', {
  internal: "The workspace's own people and servers.",
  partner: 'Partners a profile is shared with, too.',
  public: 'Everybody.',
} satisfies Record<(typeof visibilities)[number], string>)
