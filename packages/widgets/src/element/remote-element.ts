// biome-ignore-all lint/complexity/noThisInStatic: attributes are read of each class that extends this one
import type { Locale } from '@profilkort/domain/locales/locale'
import { render } from 'lit-html'
import { configuration } from '../configuration.ts'
import type { Answer } from '../data/ask.ts'
import { type Failure, kindOf } from '../data/failure.ts'
import { want } from '../data/store.ts'
import type { Text } from '../language/say.ts'
import { follow, unfollow } from '../surroundings/follow.ts'
import { awaitSight, leaveSight } from '../surroundings/sight.ts'
import { nearestLocale, nearestSetting } from '../surroundings/surroundings.ts'
import { adoptProperties, reflect } from './attributes.ts'
import { frameStyles } from './frame.styles.ts'
import './load-events.ts'
import type { LoadState } from './load-state.ts'
import { renderFrame } from './render-frame.ts'

/** What an element wants to show: a kind of question and of whom it is asked; see `Ask`. */
export interface Wish {
  /** Without the locale: `fit/ideal-customer`. */
  readonly what: string
  readonly keys: readonly string[]
  /** Whether it needs a token or a session; a publishable key is enough otherwise. */
  readonly isPersonal?: boolean
}

/** A style sheet as text, and as what it was made once. */
export interface Styles {
  readonly css: string
  sheet?: CSSStyleSheet
}

/** What comes sooner, in milliseconds, needs no skeleton. */
const skeletonAfter = 200
/** The attributes that every element has. */
const common = ['api', 'key', 'token', 'heading-level', 'loading', 'paused']

/** The style sheet of a text, made once for all elements. */
function sheetOf(styles: Styles): CSSStyleSheet {
  if (!styles.sheet) {
    styles.sheet = new CSSStyleSheet()
    styles.sheet.replaceSync(styles.css)
  }
  return styles.sheet
}

/**
 * An element that shows what the API answers. It asks when it comes in sight and whenever what it asks for becomes
 * another. While it asks again for the same thing (another language, a new token, a retry) it keeps what it shows.
 *
 * @attr {string} api - The API's origin; without it, where the script was loaded from.
 * @attr {string} key - A publishable key; without it, the script tag's `data-key`.
 * @attr {string} token - An embed token, minted by the page's own server. A new one may be set at any time.
 * @attr {1 | 2 | 3 | 4 | 5 | 6} [heading-level=2] - The level of the element's own heading in the page.
 * @attr {"lazy" | "eager"} [loading=lazy] - Whether it asks when it comes in sight, or at once.
 * @attr {boolean} paused - Nothing is asked while it is there: until a reader has agreed, for instance.
 * @attr {string} lang - The language to show; without it, the nearest `lang` around the element.
 *
 * @slot loading - Instead of the skeleton.
 * @slot empty - Instead of the notice that there is nothing of that name.
 * @slot error - Instead of the notice that it could not be fetched.
 * @slot forbidden - Instead of the notice that the page has no access.
 * @slot expired - Instead of the notice that access has expired.
 * @slot offline - Instead of the notice that the browser is offline.
 * @slot paused - Instead of the notice that the element waits.
 * @slot footer - After the content, for a link or a contact.
 *
 * @event {CustomEvent<LoadDetail>} pk-load - It is shown (`LOADED`), or there is nothing of that name (`NOT_FOUND`).
 * @event {CustomEvent<LoadDetail>} pk-error - It could not be shown; `detail` says why. On `TOKEN_EXPIRED` a page may
 *   set a new `token`.
 *
 * @csspart frame - The box around everything.
 * @csspart notice - What is shown where there is no content.
 * @csspart button - A button in a notice.
 * @csspart skeleton - What is shown while loading.
 *
 * @cssproperty [--pk-accent=light-dark(#1c5f58, #8fd3c4)] - Marks, links, curves and the answer yes.
 * @cssproperty [--pk-surface=light-dark(#fffefb, #161d1f)] - The ground.
 * @cssproperty [--pk-text=light-dark(#1c282c, #e9eeec)] - The text.
 * @cssproperty [--pk-muted=light-dark(#526066, #a5b3b3)] - Secondary text.
 * @cssproperty [--pk-border=light-dark(#dcded7, #34413f)] - Lines.
 * @cssproperty [--pk-radius=.75rem] - The rounding of corners.
 * @cssproperty [--pk-padding=clamp(1rem, 5cqi, 2rem)] - The space inside.
 * @cssproperty [--pk-font=inherit] - The font family of text.
 * @cssproperty [--pk-font-heading=ui-serif, Georgia, serif] - The font family of names,
 *   points and quotes.
 * @cssproperty [--pk-min-height=20rem] - The height kept free while loading, so that the page below does not move.
 * @cssproperty [--pk-height=auto] - The height of the element; what is longer scrolls inside.
 */
