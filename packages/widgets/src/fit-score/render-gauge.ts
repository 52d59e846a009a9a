import type { Locale } from '@profilkort/domain/locales/locale'
import { html, nothing, svg, type TemplateResult } from 'lit'
import { formatNumber } from '../language/formats.ts'
import type { FitScoreFit } from './fit-score.graphql.ts'
import { fitScoreTexts } from './fit-score.texts.ts'
import { arcBetween, gauge, pointAt } from './gauge.ts'
import { describeGauge } from './verdict.ts'

/** The points on their scale: what is reached, what the unknown can add (hatched), and the threshold's mark. */
export function renderGauge(fit: FitScoreFit, locale: Locale): TemplateResult {
  const texts = fitScoreTexts[locale]
  const write = (value: number) => formatNumber(locale, value)
  return html`
    <figure class="gauge" part="gauge">
      <div class="dial" role="img" aria-label=${describeGauge(fit, locale)}>
        ${renderDial(fit)}
        <div class="reading">
          <span class="points">${write(fit.points)}</span>
          <span class="maximum">${texts.ofMaximum(write(fit.maximum))}</span>
        </div>
      </div>
      <figcaption aria-hidden="true">
        ${
          fit.range.high > fit.range.low
            ? html`<span><i class="key key-range"></i>${texts.possible(write(fit.range.low), write(fit.range.high))}</span>`
            : nothing
        }
        <span><i class="key key-threshold"></i>${texts.threshold(write(fit.threshold))}</span>
      </figcaption>
    </figure>
  `
}

function renderDial({ points, maximum, range, threshold }: FitScoreFit): TemplateResult {
  const share = (value: number) => value / maximum
  const [inner, outer] = [pointAt(share(threshold), -14), pointAt(share(threshold), 14)]
  return html`<svg viewBox="0 0 ${gauge.width} ${gauge.height}">
    <path class="track" d=${arcBetween(0, 1)} />
    ${svg`<path class="range" d=${arcBetween(share(range.low), share(range.high))} />`}
    ${svg`<path class="reached" d=${arcBetween(0, share(points))} />`}
    ${svg`<path class="threshold-edge" d=${`M${inner.x} ${inner.y}L${outer.x} ${outer.y}`} />`}
    ${svg`<path class="threshold" d=${`M${inner.x} ${inner.y}L${outer.x} ${outer.y}`} />`}
  </svg>`
}
