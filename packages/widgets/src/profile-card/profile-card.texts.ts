import type { Text } from '../language/say.ts'
import type { ProfileCardKind } from './profile-card.graphql.ts'

export const kindTexts = {
  IDEAL_CUSTOMER_PROFILE: ['Idealkunde', 'Idealkund', 'Idealkunde', 'Ideal customer'],
  PERSONA: ['Persona', 'Persona', 'Persona', 'Persona'],
  TARGET_MARKET: ['Målgruppe', 'Målgrupp', 'Målgruppe', 'Target market'],
  ANTI_PROFILE: [
    'Antiprofil – ikke jag etter',
    'Antiprofil – jaga inte',
    'Antiprofil – jag dem ikke',
    'Anti-profile – do not chase',
  ],
} satisfies Record<ProfileCardKind, Text>

export const profileCardTexts = {
  empty: [
    'Fant ikke denne profilen',
    'Profilen hittades inte',
    'Profilen blev ikke fundet',
    'This profile was not found',
  ],
  published: ['Publisert {0}', 'Publicerad {0}', 'Udgivet {0}', 'Published {0}'],
  draft: ['Utkast', 'Utkast', 'Kladde', 'Draft'],
  revision: ['revisjon {0}', 'revision {0}', 'revision {0}', 'revision {0}'],
  /** Said of a card that is not written in the reader's language. */
  otherLanguage: ['Vises på {0}', 'Visas på {0}', 'Vises på {0}', 'Shown in {0}'],
} satisfies Record<string, Text>
