import type { Locale } from '@profilkort/domain/locales/locale'
import { html, type TemplateResult } from 'lit-html'
import { formatNumber } from '../language/formats.ts'
import { say } from '../language/say.ts'
import type { FitScoreFit } from './fit-score.graphql.ts'
import { fitScoreTexts as texts } from './fit-score.texts.ts'
import { arcBetween, gauge, pointAt } from './gauge.ts'
import { describeGauge } from './verdict.ts'

/** The points on their scale: what is reached, what the unknown can add (hatched), and the threshold's mark. */
export function renderGauge(fit: FitScoreFit, locale: Locale): TemplateResult {
  const { points, maximum, range, threshold } = fit
  const write = (value: number) => formatNumber(locale, value)
  const share = (value: number) => value / maximum
  const [inner, outer] = [pointAt(share(threshold), -14), pointAt(share(threshold), 14)]
  const mark = `M${inner.x} ${inner.y}L${outer.x} ${outer.y}`
  return html`<figure class="gauge" part="gauge"><div class="dial" role="img" aria-label=${describeGauge(fit, locale)}><svg viewBox="0 0 ${gauge.width} ${gauge.height}"><path class="track" d=${arcBetween(0, 1)} /><path class="range" d=${arcBetween(share(range.low), share(range.high))} /><path class="reached" d=${arcBetween(0, share(points))} /><path class="edge" d=${mark} /><path class="threshold" d=${mark} /></svg><div class="reading"><span class="points">${write(points)}</span><br /><span class="muted">${say(locale, texts.ofMaximum, write(maximum))}</span></div></div><figcaption class="row small muted" aria-hidden="true">${
    range.high > range.low
      ? html`<span><i class="key hatched"></i>${say(locale, texts.possible, write(range.low), write(range.high))}</span>`
      : ''
  }<span><i class="key"></i>${say(locale, texts.threshold, write(threshold))}</span></figcaption></figure>`
}
