import { html, type TemplateResult } from 'lit-html'
import type { Failure } from '../data/failure.ts'
import { RemoteElement, type Wish } from '../element/remote-element.ts'
import { formatNumber } from '../language/formats.ts'
import { say } from '../language/say.ts'
import type { SegmentSizeData, SegmentSizeSegment } from './segment-size.graphql.ts'
import { segmentSizeStyles } from './segment-size.styles.ts'
import { segmentSizeTexts as texts } from './segment-size.texts.ts'

/**
 * How many customers a segment holds, with its rule as a sentence.
 *
 * @tagname pk-segment-size
 * @attr {string} segment - The segment's slug.
 * @attr {string} token - An embed token whose `segments` name it.
 *
 * @csspart name - The heading.
 * @csspart count - The number of customers, or that there are few.
 * @csspart sentence - The segment's rule in words.
 */
export class SegmentSize extends RemoteElement<SegmentSizeSegment> {
  static override readonly attributes = ['segment']
  static override readonly styles = [segmentSizeStyles]

  declare segment: string | undefined

  protected override get emptyTitle() {
    return texts.empty
  }

  protected wish(): Wish | Failure {
    if (!this.segment) return { code: 'MISSING_ATTRIBUTE', message: 'segment' }
    return { what: 'segment', keys: [this.segment], isPersonal: true }
  }

  protected pick(answers: readonly unknown[]): SegmentSizeSegment | undefined {
    return (answers as SegmentSizeData[])[0]?.segment ?? undefined
  }

  protected renderContent({ name, sentence, customerCount: count }: SegmentSizeSegment): TemplateResult {
    const { locale } = this
    const many = count === 1 ? texts.customer : texts.customers
    return html`<article class="stack" aria-labelledby="name"><div class="title" part="name" id="name" role="heading" aria-level=${this.level}>${name}</div><p part="count"><span class="count">${
      count === null ? say(locale, texts.few) : formatNumber(locale, count)
    }</span> <span class="muted">${say(locale, many)}</span></p><p class="muted small" part="sentence">${sentence}</p><slot name="footer"></slot></article>`
  }
}
