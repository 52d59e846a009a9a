import type { TemplateResult } from 'lit-html'
import type { Failure } from '../data/failure.ts'
import { RemoteElement, type Styles, type Wish } from '../element/remote-element.ts'
import type { FitScoreData, FitScoreFit } from './fit-score.graphql.ts'
import { fitScoreStyles } from './fit-score.styles.ts'
import { fitScoreTexts } from './fit-score.texts.ts'
import { renderFit } from './render-fit.ts'

/** A customer's fit, with what it is called. */
export interface NamedFit {
  readonly name: string
  readonly fit: FitScoreFit
}

/**
 * How well a customer fits a scorecard: points on a gauge with the range of what is unknown and the threshold, the
 * answer in words, what to ask next, and every criterion with its reason.
 *
 * @tagname pk-fit-score
 * @attr {string} customer - The customer's id.
 * @attr {string} scorecard - The scorecard's slug.
 * @attr {string} token - An embed token that names the customer. A new one may be set at any time; the score is then
 *   asked for again.
 *
 * @csspart scorecard - The line that names scorecard and revision.
 * @csspart name - The heading.
 * @csspart gauge - The gauge with its legend.
 * @csspart verdict - The answer in words.
 * @csspart band - The band.
 * @csspart coverage - How much of the scorecard is known.
 * @csspart next-question - What to ask next.
 * @csspart criteria - The list of criteria.
 * @csspart criterion - One criterion.
 */
export class FitScore extends RemoteElement<NamedFit> {
  static override readonly attributes: readonly string[] = ['customer', 'scorecard']
  static override readonly styles: readonly Styles[] = [fitScoreStyles]

  declare customer: string | undefined
  declare scorecard: string | undefined

  /** What the API calls the question. */
  protected readonly question: string = 'fit'

  protected override get emptyTitle() {
    return fitScoreTexts.empty
  }

  protected wish(): Wish | Failure {
    if (!this.customer) return { code: 'MISSING_ATTRIBUTE', message: 'customer' }
    if (!this.scorecard) return { code: 'MISSING_ATTRIBUTE', message: 'scorecard' }
    return {
      what: `${this.question}/${encodeURIComponent(this.scorecard)}`,
      keys: [this.customer],
      isPersonal: true,
    }
  }

  protected pick(answers: readonly unknown[]): NamedFit | undefined {
    const [{ customer }] = answers as readonly [FitScoreData]
    return customer?.fit ? { name: customer.name, fit: customer.fit } : undefined
  }

  protected renderContent({ name, fit }: NamedFit): TemplateResult {
    return renderFit({ name, fit, locale: this.locale, level: this.level })
  }
}
