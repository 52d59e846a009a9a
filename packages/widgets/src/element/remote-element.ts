// biome-ignore-all lint/complexity/noThisInStatic: attributes are read of each class that extends this one
import type { Locale } from '@profilkort/domain/locales/locale'
import { render, type TemplateResult } from 'lit-html'
import { configuration } from '../configuration.ts'
import type { Answer } from '../data/ask.ts'
import { type Failure, type FailureKind, kindOf } from '../data/failure.ts'
import { want } from '../data/store.ts'
import type { Text } from '../language/say.ts'
import { follow } from '../surroundings/follow.ts'
import { whenInSight } from '../surroundings/sight.ts'
import { nearestLocale, nearestSetting } from '../surroundings/surroundings.ts'
import { adoptProperties, reflect } from './attributes.ts'
import { frameStyles } from './frame.styles.ts'
import type { LoadState } from './load-state.ts'
import { renderFrame } from './render-frame.ts'
import { renderSkeleton } from './render-skeleton.ts'
import { stateTexts } from './states.texts.ts'

/** What an element wants to show: a kind of question and of whom it is asked; see `Ask`. */
export interface Wish {
  /** Without the locale: `fit/ideal-customer`. */
  readonly what: string
  readonly keys: readonly string[]
  /** Whether it needs a token or a session; a publishable key is enough otherwise. */
  readonly isPersonal?: boolean
}

/** The attributes that every element has. */
const common = ['api', 'key', 'token', 'heading-level', 'loading', 'paused', 'lang', 'dir']

const sheets = new WeakMap<object, CSSStyleSheet>()
function sheetOf(text: { readonly css: string }): CSSStyleSheet {
  const sheet = sheets.get(text) ?? new CSSStyleSheet()
  if (!sheets.has(text)) sheet.replaceSync(text.css)
  sheets.set(text, sheet)
  return sheet
}

/**
 * An element that shows what the API answers. It asks when it comes in sight and whenever what it asks for becomes
 * another. While it asks again for the same thing (another language, a new token, a retry) it keeps what it shows.
 */
export abstract class RemoteElement<Content> extends HTMLElement {
  /** Its own attributes. */
  static readonly attributes: readonly string[] = []
  static readonly styles: { readonly css: string }
  static get observedAttributes(): readonly string[] {
    const all = [...this.attributes, ...common]
    reflect(this as unknown as CustomElementConstructor, all.slice(0, -2))
    return all
  }

  declare api: string | undefined
  declare publishableKey: string | undefined
  declare token: string | undefined
  declare headingLevel: string | undefined
  declare loading: string | undefined
  declare paused: string | undefined

  /** Settles when everything that was changed is shown. */
  updateComplete: Promise<void> = Promise.resolve()
  protected locale: Locale = 'en'
  #root!: ShadowRoot
  /** Markup of a server stands there until there is something to show. */
  #isServerRendered = false
  #state: LoadState<Content> = { kind: 'loading' }
  #busy = false
  #seen = false
  #queued = false
  #asked = ''
  #subject = ''
  #leave: (() => void)[] = []
  #stop: (() => void)[] = []

  /** What to ask, or what is missing. */
  protected abstract wish(): Wish | Failure
  /** What to show of the answers, in the order of the keys; undefined where there is nothing. */
  protected abstract pick(answers: readonly unknown[]): Content | undefined
  protected abstract renderContent(content: Content): TemplateResult
  protected renderSkeleton(): TemplateResult {
    return renderSkeleton()
  }
  protected get emptyTitle(): Text {
    return stateTexts.empty
  }

