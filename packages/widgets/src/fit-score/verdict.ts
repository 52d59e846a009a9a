import type { Locale } from '@profilkort/domain/locales/locale'
import { formatNumber, formatPercent } from '../language/formats.ts'
import { say } from '../language/say.ts'
import type { FitScoreFit } from './fit-score.graphql.ts'
import { fitScoreTexts as texts } from './fit-score.texts.ts'

/** The answer a reader came for; its title is the text of its kind. */
export interface Verdict {
  readonly kind: 'yes' | 'no' | 'undecided' | 'disqualified' | 'insufficient'
  readonly text: string
}

/** A disqualified customer or one too little is known of gets that answer, whatever its points. */
export function judge(fit: FitScoreFit, locale: Locale): Verdict {
  if (fit.status === 'DISQUALIFIED') return { kind: 'disqualified', text: say(locale, texts.regardless) }
  if (fit.status === 'INSUFFICIENT_DATA') {
    return {
      kind: 'insufficient',
      text: say(locale, texts.insufficientWhy, formatPercent(locale, fit.coverage)),
    }
  }
  const write = (value: number) => formatNumber(locale, value)
  const { points, range, meetsThreshold } = fit
  const threshold = write(fit.threshold)
  switch (meetsThreshold) {
    case 'YES':
      return { kind: 'yes', text: say(locale, texts.enough, write(points), threshold) }
    case 'NO':
      return range.high > points
        ? { kind: 'no', text: say(locale, texts.neverEnough, write(range.high), threshold) }
        : { kind: 'no', text: say(locale, texts.notEnough, write(points), threshold) }
    case 'UNDECIDED':
      return {
        kind: 'undecided',
        text: say(locale, texts.between, write(range.low), write(range.high), threshold),
      }
  }
}

/** The gauge in words: points, maximum, what is possible, the threshold. */
export function describeGauge({ points, maximum, range, threshold }: FitScoreFit, locale: Locale): string {
  const write = (value: number) => formatNumber(locale, value)
  return [
    `${write(points)} ${say(locale, texts.ofMaximum, write(maximum))}. `,
    range.high > range.low ? `${say(locale, texts.possible, write(range.low), write(range.high))}. ` : '',
    `${say(locale, texts.threshold, write(threshold))}.`,
  ].join('')
}
