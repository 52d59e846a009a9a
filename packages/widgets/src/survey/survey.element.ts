import { html, type TemplateResult } from 'lit-html'
import { RemoteElement, type Wish } from '../element/remote-element.ts'
import { shortStyles } from '../element/short.styles.ts'
import { surveyTexts } from './survey.texts.ts'

/**
 * A survey for the page's readers. The server has no surveys yet: it says that the survey is not open.
 *
 * @tagname pk-survey
 * @attr {string} survey - The survey's slug.
 */
export class Survey extends RemoteElement<string> {
  static override readonly attributes = ['survey']
  static override readonly styles = [shortStyles]

  declare survey: string | undefined

  protected override get emptyTitle() {
    return surveyTexts.empty
  }

  protected wish(): Wish {
    return { what: 'survey', keys: [this.survey ?? '*'] }
  }

  protected pick(answers: readonly unknown[]): string | undefined {
    return (answers as { survey?: { name: string } }[])[0]?.survey?.name
  }

  protected renderContent(name: string): TemplateResult {
    return html`<div class="title" role="heading" aria-level=${this.level}>${name}</div><slot name="footer"></slot>`
  }
}
