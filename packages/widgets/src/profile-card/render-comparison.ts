import type { Locale } from '@profilkort/domain/locales/locale'
import { html, type TemplateResult } from 'lit-html'
import { say } from '../language/say.ts'
import { comparisonTexts } from './comparison.texts.ts'
import type { ProfileCardProfile } from './profile-card.graphql.ts'
import { kindTexts } from './profile-card.texts.ts'

/** Up to four profiles side by side, what is expected of them row by row. */
export function renderComparison(profiles: readonly ProfileCardProfile[], locale: Locale): TemplateResult {
  const labels = new Map(profiles.flatMap(({ traits }) => traits.map(({ key, label }) => [key, label])))
  return html`<div class="compare" part="traits" tabindex="0" role="region" aria-label=${say(locale, comparisonTexts.traits)}><table><thead><tr><td></td>${profiles.map(
    ({ kind, name, resolvedLocale }) =>
      html`<th scope="col" lang=${resolvedLocale}><span class="label" lang=${locale}>${say(locale, kindTexts[kind])}</span><br />${name}</th>`,
  )}</tr></thead><tbody>${[...labels].map(
    ([key, label]) =>
      html`<tr><th scope="row" class="small muted">${label}</th>${profiles.map(
        ({ traits, resolvedLocale }) =>
          html`<td lang=${resolvedLocale}>${traits.find((trait) => trait.key === key)?.words ?? '–'}</td>`,
      )}</tr>`,
  )}</tbody></table></div>`
}
