import { beforeAll, expect, test } from 'vitest'
import { freshPage, told } from '../testing/page.ts'

interface Watched extends Window {
  readonly runs: string[]
  readonly reports: string[]
}

interface Page {
  readonly document: Document
  readonly window: Watched
  readonly close: () => void
}

let payloads: readonly string[] = []
beforeAll(async () => {
  freshPage()
  payloads = await (await fetch('/payloads.json')).json()
})

/** A page of its own that notices what runs or tries to. */
async function open(search: string): Promise<Page> {
  const frame = document.body.appendChild(document.createElement('iframe'))
  frame.style.cssText = 'width: 900px; height: 900px'
  // Where payloads run they open windows, which take the keyboard from every test after.
  if (search === 'free') frame.sandbox.value = 'allow-scripts allow-same-origin'
  frame.src = `/payload-page?${search}`
  await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))
  const { contentDocument, contentWindow } = frame
  if (!contentDocument || !contentWindow) throw new Error('The page did not open')
  return {
    document: contentDocument,
    window: contentWindow as unknown as Watched,
    close: () => frame.remove(),
  }
}

/** Everything in a tree and its shadow roots. */
function* everything(root: ParentNode): Iterable<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element
    if (element.shadowRoot) yield* everything(element.shadowRoot)
  }
}

const harmful =
  'script, img, iframe, object, embed, form, style, math, noscript, template, base, meta, audio, video'

/** Opens all that can be opened, and sees that nothing of it came from a payload: no element, no handler, no address. */
async function useAndInspect({ document, window }: Page): Promise<void> {
  const { HTMLDetailsElement } = window as unknown as typeof globalThis
  const problems: string[] = []
  for (const element of everything(document.body)) {
    const attributes = element.localName.startsWith('pk-') ? [] : [...element.attributes]
    const isHarmful = attributes.some(
      ({ name, value }) =>
        /^on|^srcdoc$|^style$|action$/.test(name) ||
        (/href|src$/.test(name) && !/^(https?:|\/(?!\/))/.test(value)),
    )
    if (isHarmful || element.matches(harmful)) problems.push(element.outerHTML)
    if (element instanceof HTMLDetailsElement) element.open = true
  }
  // Twice: what an event started in the first turn has been told of in the second.
  for (let turn = 0; turn < 2; turn++)
    await new Promise((resolve) => window.setTimeout(() => window.requestAnimationFrame(resolve)))
  expect(problems).toEqual([])
  expect(window.runs).toEqual([])
  expect(window.reports).toEqual([])
}

test('there are at least 223, all different', () => {
  expect(new Set(payloads).size).toBe(payloads.length)
  expect(payloads.length).toBeGreaterThanOrEqual(223)
})

test.for([
  ['free', 'runs', 15],
  ['', 'reports', 50],
] as const)(
  'the page notices what runs, or tries to where it may not: ?%s',
  async ([search, list, least]) => {
    const { document, window, close } = await open(search)
    // Some of them put themselves in the place of `document.body`.
    const { body } = document
    for (const payload of payloads) {
      const parsed = new DOMParser().parseFromString(`<body>${payload}`, 'text/html')
      body.append(...document.importNode(parsed.body, true).childNodes)
    }
    await expect.poll(() => window[list].length, { timeout: 5_000 }).toBeGreaterThan(least)
    close()
  },
)

const elements = {
  'pk-profile-card': (key: string) => ({ profile: key }),
  'pk-profile-card, compact': (key: string) => ({ profile: key, compact: '' }),
  'pk-profile-card, compared': (key: string) => ({ profile: `${key},payload-0` }),
  'pk-profile-card, refused': (key: string) => ({ profile: 'x', key: `profilkort_publishable_${key}` }),
  'pk-profile-list': (key: string, payload: string) => ({ profiles: key, href: payload }),
  'pk-profile-list, linked': (key: string) => ({ profiles: key, href: '/kort/{slug}' }),
  'pk-fit-score': (key: string) => ({ customer: key, scorecard: 'x' }),
  'pk-scorecard': (key: string) => ({ customer: key, scorecard: 'x' }),
  'pk-segment-size': (key: string) => ({ segment: key }),
  'pk-survey': (key: string) => ({ survey: key }),
} satisfies { [kind: string]: (key: string, payload: string) => { [attribute: string]: string } }

test.for(Object.entries(elements))('what the server answers stays text: %s', async ([kind, attributesOf]) => {
  const page = await open('')
  const made = payloads.map((payload, index) => {
    const element = page.document.createElement(kind.split(',')[0] ?? '')
    const attributes = { token: 'token', loading: 'eager', ...attributesOf(`payload-${index}`, payload) }
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
    return element
  })
  const all = Promise.all(made.map(told))
  page.document.body.append(...made)
  await all
  await useAndInspect(page)
  for (const [index, element] of made.entries()) {
    expect(element.shadowRoot?.querySelector('.frame')?.textContent, kind).toContain(payloads[index])
  }
  page.close()
})

test('what a page says in attributes and slots stays text', async () => {
  const page = await open('')
  const names = [...new Set(Object.keys(elements).map((kind) => kind.split(',')[0] ?? ''))]
  const attributes = [
    'profile',
    'profiles',
    'kind',
    'limit',
    'href',
    'customer',
    'scorecard',
    'segment',
    'survey',
  ]
  const common = [
    'api',
    'key',
    'token',
    'heading-level',
    'loading',
    'paused',
    'lang',
    'dir',
    'compact',
    'title',
  ]
  const slots = ['loading', 'empty', 'error', 'forbidden', 'expired', 'offline', 'paused', 'footer']
  const made = payloads.flatMap((payload) =>
    [...names, 'pk-pareto', 'pk-context'].map((name) => {
      const element = page.document.createElement(name)
      for (const attribute of [...attributes, ...common]) element.setAttribute(attribute, payload)
      for (const slot of slots) {
        const child = element.appendChild(page.document.createElement('p'))
        child.slot = slot
        child.textContent = payload
      }
      return element
    }),
  )
  page.document.body.append(...made)
  await useAndInspect(page)
  page.close()
})

test('what a server puts in its markup stays text', async () => {
  const page = await open('form=server')
  const cards = [...page.document.querySelectorAll('pk-profile-card')]
  expect(cards).toHaveLength(payloads.length)
  for (const [index, card] of cards.entries()) {
    // A parser reads any line break as one.
    expect(card.shadowRoot?.querySelector('.name')?.textContent).toBe(
      payloads[index]?.replace(/\r\n?/g, '\n'),
    )
  }
  await useAndInspect(page)
  page.close()
})