  connectedCallback(): void {
    if (!this.#root) {
      const shadow = this.attachInternals().shadowRoot
      this.#isServerRendered = shadow !== null
      this.#root = shadow ?? this.attachShadow({ mode: 'open' })
      const { styles, attributes } = this.constructor as typeof RemoteElement
      this.#root.adoptedStyleSheets = [sheetOf(frameStyles), sheetOf(styles)]
      adoptProperties(this, [...attributes, ...common.slice(0, -2)])
    }
    const changed = () => this.requestUpdate()
    const online = () => this.#failedBy('offline') && this.reload()
    addEventListener('online', online)
    this.#leave = [follow(this, changed), () => removeEventListener('online', online)]
    if (!this.#seen) this.#leave.push(whenInSight(this, () => this.#see()))
    this.requestUpdate()
  }

  disconnectedCallback(): void {
    for (const leave of this.#leave) leave()
    // One that is only moved is back at once.
    queueMicrotask(() => {
      if (this.isConnected) return
      this.#release()
      this.#asked = ''
    })
  }

  attributeChangedCallback(): void {
    this.requestUpdate()
  }

  /** Asks again. Settles when the answer is shown. */
  async reload(): Promise<void> {
    const heldFocus = this.#root.activeElement !== null
    await this.#ask(true)
    if (heldFocus && !this.#failedBy()) this.#root.querySelector<HTMLElement>('.frame')?.focus()
  }

  /** The level (1-6) of the element's own heading in the page. */
  protected get level(): number {
    return Number(this.headingLevel) || 2
  }

  /** Where it asks, and by which token. */
  protected get origin(): readonly [api: string, token: string | undefined] {
    return [nearestSetting(this, 'api') ?? configuration().api ?? '', nearestSetting(this, 'token')]
  }

  /** Shows at the end of the turn what was changed. */
  protected requestUpdate(): void {
    if (this.#queued || !this.isConnected) return
    this.#queued = true
    this.updateComplete = this.#update()
  }

  async #update(): Promise<void> {
    await Promise.resolve()
    this.#queued = false
    this.locale = nearestLocale(this)
    if (this.#plan() !== this.#asked) void this.#ask()
    else this.#render()
  }

  #see(): void {
    this.#seen = true
    if (this.loading !== 'eager') void this.#ask()
  }

  /** All that decides what is asked, as one text. */
  #plan(): string {
    const wish = this.wish()
    const { api, key } = configuration()
    const paused = (nearestSetting(this, 'paused') ?? 'false') !== 'false'
    const token = nearestSetting(this, 'token')
    const credential =
      'what' in wish && wish.isPersonal ? token : (nearestSetting(this, 'key') ?? key ?? token)
    const eager = this.loading === 'eager'
    return JSON.stringify([wish, nearestSetting(this, 'api') ?? api, credential, this.locale, paused, eager])
  }

  async #ask(again = false): Promise<void> {
    if (!this.isConnected) return
    this.locale = nearestLocale(this)
    const plan = this.#plan()
    this.#asked = plan
    this.#release()
    const [wish, api, credential, locale, paused] = JSON.parse(plan) as [
      Wish & Failure,
      string,
      string | null,
      Locale,
      boolean,
    ]
    if (wish.code) return this.#fail(wish)
    const isOurs = credential === null && wish.isPersonal && api === location.origin
    const problem = !URL.canParse(api ?? '')
      ? 'MISSING_API'
      : paused
        ? 'PAUSED'
        : // The studio's own pages ask as whoever is signed in.
          !credential && !isOurs && (wish.isPersonal ? 'MISSING_TOKEN' : 'MISSING_KEY')
    if (problem) return this.#fail({ code: problem, message: 'docs/widgets.md#codes' })
    const subject = JSON.stringify([api, wish])
    if (subject !== this.#subject) this.#state = { kind: 'loading' }
    this.#subject = subject
    this.#busy = this.#state.kind !== 'loading'
    if (!this.#seen && this.loading !== 'eager') return this.#render()
    const [kind, ...rest] = wish.what.split('/')
    const what = [kind, locale, ...rest].join('/')
    const answers: Answer[] = []
    await new Promise<void>((resolve) => {
      for (const [index, key] of wish.keys.entries()) {
        const told = (answer: Answer) => {
          const old = answers[index]
          const isSame = old && JSON.stringify(old) === JSON.stringify(answer)
          answers[index] = answer
          if (Object.keys(answers).length < wish.keys.length) return
          if (!isSame || this.#busy) void this.#answered(answers)
          resolve()
        }
        this.#stop.push(want({ api, credential: credential ?? '', what, key }, told, again))
      }
      // What is kept was told, and shown, at once.
      if (this.#busy || this.#state.kind === 'loading') this.#render()
    })
    await this.updateComplete
  }

  #release(): void {
    for (const stop of this.#stop) stop()
    this.#stop = []
  }

  async #answered(answers: readonly Answer[]): Promise<void> {
    const failed = answers.find((answer) => 'failure' in answer)
    if (failed) return this.#fail(failed.failure)
    const content = this.pick(answers.map((answer) => ('data' in answer ? answer.data : undefined)))
    this.#show(content === undefined ? { kind: 'empty' } : { kind: 'ready', content })
    await this.updateComplete
    if (content === undefined) this.tell('load', 'NOT_FOUND', '')
    else this.tell('load', 'LOADED', '')
  }

  async #fail(reason: Failure): Promise<void> {
    this.#show({ kind: 'failed', failure: reason })
    await this.updateComplete
    this.tell('error', reason.code, reason.message)
  }

  #failedBy(kind?: FailureKind): boolean {
    return this.#state.kind === 'failed' && (!kind || kindOf(this.#state.failure) === kind)
  }

  #show(state: LoadState<Content>): void {
    this.#busy = false
    this.#state = state
    this.#render()
  }

  /** Dispatches `pk-load`, `pk-error` or `pk-answer`. */
  protected tell(type: 'load' | 'error' | 'answer', code: string, message: string): void {
    this.dispatchEvent(
      new CustomEvent(`pk-${type}`, { detail: { code, message }, bubbles: true, composed: true }),
    )
  }

  #render(): void {
    if (!this.isConnected) return
    if (this.#isServerRendered) {
      if (this.#state.kind === 'loading') return
      this.#isServerRendered = false
      this.#root.replaceChildren()
    }
    const template = renderFrame({
      state: this.#state,
      busy: this.#busy,
      locale: this.locale,
      emptyTitle: this.emptyTitle,
      level: this.level,
      skeleton: () => this.renderSkeleton(),
      content: (content: Content) => this.renderContent(content),
      retry: () => void this.reload(),
    })
    render(template, this.#root)
  }
}
