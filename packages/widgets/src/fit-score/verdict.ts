import type { Locale } from '@profilkort/domain/locales/locale'
import { formatNumber, formatPercent } from '../language/formats.ts'
import type { FitScoreFit } from './fit-score.graphql.ts'
import { fitScoreTexts } from './fit-score.texts.ts'

/** The answer a reader came for, in words. */
export interface Verdict {
  readonly kind: 'yes' | 'no' | 'undecided' | 'disqualified' | 'insufficient'
  readonly title: string
  readonly text: string
}

/** A disqualified customer or one too little is known of gets that answer, whatever its points. */
export function judge(fit: FitScoreFit, locale: Locale): Verdict {
  const texts = fitScoreTexts[locale]
  switch (fit.status) {
    case 'DISQUALIFIED':
      return { kind: 'disqualified', title: texts.disqualified, text: texts.regardless }
    case 'INSUFFICIENT_DATA':
      return {
        kind: 'insufficient',
        title: texts.insufficient,
        text: texts.insufficientWhy(formatPercent(locale, fit.coverage)),
      }
    case 'SCORED':
      return judgeThreshold(fit, locale)
  }
}

function judgeThreshold(fit: FitScoreFit, locale: Locale): Verdict {
  const texts = fitScoreTexts[locale]
  const [points, low, high, threshold] = [fit.points, fit.range.low, fit.range.high, fit.threshold].map(
    (value) => formatNumber(locale, value),
  ) as [string, string, string, string]
  const title = texts.answers[fit.meetsThreshold]
  switch (fit.meetsThreshold) {
    case 'YES':
      return { kind: 'yes', title, text: texts.enough(points, threshold) }
    case 'NO': {
      const text =
        fit.range.high > fit.points ? texts.neverEnough(high, threshold) : texts.notEnough(points, threshold)
      return { kind: 'no', title, text }
    }
    case 'UNDECIDED':
      return { kind: 'undecided', title, text: texts.undecided(low, high, threshold) }
  }
}

/** The gauge in words: points, maximum, what is possible, the threshold. */
export function describeGauge(fit: FitScoreFit, locale: Locale): string {
  const texts = fitScoreTexts[locale]
  const write = (value: number) => formatNumber(locale, value)
  const sentences = [
    `${write(fit.points)} ${texts.ofMaximum(write(fit.maximum))}`,
    fit.range.high > fit.range.low ? texts.possible(write(fit.range.low), write(fit.range.high)) : undefined,
    texts.threshold(write(fit.threshold)),
  ]
  return `${sentences.filter((sentence) => sentence !== undefined).join('. ')}.`
}