export abstract class RemoteElement<Content> extends HTMLElement {
  /** Its own attributes. */
  static readonly attributes: readonly string[] = []
  static readonly styles: readonly Styles[]
  static get observedAttributes(): readonly string[] {
    const own = [...this.attributes, ...common]
    reflect(this as unknown as CustomElementConstructor, own)
    return own
  }

  declare api: string | undefined
  declare publishableKey: string | undefined
  declare token: string | undefined
  declare headingLevel: string | undefined
  declare loading: string | undefined
  declare paused: string | undefined

  /** Settles when everything that was changed is shown. */
  updateComplete: Promise<void> = Promise.resolve()
  declare protected locale: Locale
  #root!: ShadowRoot
  /** Markup of a server stands there until there is something to show. */
  #isServerRendered: boolean | undefined
  #state: LoadState<Content> = { kind: 'loading' }
  #busy: boolean | undefined
  #seen: boolean | undefined
  /** Defined while it is to be shown anew: whether it was the element itself that changed. */
  #queued: boolean | undefined
  #asked: string | undefined
  #subject: string | undefined
  readonly #stop: (() => void)[] = []

  /** What to ask, or what is missing. */
  protected abstract wish(): Wish | Failure
  /** What to show of the answers, in the order of the keys; undefined where there is nothing. */
  protected abstract pick(answers: readonly unknown[]): Content | undefined
  /** What lit-html takes for a child: a template, a node, or several. */
  protected abstract renderContent(content: Content): object
  /** Said where there is nothing. */
  protected abstract get emptyTitle(): Text

