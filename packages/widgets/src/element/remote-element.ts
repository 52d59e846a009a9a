import { LitElement, type PropertyValues, type TemplateResult } from 'lit'
import { property, state } from 'lit/decorators.js'
import { configuration } from '../configuration.ts'
import { LanguageController } from '../language/language-controller.ts'
import type { Failure } from '../transport/failure.ts'
import { failure } from '../transport/failure.ts'
import { type DocumentRequest, runDocument } from '../transport/run-document.ts'
import { errorEvent, loadEvent } from './load-events.ts'
import type { LoadState } from './load-state.ts'
import { renderFrame } from './render-frame.ts'

/** What an element wants to show: the request, and the subject it is of, without locale and credential. */
export interface Wish {
  readonly subject: string
  readonly request: DocumentRequest
}

/**
 * An element that shows what the API answers. It asks when it is first shown and whenever what it asks for becomes
 * another. While it asks again for the same subject (another language, a new token, a retry) it keeps what it shows.
 */
export abstract class RemoteElement<Content> extends LitElement {
  /** The API's origin. Without it: where the script was loaded from. */
  @property() api: string | undefined
  /** The level (1-6) of the element's own heading in the page. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2

  @state() protected loadState: LoadState<Content> = { kind: 'loading' }
  /** Whether it asks again while something is shown already. */
  @state() private busy = false
  readonly #language = new LanguageController(this)
  #asked = ''
  #subject = ''
  #turn = 0

  protected get locale() {
    return this.#language.locale
  }

  /** What to ask, or what is missing. */
  protected abstract wish(api: string): Wish | Failure
  /** What to show of the answer; undefined where there is nothing. */
  protected abstract pick(data: unknown): Content | undefined
  protected abstract renderContent(content: Content): TemplateResult
  protected abstract renderSkeleton(): TemplateResult
  protected abstract readonly emptyTitle: string

  /** Asks again. Settles when the answer is shown. */
  async reload(): Promise<void> {
    const heldFocus = this.shadowRoot?.activeElement !== null
    await this.#load(this.#plan())
    await this.updateComplete
    if (heldFocus && this.loadState.kind !== 'failed')
      this.shadowRoot?.querySelector<HTMLElement>('.frame')?.focus()
  }

  protected override willUpdate(_changed: PropertyValues): void {
    const plan = this.#plan()
    const identity = JSON.stringify(plan)
    if (identity === this.#asked) return
    this.#asked = identity
    void this.#load(plan)
  }

  protected override render(): TemplateResult {
    return renderFrame({
      state: this.loadState,
      busy: this.busy,
      locale: this.locale,
      emptyTitle: this.emptyTitle,
      headingLevel: this.headingLevel,
      skeleton: () => this.renderSkeleton(),
      content: (content) => this.renderContent(content),
      retry: () => void this.reload(),
    })
  }

  #plan(): Wish | Failure {
    const api = this.api ?? configuration().api
    if (api === undefined || !URL.canParse(api)) {
      return failure('MISSING_API', 'Set `api` to the origin of the API, or load the script from it.')
    }
    return this.wish(api)
  }

  async #load(plan: Wish | Failure): Promise<void> {
    this.#turn += 1
    const turn = this.#turn
    if ('kind' in plan) return this.#fail(plan)
    if (plan.subject !== this.#subject) this.loadState = { kind: 'loading' }
    this.#subject = plan.subject
    this.busy = this.loadState.kind !== 'loading'
    const answer = await runDocument(plan.request)
    if (turn !== this.#turn) return
    if ('failure' in answer) return this.#fail(answer.failure)
    const content = this.pick(answer.data)
    this.busy = false
    this.loadState = content === undefined ? { kind: 'empty' } : { kind: 'ready', content }
    await this.updateComplete
    this.dispatchEvent(
      loadEvent(
        content === undefined
          ? { code: 'NOT_FOUND', message: 'There is nothing here that this key may show.' }
          : { code: 'LOADED', message: 'The element shows what was asked for.' },
      ),
    )
  }

  async #fail(reason: Failure): Promise<void> {
    this.busy = false
    this.loadState = { kind: 'failed', failure: reason }
    await this.updateComplete
    this.dispatchEvent(errorEvent(reason))
  }
}
