import type { ProfileKind } from '@profilkort/domain/profiles/profile'
import { enumOf } from '../graphql/enums.ts'

export const ProfileKindEnum = enumOf('ProfileKind', 'What a profile describes.', {
  idealCustomerProfile: 'The company that is the best customer.',
  persona: 'A person in such a company, by role and pains.',
  targetMarket: 'A group of consumers.',
  antiProfile: 'Whom not to chase.',
} satisfies Record<ProfileKind, string>)
