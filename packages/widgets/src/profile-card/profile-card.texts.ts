import type { Locale } from '@profilkort/domain/locales/locale'
import { formatLanguage } from '../language/formats.ts'
import type { ProfileCardKind } from './profile-card.graphql.ts'

interface ProfileCardTexts {
  readonly kinds: Record<ProfileCardKind, string>
  readonly traits: string
  readonly empty: string
  readonly published: (date: string, revision: number) => string
  readonly draft: (revision: number) => string
  /** Said of a card that is not written in the reader's language. */
  readonly otherLanguage: (language: Locale) => string
}

export const profileCardTexts = {
  nb: {
    kinds: {
      IDEAL_CUSTOMER_PROFILE: 'Idealkunde',
      PERSONA: 'Persona',
      TARGET_MARKET: 'Målgruppe',
      ANTI_PROFILE: 'Antiprofil – ikke jag etter',
    },
    traits: 'Kjennetegn',
    empty: 'Fant ikke denne profilen',
    published: (date, revision) => `Publisert ${date} · revisjon ${revision}`,
    draft: (revision) => `Utkast · revisjon ${revision}`,
    otherLanguage: (language) => `Finnes ikke på norsk ennå. Vises på ${formatLanguage('nb', language)}.`,
  },
  sv: {
    kinds: {
      IDEAL_CUSTOMER_PROFILE: 'Idealkund',
      PERSONA: 'Persona',
      TARGET_MARKET: 'Målgrupp',
      ANTI_PROFILE: 'Antiprofil – jaga inte',
    },
    traits: 'Kännetecken',
    empty: 'Profilen hittades inte',
    published: (date, revision) => `Publicerad ${date} · revision ${revision}`,
    draft: (revision) => `Utkast · revision ${revision}`,
    otherLanguage: (language) => `Finns inte på svenska än. Visas på ${formatLanguage('sv', language)}.`,
  },
  da: {
    kinds: {
      IDEAL_CUSTOMER_PROFILE: 'Idealkunde',
      PERSONA: 'Persona',
      TARGET_MARKET: 'Målgruppe',
      ANTI_PROFILE: 'Antiprofil – jag dem ikke',
    },
    traits: 'Kendetegn',
    empty: 'Profilen blev ikke fundet',
    published: (date, revision) => `Udgivet ${date} · revision ${revision}`,
    draft: (revision) => `Kladde · revision ${revision}`,
    otherLanguage: (language) => `Findes ikke på dansk endnu. Vises på ${formatLanguage('da', language)}.`,
  },
  en: {
    kinds: {
      IDEAL_CUSTOMER_PROFILE: 'Ideal customer',
      PERSONA: 'Persona',
      TARGET_MARKET: 'Target market',
      ANTI_PROFILE: 'Anti-profile – do not chase',
    },
    traits: 'Traits',
    empty: 'This profile was not found',
    published: (date, revision) => `Published ${date} · revision ${revision}`,
    draft: (revision) => `Draft · revision ${revision}`,
    otherLanguage: (language) => `Not available in English yet. Shown in ${formatLanguage('en', language)}.`,
  },
} as const satisfies Record<Locale, ProfileCardTexts>
