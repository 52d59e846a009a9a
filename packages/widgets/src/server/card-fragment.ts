import type { Locale } from '@profilkort/domain/locales/locale'
import type { ProfileCardProfile } from '../profile-card/profile-card.graphql.ts'
import { renderProfile } from '../profile-card/render-profile.ts'
import { escapeHtml, renderToString } from './render-to-string.ts'

/** A card for a server to put in its markup. */
export interface CardFragment {
  readonly profile: ProfileCardProfile
  readonly slug: string
  readonly locale: Locale
  /** The origin that the card's style sheet comes from. */
  readonly base: string
  /** Where the card is a page of its own. */
  readonly address: string
}

/** The element with its content in a declarative shadow root; the script, where there is one, takes it over. */
export function renderCardFragment({ profile, slug, locale, base, address }: CardFragment): string {
  const content = renderToString(renderProfile({ profile, locale, level: 2, isCompact: false }))
  return `<pk-profile-card profile="${escapeHtml(slug)}" lang="${locale}"><template shadowrootmode="open"><link rel="stylesheet" href="${escapeHtml(base)}/widgets/v1/profile-card.css"><div class="frame" part="frame" lang="${locale}">${content}</div></template><a href="${escapeHtml(address)}">${escapeHtml(profile.name)}</a></pk-profile-card>`
}
