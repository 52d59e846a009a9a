import { locales } from '@profilkort/domain/locales/locale'
import { expect, test, vi } from 'vitest'
import { everyState } from '../testing/states.ts'
import { define, version } from './define.ts'

/** A strict page in a frame, with all that its policy reported. */
async function openStrict(search: string) {
  const frame = document.body.appendChild(document.createElement('iframe'))
  frame.style.cssText = 'width: 800px; height: 6000px'
  frame.src = `/strict-page?${search}`
  await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))
  const reports: string[] = []
  const { ReportingObserver } = frame.contentWindow as unknown as typeof globalThis
  // With what was reported before anybody listened.
  const observer = new ReportingObserver(
    (all) =>
      reports.push(
        ...all.map(
          ({ body }) => (body as unknown as { readonly effectiveDirective: string }).effectiveDirective,
        ),
      ),
    { types: ['csp-violation'], buffered: true },
  )
  observer.observe()
  return { page: frame.contentDocument as Document, reports, close: () => frame.remove() }
}

/** What an element shows: its content, or the state it is in. */
function shownBy({ shadowRoot }: Element): string | undefined {
  if (!shadowRoot?.querySelector('.frame')) return undefined
  return shadowRoot.querySelector('slot:not([name=footer])')?.getAttribute('name') ?? 'content'
}

const expected = everyState.map(({ name, state }) => {
  const states = ['loading', 'empty', 'error', 'forbidden', 'expired', 'paused']
  // The page's browser is online.
  const other = state === 'offline' ? 'error' : state === 'waiting' ? 'paused' : 'content'
  return [`${name}-${state}`, states.includes(state) ? state : other]
})

test.for(locales.flatMap((lang) => ['origin', 'nonce', 'loader'].map((by) => ({ lang, by }))))(
  'every element in every state runs in a strict page with Trusted Types without a report: $lang, by $by',
  async ({ lang, by }) => {
    const { page, reports, close } = await openStrict(`lang=${lang}&by=${by}`)
    const shown = () => [...page.querySelectorAll('body *')].map((element) => [element.id, shownBy(element)])
    const sorted = (pairs: (string | undefined)[][]) => Object.fromEntries(pairs)
    await expect.poll(() => sorted(shown()), { timeout: 10_000 }).toEqual(sorted(expected))
    const [name] = page.querySelector('#pk-profile-card-full')?.shadowRoot?.querySelectorAll('.name') ?? []
    expect(name && getComputedStyle(name).fontFamily).toContain('Georgia')
    expect(reports).toEqual([])
    close()
  },
)

test('the strict page does refuse and report what it should', async () => {
  const { page, reports, close } = await openStrict('by=nonce')
  expect(() => {
    page.body.innerHTML = '<b>no</b>'
  }).toThrow('TrustedHTML')
  page.body.setAttribute('style', 'color: red')
  await expect.poll(() => reports).toEqual(['require-trusted-types-for', 'style-src-attr'])
  close()
})

const [major] = version.split('.').map(Number) as [number]

test.for([
  ['the same version: it stays silently', version, undefined, undefined],
  ['a compatible one: it stays, the later steps aside', `${major}.0.1`, `${version} steps aside`, undefined],
  [
    'another major version: the later gets a name of its own',
    `${major + 1}.0.0`,
    `use NAME-v${major}`,
    'own',
  ],
  ['something else of that name: the later gets a name of its own', undefined, `use NAME-v${major}`, 'own'],
] as const)('the first of two on a page is %s', ([, first, warning, own], { task }) => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  const name = `pk-test-${task.id.replaceAll(/[^a-z0-9]/g, '')}`
  class First extends HTMLElement {}
  class Second extends HTMLElement {}
  customElements.define(name, Object.assign(First, first === undefined ? {} : { version: first }))
  define(name, Second)
  expect(customElements.get(name)).toBe(First)
  expect(customElements.get(`${name}-v${major}`)).toBe(own ? Second : undefined)
  if (warning)
    expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining(warning.replace('NAME', name)))
  else expect(warn).not.toHaveBeenCalled()
  // A third copy of the same script has nothing left to do, and says so without a throw.
  class Third extends HTMLElement {}
  define(name, Third)
  expect([First, Second]).toContain(customElements.get(own ? `${name}-v${major}` : name))
  warn.mockRestore()
})
