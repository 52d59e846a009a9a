import { configure } from '../src/configuration.ts'
import type { LoadDetail } from '../src/element/load-events.ts'
import type { FitScore } from '../src/fit-score/fit-score.element.ts'
import type { ProfileCard } from '../src/profile-card/profile-card.element.ts'
import '../src/context/context.ts'
import '../src/fit-score/fit-score.ts'
import '../src/pareto/pareto.ts'
import '../src/profile-card/comparison.ts'
import '../src/profile-card/profile-card.ts'
import '../src/profile-list/profile-list.ts'
import '../src/scorecard/scorecard.ts'
import '../src/segment-size/segment-size.ts'
import '../src/survey/survey.ts'

/** What an element told when it was done. */
export interface Told extends LoadDetail {
  readonly type: 'pk-load' | 'pk-error'
}

let pages = 0

/** Empties the page, in bokmål and light, with the API the tests are served from and a key that nothing is kept of. */
export function freshPage(): void {
  pages += 1
  document.body.replaceChildren()
  document.documentElement.lang = 'nb'
  document.documentElement.style.colorScheme = 'light'
  configure({ api: location.origin, key: `profilkort_publishable_${pages}` })
}

/** Puts an element in the page without waiting for what it loads. */
export function place<Name extends keyof HTMLElementTagNameMap & `pk-${string}`>(
  name: Name,
  attributes: { readonly [name: string]: string },
  parent: Node = document.body,
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name)
  if (attributes.loading !== 'lazy') element.setAttribute('loading', 'eager')
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  parent.appendChild(element)
  return element
}

/** The next `pk-load` or `pk-error` of an element. */
export function told(element: EventTarget): Promise<Told> {
  return new Promise((resolve) => {
    for (const type of ['pk-load', 'pk-error'] as const) {
      element.addEventListener(
        type,
        (event) => resolve({ type, ...(event as CustomEvent<LoadDetail>).detail }),
        { once: true },
      )
    }
  })
}

export async function showCard(attributes: {
  readonly [name: string]: string
}): Promise<{ card: ProfileCard; event: Told }> {
  const card = place('pk-profile-card', attributes)
  return { card, event: await told(card) }
}

export async function showScore(attributes: {
  readonly [name: string]: string
}): Promise<{ score: FitScore; event: Told }> {
  const score = place('pk-fit-score', { scorecard: 'ideal-customer', token: 'token', ...attributes })
  return { score, event: await told(score) }
}

/** What a reader sees of an element, in one line. */
export function textOf(element: Element): string {
  return read(element.shadowRoot)
}

/** The text of a node in one line. */
export function read(node: Node | null | undefined): string {
  return (node?.textContent ?? '').replace(/\s+/g, ' ').trim()
}

/** The part of an element, which must be there. */
export function inside<Found extends Element = HTMLElement>(element: Element, selector: string): Found {
  const found = element.shadowRoot?.querySelector<Found>(selector)
  if (!found) throw new Error(`There is no ${selector} in ${element.localName}`)
  return found
}
