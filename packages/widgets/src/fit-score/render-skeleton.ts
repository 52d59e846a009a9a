import { html, type TemplateResult } from 'lit'

/** A score of the usual size with bars for words, so that little moves when the words arrive. */
export function renderFitSkeleton(): TemplateResult {
  return html`
    <div class="bar bar-label"></div>
    <div class="bar bar-heading"></div>
    <div class="answer">
      <div class="bar bar-dial"></div>
      <div class="words">
        <div class="bar bar-short"></div>
        <div class="bar"></div>
        <div class="bar bar-short"></div>
      </div>
    </div>
  `
}
