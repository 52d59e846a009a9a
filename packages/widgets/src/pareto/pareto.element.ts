import { html, type TemplateResult } from 'lit-html'
import { RemoteElement, type Wish } from '../element/remote-element.ts'
import { formatNumber, formatPercent } from '../language/formats.ts'
import { say } from '../language/say.ts'
import type { ParetoData, ParetoShare } from './pareto.graphql.ts'
import { paretoStyles } from './pareto.styles.ts'
import { paretoTexts as texts } from './pareto.texts.ts'

/**
 * What share of sales the best customers make up: a sentence, a curve, and the curve's figures in a table.
 *
 * @tagname pk-pareto
 * @attr {string} token - An embed token that says `pareto`.
 *
 * @csspart name - The heading.
 * @csspart sentence - The answer in words.
 * @csspart curve - The curve.
 * @csspart table - The curve's figures.
 */
export class Pareto extends RemoteElement<ParetoShare> {
  static override readonly styles = [paretoStyles]

  protected override get emptyTitle() {
    return texts.empty
  }

  protected wish(): Wish {
    return { what: 'pareto', keys: ['all'], isPersonal: true }
  }

  protected pick(answers: readonly unknown[]): ParetoShare | undefined {
    return (answers as ParetoData[])[0]?.paretoShare ?? undefined
  }

  protected renderContent({
    customers,
    topCustomers,
    topShare,
    customersFor80Percent,
    curve,
  }: ParetoShare): TemplateResult {
    const { locale } = this
    const [number, share] = [formatNumber, formatPercent].map(
      (write) => (value: number) => write(locale, value),
    ) as [(value: number) => string, (value: number) => string]
    const line = curve
      .map((point) => `L${(100 * point.customers).toFixed(1)} ${(60 - 60 * point.total).toFixed(1)}`)
      .join('')
    const shown = curve.filter((_, index) => index > 0 && index % Math.ceil(curve.length / 10) === 0)
    return html`<article class="stack" aria-labelledby="name"><div class="title" part="name" id="name" role="heading" aria-level=${this.level}>${say(locale, texts.title)}</div><p part="sentence">${say(locale, texts.top, number(topCustomers), number(customers), share(topShare))} ${say(locale, texts.eighty, number(customersFor80Percent))}</p><svg class="plot" part="curve" viewBox="0 -1 100 62" aria-hidden="true"><path class="area" d="M0 60${line}L100 60z" /><path class="even" d="M0 60L100 0" /><path d="M0 0V60H100" /><path class="curve" d="M0 60${line}" /></svg><details><summary>${say(locale, texts.table)}</summary><table part="table"><thead><tr><th scope="col">${say(locale, texts.customers)}</th><th scope="col">${say(locale, texts.sales)}</th></tr></thead><tbody>${shown.map(
      (point) => html`<tr><th scope="row">${share(point.customers)}</th><td>${share(point.total)}</td></tr>`,
    )}</tbody></table></details><slot name="footer"></slot></article>`
  }
}
