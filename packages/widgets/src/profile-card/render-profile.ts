import type { Locale } from '@profilkort/domain/locales/locale'
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

export function renderProfile(view: ProfileView): object {
  const { profile, locale, level, isCompact } = view
  const { kind, name, summary, quote, traits, resolvedLocale: lang } = profile
  const heading = { class: 'name', part: 'name', id: 'name', role: 'heading', 'aria-level': level, lang }
  const header = plain('header', [
    plain('p', [say(locale, kindTexts[kind])], { class: 'label kind', part: 'kind' }),
    plain('div', [name], heading),
    summary ? plain('p', [summary], { class: 'summary pre', part: 'summary', lang }) : '',
  ])
  const body = isCompact
    ? []
    : [
        quote ? plain('blockquote', [plain('p', [quote], { class: 'pre' })], { part: 'quote', lang }) : '',
        traits[0] ? plain('dl', traits.map(renderTrait), { class: 'row traits', part: 'traits', lang }) : '',
        renderSections(view),
      ]
  return plain('article', [header, ...body, renderFooter(view)], {
    'aria-labelledby': 'name',
    class: `stack card ${kind === 'ANTI_PROFILE' ? 'anti' : ''}`,
  })
}

function renderTrait({ label, words }: ProfileCardProfile['traits'][number]) {
  return plain('div', [plain('dt', [label]), plain('dd', [words])], { class: 'tile', part: 'trait' })
}

function renderSections({ profile: { sections, resolvedLocale: lang }, level }: ProfileView) {
  const shown = sections.flatMap(({ title, fields }) => {
    const rows = fields.filter(({ text, items }) => text || items?.[0]).map(renderField)
    const heading = { class: 'title', role: 'heading', 'aria-level': level + 1 }
    return rows[0]
      ? plain('section', [plain('div', [title], heading), plain('dl', rows, { class: 'stack' })], {
          class: 'stack',
          part: 'section',
        })
      : []
  })
  return shown[0] ? plain('div', shown, { class: 'sections', lang }) : ''
}

function renderField({ label, text, items }: ProfileCardField) {
  const said = items
    ? plain(
        'ul',
        items.map((item) => plain('li', [item])),
      )
    : `${text}`
  return plain('div', [plain('dt', [label]), plain('dd', [said])])
}

function renderFooter({
  profile: { publishedAt, revision, resolvedLocale },
  locale,
  isCompact,
}: ProfileView) {
  const date = formatDate(locale, publishedAt)
  const content = [
    isCompact
      ? ''
      : plain('p', [
          `${say(locale, date ? texts.published : texts.draft, `${date}`)}\xA0· ${say(locale, texts.revision, revision)}`,
        ]),
    resolvedLocale === locale
      ? ''
      : plain('p', [say(locale, texts.otherLanguage, formatLanguage(locale, resolvedLocale))]),
    plain('slot', [], { name: 'footer' }),
  ]
  return plain('footer', content, { class: 'row muted', part: 'footer' })
}
