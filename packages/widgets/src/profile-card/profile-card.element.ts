import type { TemplateResult } from 'lit'
import { property } from 'lit/decorators.js'
import { configuration } from '../configuration.ts'
import { frameStyles } from '../element/frame.styles.ts'
import { noticeStyles } from '../element/notice.styles.ts'
import { RemoteElement, type Wish } from '../element/remote-element.ts'
import { tokenStyles } from '../element/tokens.styles.ts'
import { type Failure, failure } from '../transport/failure.ts'
import {
  type ProfileCardData,
  type ProfileCardProfile,
  profileCardDocumentId,
} from './profile-card.graphql.ts'
import { profileCardStyles } from './profile-card.styles.ts'
import { profileCardTexts } from './profile-card.texts.ts'
import { renderProfile } from './render-profile.ts'
import { renderProfileSkeleton } from './render-skeleton.ts'

/**
 * A published profile as a card: what kind of customer it is, in a few words, with its traits and sections.
 *
 * @tagname pk-profile-card
 * @attr {string} profile - The slug of a published profile.
 * @attr {string} api - The API's origin; without it, where the script was loaded from.
 * @attr {string} key - A publishable key; without it, the script tag's `data-key`.
 * @attr {number} heading-level - The level of the card's heading in the page, 1-6; 2 without it.
 * @attr {string} lang - The language to show; without it, the nearest `lang` around the element.
 *
 * @slot loading - Instead of the skeleton.
 * @slot empty - Instead of the notice that there is no such profile.
 * @slot error - Instead of the notice that the profile could not be fetched.
 * @slot forbidden - Instead of the notice that the page has no access.
 * @slot expired - Instead of the notice that access has expired.
 * @slot footer - After the card's own footer, for a link or a contact.
 *
 * @event {CustomEvent<LoadDetail>} pk-load - The card is shown (`LOADED`), or there is no such profile (`NOT_FOUND`).
 * @event {CustomEvent<LoadDetail>} pk-error - The card could not be shown; `detail` says why.
 *
 * @csspart frame - The box around everything.
 * @csspart kind - The label of the profile's kind.
 * @csspart name - The heading.
 * @csspart summary - The opening paragraph.
 * @csspart quote - The quote.
 * @csspart traits - The list of traits.
 * @csspart trait - One trait.
 * @csspart section - One section.
 * @csspart footer - The line on revision and date.
 * @csspart notice - What is shown where there is no card.
 * @csspart button - A button in a notice.
 * @csspart skeleton - What is shown while loading.
 *
 * @cssproperty [--pk-accent] - Marks, links and the label of the kind.
 * @cssproperty [--pk-surface] - The card's ground.
 * @cssproperty [--pk-text] - The text.
 * @cssproperty [--pk-muted] - Secondary text.
 * @cssproperty [--pk-border] - Lines.
 * @cssproperty [--pk-radius] - The rounding of corners.
 * @cssproperty [--pk-padding] - The space inside the card.
 * @cssproperty [--pk-font] - The font family of text; the page's own without it.
 * @cssproperty [--pk-font-heading] - The font family of name and quote.
 * @cssproperty [--pk-min-height] - The height kept free while loading, so that the page below does not move.
 */
export class ProfileCard extends RemoteElement<ProfileCardProfile> {
  static override styles = [tokenStyles, frameStyles, noticeStyles, profileCardStyles]

  /** The slug of a published profile. */
  @property() profile: string | undefined
  /** A publishable key. Without it: the script tag's `data-key`. */
  @property({ attribute: 'key' }) publishableKey: string | undefined

  protected get emptyTitle(): string {
    return profileCardTexts[this.locale].empty
  }

  protected wish(api: string): Wish | Failure {
    const credential = this.publishableKey ?? configuration().key
    if (!credential)
      return failure('MISSING_KEY', 'Set `data-key` on the script tag, or `key` on the element.')
    if (!this.profile) return failure('MISSING_ATTRIBUTE', 'Set `profile` to the slug of a profile.')
    const variables = { slug: this.profile, locale: this.locale }
    return {
      subject: `${api} ${this.profile}`,
      request: { api, credential, documentId: profileCardDocumentId, variables },
    }
  }

  protected pick(data: unknown): ProfileCardProfile | undefined {
    return (data as ProfileCardData).profile ?? undefined
  }

  protected renderContent(profile: ProfileCardProfile): TemplateResult {
    return renderProfile({ profile, locale: this.locale, level: this.headingLevel })
  }

  protected renderSkeleton(): TemplateResult {
    return renderProfileSkeleton()
  }
}
