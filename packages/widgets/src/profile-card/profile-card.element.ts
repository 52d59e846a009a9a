import type { Locale } from '@profilkort/domain/locales/locale'
import type { TemplateResult } from 'lit-html'
import type { Failure } from '../data/failure.ts'
import { RemoteElement, type Styles, type Wish } from '../element/remote-element.ts'
import type { ProfileCardData, ProfileCardProfile } from './profile-card.graphql.ts'
import { profileCardStyles } from './profile-card.styles.ts'
import { profileCardTexts } from './profile-card.texts.ts'
import { renderProfile } from './render-profile.ts'

type Compare = (profiles: readonly ProfileCardProfile[], locale: Locale) => TemplateResult
let compare: Compare | undefined

/**
 * A published profile as a card: what kind of customer it is, in a few words, with its traits and sections.
 *
 * @tagname pk-profile-card
 * @attr {string} profile - The slug of a published profile; up to four with commas between are compared.
 * @attr {boolean} compact - Only kind, name and summary.
 *
 * @csspart kind - The label of the profile's kind.
 * @csspart name - The heading.
 * @csspart summary - The opening paragraph.
 * @csspart quote - The quote.
 * @csspart traits - The list of traits, or the table of a comparison.
 * @csspart trait - One trait.
 * @csspart section - One section.
 * @csspart footer - The line on revision and date.
 */
export class ProfileCard extends RemoteElement<readonly ProfileCardProfile[]> {
  static override readonly attributes = ['profile', 'compact']
  static override styles: readonly Styles[] = [profileCardStyles]

  /** Several profiles are compared from now on; without it, they are shown below one another in short. */
  static learnToCompare(how: Compare, styles: Styles): void {
    compare = how
    ProfileCard.styles = [profileCardStyles, styles]
  }

  declare profile: string | undefined
  declare compact: string | undefined

  protected override get emptyTitle() {
    return profileCardTexts.empty
  }

  protected wish(): Wish | Failure {
    const keys = this.profile?.match(/[^\s,]+/g)
    return keys
      ? { what: 'profile', keys: keys.slice(0, 4) }
      : { code: 'MISSING_ATTRIBUTE', message: 'profile' }
  }

  protected pick(answers: readonly unknown[]): readonly ProfileCardProfile[] | undefined {
    const found = (answers as ProfileCardData[]).flatMap(({ profile }) => profile ?? [])
    return found[0] && found
  }

  protected renderContent(profiles: readonly ProfileCardProfile[]): object {
    const { locale, level } = this
    const areMany = !!profiles[1]
    if (areMany && compare) return compare(profiles, locale)
    const isCompact = areMany || this.compact !== undefined
    return profiles.map((profile) => renderProfile({ profile, locale, level, isCompact }))
  }
}
