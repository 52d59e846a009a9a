// What a web team would write by hand for this one page: the same cards from the same answers with the same markup and
// styles, and nothing else. No other language, state, setting or update. The limit of W1; see `render-cards.ts`.
import type { ProfileCardProfile } from '@profilkort/widgets/profile-card/profile-card.graphql'

/** Put before it by the server: `profile-card.css`. */
declare const cardStyles: string

const sheet = new CSSStyleSheet()
sheet.replaceSync(cardStyles)
const kinds: { readonly [kind: string]: string } = { IDEAL_CUSTOMER_PROFILE: 'Idealkunde' }
const dates = new Intl.DateTimeFormat('nb', { dateStyle: 'long' })
const kept = new Map<string, ProfileCardProfile>()

function make(
  name: string,
  attributes: { readonly [name: string]: string },
  ...children: readonly (Node | string)[]
): HTMLElement {
  const element = document.createElement(name)
  for (const key in attributes) element.setAttribute(key, attributes[key] as string)
  element.append(...children)
  return element
}

function field({ label, text, items }: ProfileCardProfile['sections'][number]['fields'][number]) {
  const value = items ? make('ul', {}, ...items.map((item) => make('li', {}, item))) : (text ?? '')
  return make('div', {}, make('dt', {}, label), make('dd', {}, value))
}

function card(profile: ProfileCardProfile): HTMLElement {
  const lang = profile.resolvedLocale
  const article = make(
    'article',
    { 'aria-labelledby': 'name', class: 'stack card ' },
    make(
      'header',
      {},
      make('p', { class: 'label kind', part: 'kind' }, kinds[profile.kind] ?? ''),
      make(
        'div',
        { class: 'name', part: 'name', id: 'name', role: 'heading', 'aria-level': '2', lang },
        profile.name,
      ),
      make('p', { class: 'summary pre', part: 'summary', lang }, profile.summary ?? ''),
    ),
    make('blockquote', { part: 'quote', lang }, make('p', { class: 'pre' }, profile.quote ?? '')),
    make(
      'dl',
      { class: 'row traits', part: 'traits', lang },
      ...profile.traits.map(({ label, words }) =>
        make('div', { class: 'tile', part: 'trait' }, make('dt', {}, label), make('dd', {}, words)),
      ),
    ),
    make(
      'div',
      { class: 'sections', lang },
      ...profile.sections.map(({ title, fields }) =>
        make(
          'section',
          { class: 'stack', part: 'section' },
          make('div', { class: 'title', role: 'heading', 'aria-level': '3' }, title),
          make('dl', { class: 'stack' }, ...fields.map(field)),
        ),
      ),
    ),
    make(
      'footer',
      { class: 'row muted', part: 'footer' },
      make(
        'p',
        {},
        `Publisert ${dates.format(new Date(profile.publishedAt ?? 0))}\u00A0· revisjon\u00A0${profile.revision}`,
      ),
      make('slot', { name: 'footer' }),
    ),
  )
  return make(
    'div',
    { class: 'frame', part: 'frame', tabindex: '-1', lang: 'nb', 'aria-busy': 'false' },
    article,
  )
}

/** Asks for all at once what is not there yet, then shows it. */
async function show(hosts: readonly Element[]): Promise<void> {
  const slugs = hosts.map((host) => host.getAttribute('profile') ?? '')
  const wanted = slugs.filter((slug) => !kept.has(slug))
  for (let from = 0; from < wanted.length; from += 100) {
    const some = wanted.slice(from, from + 100)
    const response = await fetch(`/v1/widgets?ask=profile/nb/${some.join()}&key=k`)
    const { answers } = (await response.json()) as {
      readonly answers: readonly { readonly data: { readonly profile: ProfileCardProfile } }[]
    }
    for (const { data } of answers) kept.set(data.profile.slug, data.profile)
  }
  for (const [index, host] of hosts.entries()) {
    const root = host.attachShadow({ mode: 'open' })
    root.adoptedStyleSheets = [sheet]
    root.append(
      card(kept.get(slugs[index] ?? '') as ProfileCardProfile),
      make('div', { class: 'hidden', role: 'status', lang: 'nb' }),
    )
    host.dispatchEvent(new CustomEvent('pk-load', { bubbles: true, composed: true }))
  }
}

Object.assign(window, { showCards: show })
if (document.readyState === 'loading')
  document.addEventListener('DOMContentLoaded', () => void show([...document.querySelectorAll('by-hand')]))
else void show([...document.querySelectorAll('by-hand')])
