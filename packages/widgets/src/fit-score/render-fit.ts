import type { Locale } from '@profilkort/domain/locales/locale'
import { html, type TemplateResult } from 'lit-html'
import { formatPercent } from '../language/formats.ts'
import { say } from '../language/say.ts'
import type { FitScoreFit } from './fit-score.graphql.ts'
import { fitScoreTexts as texts } from './fit-score.texts.ts'
import { renderCriteria } from './render-criteria.ts'
import { renderGauge } from './render-gauge.ts'
import { renderSign } from './render-sign.ts'
import { judge } from './verdict.ts'

/** A customer's fit to draw. */
export interface FitView {
  readonly name: string
  readonly fit: FitScoreFit
  readonly locale: Locale
  /** The level of its heading, 1-6. */
  readonly level: number
}

export function renderFit(view: FitView): TemplateResult {
  const { fit, locale, level } = view
  const { kind, text } = judge(fit, locale)
  return html`<article class="stack card" aria-labelledby="name">${renderFitHeader(view)}<div class="answer">${renderGauge(fit, locale)}<div class="stack"><div class="verdict" part="verdict">${renderSign(kind)}<div><p class="title">${say(locale, texts[kind])}</p><p>${text}</p>${
    kind === 'disqualified'
      ? html`<ul>${fit.disqualifiedBy.map((reason) => html`<li>${reason}</li>`)}</ul>`
      : ''
  }</div></div><ul class="plain row muted">${
    fit.band ? html`<li part="band"><b>${say(locale, texts.band, fit.band.label)}</b></li>` : ''
  }<li part="coverage">${say(locale, texts.coverage, formatPercent(locale, fit.coverage))}</li></ul>${renderNextQuestion(fit, locale)}</div></div><section><div class="title" role="heading" aria-level=${level + 1}>${say(locale, texts.criteria)}</div>${renderCriteria(fit.criteria, locale)}</section><slot name="footer"></slot></article>`
}

/** Whose fit by which scorecard. */
export function renderFitHeader({ name, fit: { scorecard }, locale, level }: FitView): TemplateResult {
  return html`<header><p class="label" part="scorecard">${scorecard.name} · ${say(locale, texts.revision, scorecard.revision)}</p><div class="name" part="name" id="name" role="heading" aria-level=${level}>${name}</div></header>`
}

function renderNextQuestion({ nextQuestion, criteria }: FitScoreFit, locale: Locale) {
  if (nextQuestion === null) return ''
  const label = criteria.find(({ key }) => key === nextQuestion.criterion)?.label ?? ''
  return html`<div class="tile" part="next-question"><p class="label kind">${say(locale, texts.nextQuestion)}${label && ` · ${label}`}</p><p class="question">${nextQuestion.question}</p></div>`
}
