import type { Locale } from '@profilkort/domain/locales/locale'

/** What `pk-profile-card` asks. Plain text, so that a server can read it. */
export const profileCardDocument = `query ProfileCard($slug: String!, $locale: Locale!) {
  profile(slug: $slug, locale: $locale) {
    id
    slug
    kind
    revision
    publishedAt
    resolvedLocale
    name
    summary
    quote
    traits { key label words }
    sections { key title fields { key label text items } }
  }
}
`

export type ProfileCardKind = 'IDEAL_CUSTOMER_PROFILE' | 'PERSONA' | 'TARGET_MARKET' | 'ANTI_PROFILE'

/** A field of a section: a text or the items of a list, the other is null. */
export interface ProfileCardField {
  readonly key: string
  readonly label: string
  readonly text: string | null
  readonly items: readonly string[] | null
}

export interface ProfileCardProfile {
  readonly id: string
  readonly slug: string
  readonly kind: ProfileCardKind
  readonly revision: number
  /** An ISO instant; null for a draft. */
  readonly publishedAt: string | null
  readonly resolvedLocale: Locale
  readonly name: string
  readonly summary: string | null
  readonly quote: string | null
  readonly traits: readonly { readonly key: string; readonly label: string; readonly words: string }[]
  readonly sections: readonly {
    readonly key: string
    readonly title: string
    readonly fields: readonly ProfileCardField[]
  }[]
}

export interface ProfileCardData {
  readonly profile: ProfileCardProfile | null
}
