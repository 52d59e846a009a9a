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
 * @attr {string} token - An embed token that names the customer, minted by the page's own server. A new one may be
 *   set at any time; the score is then asked for again.
 * @attr {string} api - The API's origin; without it, where the script was loaded from.
 * @attr {number} heading-level - The level of the score's heading in the page, 1-6; 2 without it.
 * @attr {string} lang - The language to show; without it, the nearest `lang` around the element.
 *
 * @slot loading - Instead of the skeleton.
 * @slot empty - Instead of the notice that there is no such customer.
 * @slot error - Instead of the notice that the score could not be fetched.
 * @slot forbidden - Instead of the notice that the page has no access.
 * @slot expired - Instead of the notice that the token has expired.
 * @slot footer - After the criteria, for a link or a contact.
 *
 * @event {CustomEvent<LoadDetail>} pk-load - The score is shown (`LOADED`), or there is no such customer (`NOT_FOUND`).
 * @event {CustomEvent<LoadDetail>} pk-error - The score could not be shown; `detail` says why. On `TOKEN_EXPIRED` a
 *   page may set a new `token`.
 *
 * @csspart frame - The box around everything.
 * @csspart scorecard - The line that names scorecard and revision.
 * @csspart name - The heading.
 * @csspart gauge - The gauge with its legend.
 * @csspart verdict - The answer in words.
 * @csspart band - The band.
 * @csspart coverage - How much of the scorecard is known.
 * @csspart next-question - What to ask next.
 * @csspart criteria - The list of criteria.
 * @csspart criterion - One criterion.
 * @csspart notice - What is shown where there is no score.
 * @csspart button - A button in a notice.
 * @csspart skeleton - What is shown while loading.
 *
 * @cssproperty [--pk-accent] - Marks, the gauge and the answer yes.
 * @cssproperty [--pk-surface] - The ground.
 * @cssproperty [--pk-text] - The text.
 * @cssproperty [--pk-muted] - Secondary text.
 * @cssproperty [--pk-border] - Lines.
 * @cssproperty [--pk-radius] - The rounding of corners.
 * @cssproperty [--pk-padding] - The space inside.
 * @cssproperty [--pk-font] - The font family of text; the page's own without it.
 * @cssproperty [--pk-font-heading] - The font family of the name and the points.
 * @cssproperty [--pk-min-height] - The height kept free while loading, so that the page below does not move.
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
