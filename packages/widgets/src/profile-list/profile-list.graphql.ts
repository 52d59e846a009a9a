import type { Locale } from '@profilkort/domain/locales/locale'
import type { ProfileCardKind } from '../profile-card/profile-card.graphql.ts'

/** What `pk-profile-list` asks. Plain text, so that a server can read it. */
export const profileListDocument = `query ProfileList($first: Int!, $locale: Locale!, $where: ProfileWhere) {
  profiles(first: $first, locale: $locale, where: $where) {
    nodes { slug kind name summary resolvedLocale }
  }
}
`

export interface ProfileListItem {
  readonly slug: string
  readonly kind: ProfileCardKind
  readonly name: string
  readonly summary: string | null
  readonly resolvedLocale: Locale
}

export interface ProfileListData {
  readonly profiles: { readonly nodes: readonly ProfileListItem[] }
}
