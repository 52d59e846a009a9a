import type { Locale } from '@profilkort/domain/locales/locale'
import { html, type TemplateResult } from 'lit-html'
import { formatDate, formatNumber } from '../language/formats.ts'
import { say } from '../language/say.ts'
import type { FitScoreCriterion } from './fit-score.graphql.ts'
import { fitScoreTexts as texts } from './fit-score.texts.ts'

/** Every criterion with its points; opened, it tells why and from which values. */
export function renderCriteria(criteria: readonly FitScoreCriterion[], locale: Locale): TemplateResult {
  return html`<ul class="plain criteria" part="criteria">${criteria.map(
    (criterion) => html`<li part="criterion">${renderCriterion(criterion, locale)}</li>`,
  )}</ul>`
}

function renderCriterion(criterion: FitScoreCriterion, locale: Locale): TemplateResult {
  const { label, explanation, values, weight } = criterion
  return html`<details><summary>${renderMark(criterion)}<span class="criterion-label">${label}</span> <span class="criterion-points muted">${writePoints(criterion, locale)}</span></summary><div class="reason stack"><p>${explanation}</p>${
    values.length > 0
      ? html`<dl>${values.map((value) => {
          const from = [value.source, formatDate(locale, value.recordedAt)].filter(Boolean).join(', ')
          return html`<dt>${value.label}</dt><dd>${value.text} ${from ? html`<span class="muted small">– ${from}</span>` : ''}</dd>`
        })}</dl>`
      : ''
  }${weight === 1 ? '' : html`<p class="muted small">${say(locale, texts.weight, formatNumber(locale, weight))}</p>`}</div></details>`
}

function writePoints({ points, maximumPoints }: FitScoreCriterion, locale: Locale): string {
  const maximum = formatNumber(locale, maximumPoints)
  return points === null
    ? say(locale, texts.unknown, maximum)
    : say(locale, texts.criterionPoints, formatNumber(locale, points), maximum)
}

/** A disc filled by the share of points reached, a dashed ring where it is not known. */
export function renderMark({ points, maximumPoints }: FitScoreCriterion): TemplateResult {
  const share = (100 * (points ?? 0)) / (maximumPoints || 1)
  return html`<svg class="mark ${points === null ? 'open' : ''}" viewBox="0 0 20 20" aria-hidden="true"><circle cx="10" cy="10" r="8.5" /><circle class="fill" cx="10" cy="10" r="3" pathLength="100" stroke-dasharray="${share} 100" /></svg>`
}
