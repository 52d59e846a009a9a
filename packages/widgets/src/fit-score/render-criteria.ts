import type { Locale } from '@profilkort/domain/locales/locale'
import { html, nothing, svg, type TemplateResult } from 'lit'
import { formatDate, formatNumber } from '../language/formats.ts'
import type { FitScoreCriterion, FitScoreValue } from './fit-score.graphql.ts'
import { fitScoreTexts } from './fit-score.texts.ts'

/** Every criterion with its points; opened, it tells why and from which values. */
export function renderCriteria(criteria: readonly FitScoreCriterion[], locale: Locale): TemplateResult {
  return html`<ul class="criteria" part="criteria">
    ${criteria.map((criterion) => html`<li part="criterion">${renderCriterion(criterion, locale)}</li>`)}
  </ul>`
}

function renderCriterion(criterion: FitScoreCriterion, locale: Locale): TemplateResult {
  const texts = fitScoreTexts[locale]
  const { explanation, values, weight } = criterion
  const fallback = isKnown(criterion) ? texts.noExplanation : texts.unknownWhy
  return html`
    <details>
      <summary>
        ${renderMark(criterion)}
        <span class="criterion-label">${criterion.label}</span>
        <span class="criterion-points">${writePoints(criterion, locale)}</span>
        <svg class="chevron" viewBox="0 0 16 16" aria-hidden="true"><path d="m4 6 4 4 4-4" /></svg>
      </summary>
      <div class="reason">
        <p>${explanation || fallback}</p>
        ${values.length > 0 ? html`<dl>${values.map((value) => renderValue(value, locale))}</dl>` : nothing}
        ${weight === 1 ? nothing : html`<p class="weight">${texts.weight(formatNumber(locale, weight))}</p>`}
      </div>
    </details>
  `
}

function renderValue({ label, text, source, recordedAt }: FitScoreValue, locale: Locale): TemplateResult {
  const date = recordedAt === null ? undefined : formatDate(locale, recordedAt)
  const from = fitScoreTexts[locale].provenance(source, date)
  return html`<div>
    <dt>${label}</dt>
    <dd>${text} ${from === '' ? nothing : html`<span class="source">${from}</span>`}</dd>
  </div>`
}

function writePoints(criterion: FitScoreCriterion, locale: Locale): string {
  const texts = fitScoreTexts[locale]
  const maximum = formatNumber(locale, criterion.maximumPoints)
  return criterion.points === null || !isKnown(criterion)
    ? texts.unknown(maximum)
    : texts.criterionPoints(formatNumber(locale, criterion.points), maximum)
}

function isKnown({ state, points }: FitScoreCriterion): boolean {
  return state === 'KNOWN' && points !== null
}

/** A disc filled by the share of points reached, a dashed ring where it is not known. */
function renderMark(criterion: FitScoreCriterion): TemplateResult {
  const share =
    isKnown(criterion) && criterion.maximumPoints > 0 ? (criterion.points ?? 0) / criterion.maximumPoints : 0
  const ring = isKnown(criterion) ? 'ring' : 'ring ring-unknown'
  return html`<svg class="mark" viewBox="0 0 20 20" aria-hidden="true">
    <circle class=${ring} cx="10" cy="10" r="8.5" />
    ${svg`<circle class="fill" cx="10" cy="10" r="3" pathLength="100" stroke-dasharray="${100 * share} 100" />`}
  </svg>`
}
