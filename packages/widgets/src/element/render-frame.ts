import type { Locale } from '@profilkort/domain/locales/locale'
import { html, type TemplateResult } from 'lit-html'
import { type FailureKind, kindOf } from '../data/failure.ts'
import { say, type Text } from '../language/say.ts'
import type { LoadState } from './load-state.ts'
import { plain } from './plain.ts'
import { stateTexts } from './states.texts.ts'

/** What stands around an element's content in every state. */
export interface Frame {
  readonly host: Element
  readonly state: LoadState<unknown>
  readonly busy: boolean
  readonly locale: Locale
  readonly emptyTitle: Text
  /** The level of its heading, 1-6. */
  readonly level: number
  /** What it shows where it is ready. */
  readonly content: object | false
  readonly retry: () => void
}

type NoticeKind = FailureKind | 'empty'

/** The element in its state, in the language of its surroundings. */
export function renderFrame(frame: Frame): TemplateResult {
  const { host, state, busy, locale } = frame
  const kind = state.failure ? kindOf(state.failure) : state.kind
  const text = kind === 'empty' ? frame.emptyTitle : stateTexts[kind as FailureKind | 'loading']
  // What is heard is what is seen, also where the page has words of its own for the state.
  const own = host.querySelector(`:scope>[slot=${kind}]`)?.textContent
  return html`<div class="frame" part="frame" lang=${locale} aria-busy=${busy || kind === 'loading'} tabindex="-1">${
    frame.content ||
    (kind === 'loading'
      ? plain('slot', [plain('div', [], { class: 'bars', part: 'skeleton' })], { name: kind })
      : html`<slot name=${kind}>${renderNotice(frame, kind as NoticeKind, text)}</slot>`)
  }</div><div class="hidden" role="status" lang=${locale}>${own ?? say(locale, busy && state.failure ? stateTexts.loading : text)}</div>`
}

/** A state with nothing to show: what it is, what the reader can do, what the web team can check. */
function renderNotice(
  { state: { failure }, locale, level, busy, retry }: Frame,
  kind: NoticeKind,
  text: Text,
) {
  const isExpired = kind === 'expired'
  const run = () => busy || (isExpired ? location.reload() : retry())
  return html`<div class="notice ${kind}" part="notice"><svg class="sign" viewBox="0 0 32 32" aria-hidden="true"><circle cx="16" cy="16" r="14" /><path d=${signs[kind]} /></svg><div class="stack"><div class="title" role="heading" aria-level=${level}>${say(locale, text)}</div>${
    kind === 'forbidden'
      ? html`<details><summary class="muted">${say(locale, stateTexts.details)}</summary><p class="muted" lang="en" dir="ltr"><code>${failure?.code}</code> ${failure?.message}</p></details>`
      : failure && failure.code !== 'PAUSED'
        ? html`<button part="button" aria-disabled=${busy} @click=${run}>${say(locale, stateTexts[isExpired ? 'reload' : busy ? 'loading' : 'retry'])}</button>`
        : ''
  }</div></div>`
}

/** Signs that tell the states apart without colour. */
const signs = {
  empty: 'M9 16h14',
  error: 'M16 9v9m0 4v1',
  forbidden: 'M10 16h12v7H10zm2 0v-3a4 4 0 0 1 8 0v3',
  expired: 'M16 8v8l5 4',
  offline: 'm9 9 14 14m0-14L9 23',
  paused: 'M13 11v10m6-10v10',
}
