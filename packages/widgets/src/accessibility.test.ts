import { locales } from '@profilkort/domain/locales/locale'
import axe from 'axe-core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { emulate } from '../testing/browser.ts'
import { freshPage, place, told } from '../testing/page.ts'
import { everyState } from '../testing/states.ts'

const schemes = ['light', 'dark', 'forced light', 'forced dark'] as const

beforeEach(freshPage)
afterEach(async () => {
  Reflect.deleteProperty(navigator, 'onLine')
  document.body.replaceChildren()
  await emulate()
})

/** The page with every element in every state, all told. */
async function showEverything(): Promise<{
  readonly main: HTMLElement
  readonly elements: readonly HTMLElement[]
}> {
  // Those whose API cannot be reached are offline, the others do not notice.
  Object.defineProperty(navigator, 'onLine', { configurable: true, value: false })
  const main = document.body.appendChild(document.createElement('main'))
  const show = ({ name, state, attributes }: (typeof everyState)[number]) => {
    const element = place(name, attributes, main)
    element.id = `${name}-${state}`
    return element
  }
  const [loading = [], others = []] = [true, false].map((isLoading) =>
    everyState.filter(({ state }) => (state === 'loading') === isLoading),
  )
  const done = others.map(show)
  await Promise.all(done.map(told))
  const elements = [...done, ...loading.map(show)]
  await expect.poll(() => elements.every(({ shadowRoot }) => shadowRoot?.querySelector('.frame'))).toBe(true)
  for (const { shadowRoot } of elements)
    for (const details of shadowRoot?.querySelectorAll('details') ?? []) details.open = true
  return { main, elements }
}

test.for(locales.flatMap((locale) => schemes.map((scheme) => ({ locale, scheme }))))(
  'axe finds nothing in any state of any element: $locale, $scheme',
  async ({ locale, scheme }) => {
    const isForced = scheme.startsWith('forced')
    const colorScheme = scheme.replace('forced ', '')
    await emulate({
      'prefers-color-scheme': colorScheme,
      ...(isForced ? { 'forced-colors': 'active' } : {}),
    })
    document.documentElement.lang = locale
    document.documentElement.style.colorScheme = colorScheme
    expect(matchMedia('(forced-colors: active)').matches).toBe(isForced)
    const { main, elements } = await showEverything()
    const { violations, passes } = await axe.run(main, {
      rules: { 'page-has-heading-one': { enabled: false }, 'target-size': { enabled: true } },
    })
    expect(
      violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target.flat().join(' ')} ${failureSummary}`),
      ),
    ).toEqual([])
    expect(passes.length).toBeGreaterThan(10)
    const shown = elements.map(({ id, shadowRoot }) => [
      id,
      shadowRoot?.querySelector('slot[name]:not([name=footer])')?.getAttribute('name') ?? 'content',
    ])
    expect(new Set(shown.map(([, state]) => state))).toEqual(
      new Set(['content', 'loading', 'empty', 'error', 'forbidden', 'expired', 'paused', 'offline']),
    )
  },
)

test.for(
  ['atlassian', 'fluent', 'material', 'neutral'].flatMap((look) =>
    ['light', 'dark'].map((colorScheme) => ({ look, colorScheme })),
  ),
)('axe finds nothing in the look $look, $colorScheme', async ({ look, colorScheme }) => {
  document.documentElement.style.colorScheme = colorScheme
  const link = document.createElement('link')
  const loaded = new Promise((resolve) => link.addEventListener('load', resolve, { once: true }))
  Object.assign(link, { rel: 'stylesheet', href: `/looks/${look}.css` })
  document.head.append(link)
  await loaded
  const { main, elements } = await showEverything()
  const [first] = elements
  expect(first && getComputedStyle(first).getPropertyValue('--pk-accent')).not.toBe('')
  const { violations } = await axe.run(main, {
    rules: { 'page-has-heading-one': { enabled: false }, 'target-size': { enabled: true } },
  })
  link.remove()
  expect(
    violations.flatMap(({ id, nodes }) => nodes.map(({ failureSummary }) => `${id}: ${failureSummary}`)),
  ).toEqual([])
})

test('axe does notice a colour too pale and a button without a name', async () => {
  const main = document.body.appendChild(document.createElement('main'))
  main.style.setProperty('--pk-muted', '#ccc')
  const card = place('pk-profile-card', { profile: 'regnskapsforere-i-vekst' }, main)
  const score = place('pk-fit-score', { customer: 'yes', scorecard: 'x', token: 'unavailable' }, main)
  await Promise.all([told(card), told(score)])
  score.shadowRoot?.querySelector('button')?.replaceChildren()
  const { violations } = await axe.run(main)
  expect(violations.map(({ id }) => id)).toEqual(expect.arrayContaining(['color-contrast', 'button-name']))
})

test('with forced colours nothing that is drawn has a colour of its own', async () => {
  await emulate({ 'forced-colors': 'active', 'prefers-color-scheme': 'dark' })
  const { elements } = await showEverything()
  const probe = document.body.appendChild(document.createElement('i'))
  const system = new Set(
    ['Canvas', 'CanvasText', 'none'].map((colour) => {
      probe.style.cssText = `forced-color-adjust: none; color: ${colour}`
      return colour === 'none' ? 'none' : getComputedStyle(probe).color
    }),
  )
  const drawn = elements.flatMap(({ id, shadowRoot }) =>
    [...(shadowRoot?.querySelectorAll('svg, svg *') ?? [])].flatMap((shape) => {
      const { stroke, fill } = getComputedStyle(shape)
      return [stroke, fill]
        .filter((colour) => !system.has(colour))
        .map((colour) => `${id} ${shape.getAttribute('class')} ${colour}`)
    }),
  )
  expect(drawn).toEqual([])
})
