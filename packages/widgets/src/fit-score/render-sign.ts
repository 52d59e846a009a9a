import { html, type TemplateResult } from 'lit-html'
import type { Verdict } from './verdict.ts'

/** A sign that tells the answers apart without colour. */
export function renderSign(kind: Verdict['kind']): TemplateResult {
  return html`<svg class="sign ${kind}" viewBox="0 0 32 32" aria-hidden="true"><circle cx="16" cy="16" r="14" /><path d=${paths[kind]} /></svg>`
}

const paths = {
  yes: 'm10 16.5 4.2 4.2L22.5 12',
  no: 'M10 16h12',
  undecided: 'M12.5 12.6a3.6 3.6 0 1 1 5.2 3.2c-1.2.6-1.7 1.3-1.7 2.7M16 22.6v.4',
  disqualified: 'm11 11 10 10m0-10L11 21',
  insufficient: 'M10 16v.1M16 16v.1M22 16v.1',
} satisfies Record<Verdict['kind'], string>
