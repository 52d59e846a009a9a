import { html, type TemplateResult } from 'lit'

/** A card of the usual size with bars for words, so that little moves when the words arrive. */
export function renderProfileSkeleton(): TemplateResult {
  return html`
    <div class="bar bar-label"></div>
    <div class="bar bar-heading"></div>
    <div class="bar"></div>
    <div class="bar bar-short"></div>
    <div class="bars">
      <div class="bar bar-tile"></div>
      <div class="bar bar-tile"></div>
      <div class="bar bar-tile"></div>
    </div>
    <div class="bar"></div>
    <div class="bar bar-short"></div>
  `
}
