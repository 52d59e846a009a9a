import type { Locale } from '@profilkort/domain/locales/locale'
import { html, nothing, type TemplateResult } from 'lit'
import { formatPercent } from '../language/formats.ts'
import type { FitScoreFit } from './fit-score.graphql.ts'
import { fitScoreTexts } from './fit-score.texts.ts'
import { renderCriteria } from './render-criteria.ts'
import { renderGauge } from './render-gauge.ts'
import { renderSign } from './render-sign.ts'
import { judge, type Verdict } from './verdict.ts'

/** A customer's fit to draw. */
export interface FitView {
  readonly name: string
  readonly fit: FitScoreFit
  readonly locale: Locale
  /** The level of its heading, 1-6. */
  readonly level: number
}

export function renderFit({ name, fit, locale, level }: FitView): TemplateResult {
  const texts = fitScoreTexts[locale]
  const verdict = judge(fit, locale)
  return html`
    <article class="fit" aria-labelledby="name">
      <header>
        <p class="scorecard" part="scorecard">${fit.scorecard.name} · ${texts.revision(fit.scorecard.revision)}</p>
        <div class="name" part="name" id="name" role="heading" aria-level=${level}>${name}</div>
      </header>
      <div class="answer">
        ${renderGauge(fit, locale)}
        <div class="words">
          ${renderVerdict(verdict, fit)} ${renderMeasures(fit, locale)} ${renderNextQuestion(fit, locale)}
        </div>
      </div>
      <section>
        <div class="title" role="heading" aria-level=${level + 1}>${texts.criteria}</div>
        ${renderCriteria(fit.criteria, locale)}
      </section>
      <slot name="footer"></slot>
    </article>
  `
}

function renderVerdict({ kind, title, text }: Verdict, { disqualifiedBy }: FitScoreFit): TemplateResult {
  return html`<div class="verdict verdict-${kind}" part="verdict">
    ${renderSign(kind)}
    <div>
      <p class="verdict-title">${title}</p>
      <p>${text}</p>
      ${
        kind === 'disqualified'
          ? html`<ul>
            ${disqualifiedBy.map((reason) => html`<li>${reason}</li>`)}
          </ul>`
          : nothing
      }
    </div>
  </div>`
}

function renderMeasures({ coverage, band }: FitScoreFit, locale: Locale): TemplateResult {
  const texts = fitScoreTexts[locale]
  return html`<ul class="measures">
    ${band === null ? nothing : html`<li class="band" part="band">${texts.band(band.label)}</li>`}
    <li part="coverage">${texts.coverage(formatPercent(locale, coverage))}</li>
  </ul>`
}

function renderNextQuestion({ nextQuestion, criteria }: FitScoreFit, locale: Locale) {
  if (nextQuestion === null) return nothing
  const label = criteria.find(({ key }) => key === nextQuestion.criterion)?.label
  return html`<div class="next" part="next-question">
    <p class="next-title">${fitScoreTexts[locale].nextQuestion}${label === undefined ? nothing : ` · ${label}`}</p>
    <p class="question">${nextQuestion.question}</p>
  </div>`
}
