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
  traits: ['Kjennetegn', 'Kännetecken', 'Kendetegn', 'Traits'],
  empty: [
    'Fant ikke denne profilen',
    'Profilen hittades inte',
    'Profilen blev ikke fundet',
    'This profile was not found',
  ],
  published: [
    'Publisert {0} · revisjon {1}',
    'Publicerad {0} · revision {1}',
    'Udgivet {0} · revision {1}',
    'Published {0} · revision {1}',
  ],
  draft: ['Utkast · revisjon {0}', 'Utkast · revision {0}', 'Kladde · revision {0}', 'Draft · revision {0}'],
  /** Said of a card that is not written in the reader's language. */
  otherLanguage: [
    'Finnes ikke på norsk ennå. Vises på {0}.',
    'Finns inte på svenska än. Visas på {0}.',
    'Findes ikke på dansk endnu. Vises på {0}.',
    'Not available in English yet. Shown in {0}.',
  ],
} satisfies Record<string, Text>
