import type { Locale } from '@profilkort/domain/locales/locale'
import { html, nothing, type TemplateResult } from 'lit'
import { formatDate } from '../language/formats.ts'
import type { ProfileCardField, ProfileCardProfile } from './profile-card.graphql.ts'
import { profileCardTexts } from './profile-card.texts.ts'

/** A profile to draw. Its own words are in `profile.resolvedLocale`, the card's in `locale`. */
export interface ProfileView {
  readonly profile: ProfileCardProfile
  readonly locale: Locale
  /** The level of its heading, 1-6. */
  readonly level: number
}

export function renderProfile(view: ProfileView): TemplateResult {
  const { profile, locale, level } = view
  const language = profile.resolvedLocale
  return html`
    <article class=${profile.kind === 'ANTI_PROFILE' ? 'card anti' : 'card'} aria-labelledby="name">
      <header>
        <p class="kind" part="kind">${profileCardTexts[locale].kinds[profile.kind]}</p>
        <div class="name" part="name" id="name" role="heading" aria-level=${level} lang=${language}>${profile.name}</div>
        ${profile.summary ? html`<p class="summary" part="summary" lang=${language}>${profile.summary}</p>` : nothing}
      </header>
      ${profile.quote ? html`<blockquote part="quote" lang=${language}><p>${profile.quote}</p></blockquote>` : nothing}
      ${renderTraits(view)} ${renderSections(view)} ${renderFooter(view)}
    </article>
  `
}

function renderTraits({ profile, locale }: ProfileView) {
  if (profile.traits.length === 0) return nothing
  return html`
    <dl class="traits" part="traits" aria-label=${profileCardTexts[locale].traits} lang=${profile.resolvedLocale}>
      ${profile.traits.map(
        ({ label, words }) => html`<div class="trait" part="trait"><dt>${label}</dt><dd>${words}</dd></div>`,
      )}
    </dl>
  `
}

function renderSections({ profile, level }: ProfileView) {
  const sections = profile.sections
    .map((section) => ({ ...section, fields: section.fields.filter(isFilled) }))
    .filter(({ fields }) => fields.length > 0)
  if (sections.length === 0) return nothing
  return html`
    <div class="sections" lang=${profile.resolvedLocale}>
      ${sections.map(
        ({ title, fields }) => html`
          <section part="section">
            <div class="title" role="heading" aria-level=${level + 1}>${title}</div>
            <dl>
              ${fields.map(({ label, text, items }) => html`<div><dt>${label}</dt><dd>${items ? renderItems(items) : text}</dd></div>`)}
            </dl>
          </section>
        `,
      )}
    </div>
  `
}

function renderItems(items: readonly string[]) {
  return html`<ul>
    ${items.map((item) => html`<li>${item}</li>`)}
  </ul>`
}

function isFilled({ text, items }: ProfileCardField): boolean {
  return Boolean(text) || (items?.length ?? 0) > 0
}

function renderFooter({ profile, locale }: ProfileView) {
  const texts = profileCardTexts[locale]
  const date = profile.publishedAt === null ? undefined : formatDate(locale, profile.publishedAt)
  return html`
    <footer part="footer">
      <p>${date === undefined ? texts.draft(profile.revision) : texts.published(date, profile.revision)}</p>
      ${profile.resolvedLocale === locale ? nothing : html`<p>${texts.otherLanguage(profile.resolvedLocale)}</p>`}
      <slot name="footer"></slot>
    </footer>
  `
}