  connectedCallback(): void {
    if (!this.#root) {
      const { shadowRoot } = this
      this.#isServerRendered = !!shadowRoot
      this.#root = shadowRoot ?? this.attachShadow({ mode: 'open' })
      const { styles } = this.constructor as typeof RemoteElement
      this.#root.adoptedStyleSheets = [frameStyles, ...styles].map(sheetOf)
      adoptProperties(this)
    }
    follow(this)
    this.requestUpdate()
    // Thousands of them cost little until they come near.
    if (!this.#seen) awaitSight(this)
  }

  disconnectedCallback(): void {
    unfollow(this)
    leaveSight(this)
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
    const held = this.#root.activeElement
    await this.#ask(true)
    // The button that was pressed may be gone.
    if (held && !this.#root.activeElement) this.#root.querySelector<HTMLElement>('.frame')?.focus()
  }

  /** The level (1-6) of the element's own heading in the page. */
  protected get level(): number {
    return Number(this.headingLevel) || 2
  }

  /**
   * Shows at the end of the turn what was changed.
   * @param isAround whether it is not the element itself that changed, but what is around it
   */
  requestUpdate(isAround?: boolean): void {
    this.#seen ||= this.loading === 'eager'
    if (!this.isConnected) return
    if (this.#queued === undefined) this.updateComplete = this.#update()
    this.#queued ||= !isAround
  }

  async #update(): Promise<void> {
    await Promise.resolve()
    const isOwn = this.#queued
    this.#queued = undefined
    if (!this.#seen) return
    const { kind, failure } = this.#state
    const isBackOnline = kind === 'failed' && kindOf(failure) === 'offline' && !this.#busy && navigator.onLine
    const plan = this.#plan()
    if (plan !== this.#asked || isBackOnline) void this.#ask(false, plan)
    else if (isOwn) this.#render()
  }

  /** Asks, now that it is in sight. */
  see(): void {
    if (this.#seen) return
    this.#seen = true
    void this.#ask()
  }

  /** All that decides what is asked, as one text. */
  #plan(): string {
    const wish = this.wish() as Wish & Failure
    const { api, key } = configuration()
    const setting = (name: string) => nearestSetting(this, name)
    const token = setting('token')
    this.locale = nearestLocale(this)
    return JSON.stringify([
      wish,
      setting('api') ?? api,
      wish.isPersonal ? token : (setting('key') ?? key ?? token),
      this.locale,
      (setting('paused') ?? 'false') !== 'false',
    ])
  }

  async #ask(again = false, plan = this.#plan()): Promise<void> {
    if (!this.isConnected) return
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
    const { keys, isPersonal } = wish
    // The studio's own pages ask as whoever is signed in.
    const isOurs = credential === null && isPersonal && api === location.origin
    const problem = !URL.canParse(api)
      ? 'MISSING_API'
      : paused
        ? 'PAUSED'
        : !credential && !isOurs && (isPersonal ? 'MISSING_TOKEN' : 'MISSING_KEY')
    if (problem) return this.#fail({ code: problem, message: 'docs/widgets.md' })
    const subject = JSON.stringify([api, wish])
    if (subject !== this.#subject) {
      this.#state = { kind: 'loading' }
      // What was shown is of another: nobody may answer on it.
      if (this.#subject) this.#render()
    }
    this.#subject = subject
    this.#busy = this.#state.kind !== 'loading'
    const what = wish.what.replace(/(?=\/|$)/, `/${locale}`)
    const answers: Answer[] = []
    await new Promise<void>((resolve) => {
      for (const [index, key] of keys.entries()) {
        const told = (answer: Answer) => {
          const isNews = JSON.stringify(answers[index]) !== JSON.stringify(answer)
          answers[index] = answer
          if (keys.some((_, each) => !answers[each])) return
          if (isNews || this.#busy) this.#answered(answers)
          resolve()
        }
        this.#stop.push(want({ api, credential: credential ?? '', what, key }, told, again))
      }
      // What is kept was told, and shown, at once; a skeleton would only flash before what comes soon.
      if (this.#busy) this.#render()
      else setTimeout(() => this.#state.kind === 'loading' && this.#render(), skeletonAfter)
    })
    await this.updateComplete
  }

  #release(): void {
    for (const stop of this.#stop.splice(0)) stop()
  }

  #answered(answers: readonly Answer[]): void {
    const failure = answers.find((answer) => answer.failure)?.failure
    if (failure) this.#fail(failure)
    else {
      const content = this.pick(answers.map(({ data }) => data))
      if (content === undefined) this.#show({ kind: 'empty' }, 'NOT_FOUND')
      else this.#show({ kind: 'ready', content }, 'LOADED')
    }
  }

  #fail(failure: Failure): void {
    this.#show({ kind: 'failed', failure }, failure.code, failure.message)
  }

  #show(state: LoadState<Content>, code: string, message = ''): void {
    this.#busy = false
    this.#state = state
    this.#render()
    void this.updateComplete.then(() => this.tell(state.failure ? 'error' : 'load', code, message))
  }

  /** Dispatches `pk-load`, `pk-error` or `pk-answer`. */
  protected tell(type: 'load' | 'error' | 'answer', code: string, message: string): void {
    this.dispatchEvent(
      new CustomEvent(`pk-${type}`, { detail: { code, message }, bubbles: true, composed: true }),
    )
  }

  #render(): void {
    if (!this.isConnected) return
    const state = this.#state
    if (this.#isServerRendered) {
      if (state.kind === 'loading') return
      this.#isServerRendered = false
      this.#root.replaceChildren()
    }
    const { locale, emptyTitle, level } = this
    const template = renderFrame({
      host: this,
      state,
      busy: !!this.#busy,
      locale,
      emptyTitle,
      level,
      content: state.kind === 'ready' && this.renderContent(state.content),
      retry: () => this.reload(),
    })
    render(template, this.#root)
  }
}
