import type { Locale } from '@profilkort/domain/locales/locale'
import { html, type TemplateResult } from 'lit-html'
import { type Failure, kindOf } from '../data/failure.ts'
import { say, type Text } from '../language/say.ts'
import type { LoadState } from './load-state.ts'
import { stateTexts } from './states.texts.ts'

/** What stands around an element's content in every state. */
export interface Frame<Content> {
  readonly state: LoadState<Content>
  readonly busy: boolean
  readonly locale: Locale
  readonly emptyTitle: Text
  /** The level of its heading, 1-6. */
  readonly level: number
  readonly skeleton: () => TemplateResult
  readonly content: (content: Content) => TemplateResult
  readonly retry: () => void
}

/** The element in its state, in the language of its surroundings. */
export function renderFrame<Content>(frame: Frame<Content>): TemplateResult {
  const { state, busy, locale } = frame
  const isLoading = state.kind === 'loading'
  const spoken =
    state.kind !== 'failed' ? '' : say(locale, busy ? stateTexts.retrying : stateTexts[kindOf(state.failure)])
  return html`<div class="frame" part="frame" lang=${locale} aria-busy=${busy || isLoading} tabindex="-1">${
    isLoading
      ? html`<slot name="loading"><p class="hidden">${say(locale, stateTexts.loading)}</p><div class="stack" part="skeleton" aria-hidden="true">${frame.skeleton()}</div></slot>`
      : state.kind === 'ready'
        ? frame.content(state.content)
        : renderNotice(frame, state.kind === 'failed' ? state.failure : undefined)
  }</div><div class="hidden" role="status" lang=${locale}>${spoken}</div>`
}

/** A state with nothing to show: what it is, what the reader can do, what the web team can check. */
function renderNotice<Content>(
  { locale, emptyTitle, level, busy, retry }: Frame<Content>,
  reason: Failure | undefined,
) {
  const kind = reason ? kindOf(reason) : 'empty'
  const button = kind === 'expired' ? stateTexts.reloadPage : busy ? stateTexts.retrying : stateTexts.retry
  const run = () => busy || (kind === 'expired' ? location.reload() : retry())
  return html`<slot name=${kind}><div class="notice ${kind}" part="notice"><svg class="sign" viewBox="0 0 32 32" aria-hidden="true"><circle cx="16" cy="16" r="14.5" /><path d=${signs[kind]} /></svg><div class="stack"><div class="title" role="heading" aria-level=${level}>${say(locale, reason ? stateTexts[kind] : emptyTitle)}</div><p class="muted">${say(locale, stateTexts[`${kind}Text`])}</p>${
    kind === 'forbidden'
      ? html`<details><summary class="muted">${say(locale, stateTexts.forWebTeam)}</summary><p class="muted" lang="en" dir="ltr"><code>${reason?.code}</code> ${reason?.message}</p></details>`
      : kind !== 'empty' && reason?.code !== 'PAUSED'
        ? html`<button part="button" type="button" aria-disabled=${busy} @click=${run}>${say(locale, button)}</button>`
        : ''
  }</div></div></slot>`
}

/** Signs that tell the states apart without colour. */
const signs = {
  empty: 'M9 16h14',
  error: 'M16 9v9M16 22.5v.5',
  forbidden: 'M10.5 15.5h11v7h-11zM12.5 15.5v-3a3.5 3.5 0 0 1 7 0v3',
  expired: 'M16 8.5V16l5 3.5',
  offline: 'm9 9 14 14M16 23v.5M11 18q5-4 10 0M8 13.5q8-6 16 0',
  paused: 'M12.5 10.5v11m7-11v11',
}
