import type { Locale } from '@profilkort/domain/locales/locale'
import { html, type TemplateResult } from 'lit'
import type { Failure } from '../transport/failure.ts'
import { advise } from './advice.texts.ts'
import type { LoadState } from './load-state.ts'
import { renderNotice } from './render-notice.ts'
import { stateTexts } from './states.texts.ts'

/** What stands around an element's content in every state. */
export interface Frame<Content> {
  readonly state: LoadState<Content>
  readonly busy: boolean
  readonly locale: Locale
  readonly emptyTitle: string
  readonly headingLevel: number
  readonly skeleton: () => TemplateResult
  readonly content: (content: Content) => TemplateResult
  readonly retry: () => void
}

/** The element in its state, in the language of its surroundings. */
export function renderFrame<Content>(frame: Frame<Content>): TemplateResult {
  const { state, busy, locale } = frame
  return html`
    <div class="frame" part="frame" lang=${locale} aria-busy=${busy || state.kind === 'loading'} tabindex="-1">
      ${renderState(frame)}
    </div>
    <div class="hidden" role="status" lang=${locale}>${spoken(frame)}</div>
  `
}

function renderState<Content>(frame: Frame<Content>): TemplateResult {
  const { state, locale } = frame
  switch (state.kind) {
    case 'loading':
      return html`<slot name="loading">
        <p class="hidden">${stateTexts[locale].loading}</p>
        <div class="skeleton" part="skeleton" aria-hidden="true">${frame.skeleton()}</div>
      </slot>`
    case 'ready':
      return frame.content(state.content)
    case 'empty':
      return html`<slot name="empty">
        ${renderNotice({ kind: 'empty', title: frame.emptyTitle, text: stateTexts[locale].emptyText, level: frame.headingLevel })}
      </slot>`
    case 'failed':
      return renderFailure(frame, state.failure)
  }
}

function renderFailure<Content>(
  { locale, busy, retry, headingLevel: level }: Frame<Content>,
  reason: Failure,
) {
  const texts = stateTexts[locale]
  switch (reason.kind) {
    case 'error':
      return html`<slot name="error">
        ${renderNotice({
          kind: 'error',
          title: texts.errorTitle,
          text: texts.errorText,
          level,
          action: { label: busy ? texts.retrying : texts.retry, busy, run: retry },
        })}
      </slot>`
    case 'forbidden':
      return html`<slot name="forbidden">
        ${renderNotice({
          kind: 'forbidden',
          title: texts.forbiddenTitle,
          text: texts.forbiddenText,
          level,
          advice: { summary: texts.forWebTeam, text: advise(locale, reason.code), code: reason.code },
        })}
      </slot>`
    case 'expired':
      return html`<slot name="expired">
        ${renderNotice({
          kind: 'expired',
          title: texts.expiredTitle,
          text: texts.expiredText,
          level,
          action: { label: texts.reloadPage, busy, run: () => location.reload() },
        })}
      </slot>`
  }
}

/** What a screen reader hears when a retry starts and when something went wrong. */
function spoken<Content>({ state, busy, locale }: Frame<Content>): string {
  const texts = stateTexts[locale]
  if (state.kind !== 'failed') return ''
  if (busy) return texts.retrying
  switch (state.failure.kind) {
    case 'error':
      return texts.errorTitle
    case 'forbidden':
      return texts.forbiddenTitle
    case 'expired':
      return texts.expiredTitle
  }
}
