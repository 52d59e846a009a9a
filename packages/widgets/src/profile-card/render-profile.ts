import type { Locale } from '@profilkort/domain/locales/locale'
import { html, type TemplateResult } from 'lit-html'
import { plain } from '../element/plain.ts'
import { formatDate, formatLanguage } from '../language/formats.ts'
import { say } from '../language/say.ts'
import type { ProfileCardField, ProfileCardProfile } from './profile-card.graphql.ts'
import { kindTexts, profileCardTexts as texts } from './profile-card.texts.ts'

/** A profile to draw. Its own words are in `profile.resolvedLocale`, the card's in `locale`. */
export interface ProfileView {
  readonly profile: ProfileCardProfile
  readonly locale: Locale
  /** The level of its heading, 1-6. */
  readonly level: number
  /** Only kind, name and summary. */
  readonly isCompact: boolean
}

export function renderProfile(view: ProfileView): TemplateResult {
  const { profile, locale, level, isCompact } = view
  const { kind, name, summary, quote, traits, resolvedLocale: language } = profile
  return html`<article class="stack card ${kind === 'ANTI_PROFILE' ? 'anti' : ''}" aria-labelledby="name"><header><p class="label kind" part="kind">${say(locale, kindTexts[kind])}</p><div class="name" part="name" id="name" role="heading" aria-level=${level} lang=${language}>${name}</div>${
    summary ? html`<p class="summary pre" part="summary" lang=${language}>${summary}</p>` : ''
  }</header>${quote && !isCompact ? html`<blockquote part="quote" lang=${language}><p class="pre">${quote}</p></blockquote>` : ''}${
    traits[0] && !isCompact
      ? html`<dl class="row traits" part="traits" lang=${language}>${traits.map(
          ({ label, words }) => html`<div class="tile" part="trait"><dt>${label}</dt><dd>${words}</dd></div>`,
        )}</dl>`
      : ''
  }${isCompact ? '' : renderSections(view)}${renderFooter(view)}</article>`
}

function renderSections({ profile, level }: ProfileView) {
  const sections = profile.sections
    .map((section) => ({
      ...section,
      fields: section.fields.filter(({ text, items }) => text || items?.[0]),
    }))
    .filter(({ fields }) => fields[0])
  if (!sections[0]) return ''
  return html`<div class="sections" lang=${profile.resolvedLocale}>${sections.map(
    ({ title, fields }) =>
      html`<section class="stack" part="section"><div class="title" role="heading" aria-level=${level + 1}>${title}</div><dl class="stack">${fields.map(rowOf)}</dl></section>`,
  )}</div>`
}

function rowOf({ label, text, items }: ProfileCardField): object {
  const said = items ? plain('ul', ...items.map((item) => plain('li', item))) : `${text}`
  return plain('div', plain('dt', label), plain('dd', said))
}

function renderFooter({
  profile: { publishedAt, revision, resolvedLocale },
  locale,
  isCompact,
}: ProfileView) {
  const date = formatDate(locale, publishedAt)
  return html`<footer class="row muted" part="footer">${
    isCompact
      ? ''
      : html`<p>${say(locale, date ? texts.published : texts.draft, `${date}`)}&nbsp;· ${say(locale, texts.revision, revision)}</p>`
  }${resolvedLocale === locale ? '' : html`<p>${say(locale, texts.otherLanguage, formatLanguage(locale, resolvedLocale))}</p>`}<slot name="footer"></slot></footer>`
}
