import { html, nothing, type TemplateResult } from 'lit'

/** A state with nothing to show: what it is, what the reader can do, what the web team can check. */
export interface Notice {
  readonly kind: 'empty' | 'error' | 'forbidden' | 'expired'
  readonly title: string
  readonly text: string
  readonly level: number
  readonly action?: { readonly label: string; readonly busy: boolean; readonly run: () => void }
  readonly advice?: { readonly summary: string; readonly text: string; readonly code: string }
}

export function renderNotice({ kind, title, text, level, action, advice }: Notice): TemplateResult {
  return html`
    <div class="notice notice-${kind}" part="notice">
      ${renderSign(kind)}
      <div class="notice-words">
        <div class="notice-title" role="heading" aria-level=${level}>${title}</div>
        <p>${text}</p>
        ${
          action &&
          html`<button part="button" type="button" aria-disabled=${action.busy} @click=${() => action.busy || action.run()}>
            ${action.label}
          </button>`
        }
        ${
          advice
            ? html`<details class="advice">
              <summary>${advice.summary}</summary>
              <p>${advice.text}</p>
              <p><code>${advice.code}</code></p>
            </details>`
            : nothing
        }
      </div>
    </div>
  `
}

/** A sign that tells the states apart without colour. */
function renderSign(kind: Notice['kind']): TemplateResult {
  return html`<svg class="sign" viewBox="0 0 32 32" aria-hidden="true">
    <circle cx="16" cy="16" r="14.5" />
    <path d=${signs[kind]} />
  </svg>`
}

const signs = {
  empty: 'M9 16h14',
  error: 'M16 9v9M16 22.5v.5',
  forbidden: 'M10.5 15.5h11v7h-11zM12.5 15.5v-3a3.5 3.5 0 0 1 7 0v3',
  expired: 'M16 8.5V16l5 3.5',
} satisfies Record<Notice['kind'], string>
