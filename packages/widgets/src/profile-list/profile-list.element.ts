import { html, type TemplateResult } from 'lit-html'
import { RemoteElement, type Wish } from '../element/remote-element.ts'
import { say } from '../language/say.ts'
import { kindTexts } from '../profile-card/profile-card.texts.ts'
import type { ProfileListData, ProfileListItem } from './profile-list.graphql.ts'
import { profileListStyles } from './profile-list.styles.ts'
import { profileListTexts } from './profile-list.texts.ts'

/**
 * Published profiles, one below the other: what kind of customer each is, its name and summary.
 *
 * @tagname pk-profile-list
 * @attr {string} profiles - Slugs with spaces between; without it, all that are published.
 * @attr {"IDEAL_CUSTOMER_PROFILE" | "PERSONA" | "TARGET_MARKET" | "ANTI_PROFILE"} kind - Only those of a kind.
 * @attr {number} [limit=20] - How many at most, 1 to 100.
 * @attr {string} href - Where a name leads: an address in which `{slug}` stands for the profile.
 *
 * @csspart item - One profile.
 * @csspart kind - The label of its kind.
 * @csspart name - Its name.
 * @csspart summary - Its summary.
 */
export class ProfileList extends RemoteElement<readonly ProfileListItem[]> {
  static override readonly attributes = ['profiles', 'kind', 'limit', 'href']
  static override readonly styles = [profileListStyles]

  declare profiles: string | undefined
  declare kind: string | undefined
  declare limit: string | undefined
  declare href: string | undefined

  protected override get emptyTitle() {
    return profileListTexts.empty
  }

  protected wish(): Wish {
    const slugs = this.profiles?.trim().replace(/[\s,]+/g, ' ')
    return { what: `list/${Number(this.limit) || 20}`, keys: [slugs || this.kind || '*'] }
  }

  protected pick(answers: readonly unknown[]): readonly ProfileListItem[] | undefined {
    const [{ profiles }] = answers as readonly [ProfileListData]
    return profiles.nodes.length > 0 ? profiles.nodes : undefined
  }

  protected renderContent(profiles: readonly ProfileListItem[]): TemplateResult {
    return html`<ul class="plain stack">${profiles.map(
      ({ kind, name, summary, slug, resolvedLocale: lang }) =>
        html`<li class=${kind === 'ANTI_PROFILE' ? 'anti' : ''} part="item"><p class="label kind" part="kind">${say(this.locale, kindTexts[kind])}</p><div class="title" part="name" role="heading" aria-level=${this.level} lang=${lang}>${this.#link(slug, name)}</div><p class="muted pre" part="summary" lang=${lang}>${summary}</p></li>`,
    )}</ul><slot name="footer"></slot>`
  }

  /** The name, as a link where the page says where to; never one that runs something. */
  #link(slug: string, name: string) {
    const address = URL.parse(
      (this.href ?? '').replaceAll('{slug}', encodeURIComponent(slug)),
      document.baseURI,
    )
    return this.href && address?.protocol.startsWith('http')
      ? html`<a href=${address.href}>${name}</a>`
      : name
  }
}
