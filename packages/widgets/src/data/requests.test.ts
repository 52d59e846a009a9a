import { beforeEach, expect, test } from 'vitest'
import { freshPage, inside, place, read, textOf, told } from '../../testing/page.ts'

beforeEach(() => {
  freshPage()
  performance.clearResourceTimings()
})

const requests = () =>
  performance.getEntriesByType('resource').flatMap(({ name }) => (name.includes('/v1/widgets?') ? name : []))

async function show(count: number, profile: (index: number) => string): Promise<void> {
  const cards = Array.from({ length: count }, (_, index) =>
    place('pk-profile-card', { profile: profile(index) }),
  )
  await Promise.all(cards.map(told))
}

test('a hundred elements of several kinds make one request', async () => {
  const list = place('pk-profile-list', {})
  await Promise.all([show(99, (index) => `missing-${index}`), told(list)])
  expect(requests()).toHaveLength(1)
})

test('five hundred make at most five, none with an address longer than 8,000 characters', async () => {
  await show(500, (index) => `en-ganske-lang-adresse-for-et-profilkort-${index}`)
  expect(requests().length).toBeLessThanOrEqual(5)
  for (const address of requests()) expect(address.length).toBeLessThan(8_000)
})

test('the same a hundred times is asked for once, also by who comes later', async () => {
  await show(100, () => 'regnskapsforere-i-vekst')
  expect(requests()[0]).toMatch(/ask=profile\/nb\/regnskapsforere-i-vekst&key=/)
  await show(1, () => 'regnskapsforere-i-vekst')
  expect(requests()).toHaveLength(1)
})

test('what is out of sight is asked for when it comes near', async () => {
  const space = document.body.appendChild(document.createElement('div'))
  space.style.height = '5000px'
  const card = place('pk-profile-card', { profile: 'regnskapsforere-i-vekst', loading: 'lazy' })
  await new Promise((resolve) => setTimeout(resolve, 150))
  expect(requests()).toHaveLength(0)
  const shown = told(card)
  card.scrollIntoView()
  await shown
  expect(requests()).toHaveLength(1)
  scrollTo(0, 0)
})

test('what becomes eager is asked for at once, wherever it is', async () => {
  const space = document.body.appendChild(document.createElement('div'))
  space.style.height = '5000px'
  const card = place('pk-profile-card', { profile: 'regnskapsforere-i-vekst', loading: 'lazy' })
  await card.updateComplete
  const shown = told(card)
  card.loading = 'eager'
  expect((await shown).code).toBe('LOADED')
  expect(requests()).toHaveLength(1)
})

test('a request that nobody waits for any more is given up; one that is moved is not asked again', async () => {
  place('pk-profile-card', { profile: 'never' }).remove()
  const card = place('pk-profile-card', { profile: 'never' })
  await expect.poll(() => inside(card, '[part=frame]').ariaBusy).toBe('true')
  card.remove()
  await expect.poll(requests).toHaveLength(1)
  const given = performance.getEntriesByType('resource').find(({ name }) => name === requests()[0])
  expect(given).toMatchObject({ responseStatus: 0 })
  performance.clearResourceTimings()
  const other = place('pk-profile-card', { profile: 'regnskapsforere-i-vekst' })
  const shown = told(other)
  await new Promise((resolve) => setTimeout(resolve))
  document.body.appendChild(document.createElement('section')).appendChild(other)
  await shown
  expect(requests()).toHaveLength(1)
  document.body.appendChild(other)
  await other.updateComplete
  expect(read(inside(other, '[part=name]'))).toBe('Regnskapskontorer i vekst')
})

test('a context says key, language and pause for all inside, through shadow roots', async () => {
  const context = document.body.appendChild(document.createElement('pk-context'))
  context.setAttribute('key', 'profilkort_publishable_of_the_context')
  context.setAttribute('locale', 'da')
  context.setAttribute('paused', '')
  const root = context.appendChild(document.createElement('div')).attachShadow({ mode: 'open' })
  const card = place('pk-profile-card', { profile: 'regnskapsforere-i-vekst' }, root)
  expect(await told(card)).toMatchObject({ type: 'pk-error', code: 'PAUSED' })
  expect(textOf(card)).toContain('Indholdet vises, når siden er klar')
  const shown = told(card)
  context.removeAttribute('paused')
  await shown
  expect(requests()[0]).toMatch(/profile\/da\/.*&key=profilkort_publishable_of_the_context/)
})

test('an element made by a script before it is defined takes the properties it was given', async () => {
  const card = Object.assign(document.createElement('pk-profile-card-later'), { profile: 'missing' })
  document.body.append(card)
  const { ProfileCard } = await import('../profile-card/profile-card.element.ts')
  customElements.define('pk-profile-card-later', class extends ProfileCard {})
  expect(await told(card)).toMatchObject({ code: 'NOT_FOUND' })
  expect(card.getAttribute('profile')).toBe('missing')
})

test('being offline is told as such, and ends by itself', async () => {
  Object.defineProperty(navigator, 'onLine', { configurable: true, value: false })
  const card = place('pk-profile-card', { profile: 'regnskapsforere-i-vekst', api: 'http://127.0.0.1:9' })
  expect(await told(card)).toMatchObject({ type: 'pk-error', code: 'OFFLINE' })
  expect(textOf(card)).toContain('Innholdet hentes når du er på nett igjen')
  Reflect.deleteProperty(navigator, 'onLine')
  card.removeAttribute('api')
  expect(await told(card)).toMatchObject({ type: 'pk-load' })
})

test('a service that asks to wait is a pause with a way to try again', async () => {
  const card = place('pk-profile-card', { profile: 'x', key: 'profilkort_publishable_busy' })
  expect(await told(card)).toMatchObject({ type: 'pk-error', code: 'RATE_LIMITED' })
  expect(read(inside(card, 'button'))).toBe('Prøv igjen')
})
