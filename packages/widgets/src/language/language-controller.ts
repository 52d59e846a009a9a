import type { Locale } from '@profilkort/domain/locales/locale'
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { followLanguage } from './language-watcher.ts'
import { nearestLocale } from './nearest-locale.ts'

/** Keeps the locale of an element's surroundings, and has the element update when it becomes another. */
export class LanguageController implements ReactiveController {
  locale: Locale = 'en'
  readonly #host: ReactiveControllerHost & Element
  #unfollow: (() => void) | undefined

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host
    host.addController(this)
  }

  hostConnected(): void {
    this.#unfollow = followLanguage(this.#host, () => this.#read())
    this.#read()
  }

  hostDisconnected(): void {
    this.#unfollow?.()
  }

  #read(): void {
    const locale = nearestLocale(this.#host)
    if (locale === this.locale) return
    this.locale = locale
    this.#host.requestUpdate()
  }
}
