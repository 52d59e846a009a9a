import { html, type TemplateResult } from 'lit-html'

/** Bars for words, so that little moves when the words arrive. */
export function renderSkeleton(): TemplateResult {
  return html`<div class="bar"></div><div class="bar big"></div><div class="bar"></div><div class="bar big"></div><div class="bar big"></div>`
}
