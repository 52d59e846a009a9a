import { beforeEach, expect, test } from 'vitest'
import { freshPage, inside, place, read, showCard, textOf, told } from '../../testing/page.ts'
import { configure } from '../configuration.ts'

const slug = 'regnskapsforere-i-vekst'

beforeEach(freshPage)

test('what takes longer to load says so, and keeps its place from the first', async () => {
  const card = place('pk-profile-card', { profile: 'never' })
  await card.updateComplete
  expect(textOf(card)).toBe('')
  expect(card.offsetHeight).toBeGreaterThan(200)
  await expect.poll(() => textOf(card)).toContain('Laster …')
  expect(inside(card, '[part=frame]').ariaBusy).toBe('true')
  expect(card.offsetHeight).toBeGreaterThan(200)
})

test('what does not exist is told as such', async () => {
  const { card, event } = await showCard({ profile: 'missing' })
  expect(event).toMatchObject({ type: 'pk-load', code: 'NOT_FOUND' })
  expect(textOf(card)).toContain('Fant ikke denne profilen')
})

test.for([
  ['revoked', 'UNAUTHENTICATED', 'Said for tests.'],
  ['elsewhere', 'FORBIDDEN', 'Said for tests.'],
] as const)('a key that is %s is told to the web team', async ([key, code, advice]) => {
  const { card, event } = await showCard({ profile: slug, key })
  expect(event).toMatchObject({ type: 'pk-error', code })
  expect(textOf(card)).toContain('Innholdet kan ikke vises her')
  inside(card, 'summary').click()
  expect(read(inside(card, 'details'))).toContain(advice)
})

test.for([
  [{ profile: '' }, {}, 'MISSING_ATTRIBUTE'],
  [{ profile: slug }, { key: undefined }, 'MISSING_KEY'],
  [{ profile: slug }, { api: undefined }, 'MISSING_API'],
] as const)(
  'a page that is not set up is told what is missing: %o %o',
  async ([attributes, missing, code]) => {
    configure({ api: location.origin, key: 'profilkort_publishable_test', ...missing })
    expect((await showCard(attributes)).event).toMatchObject({ type: 'pk-error', code })
  },
)

test('an API that cannot be reached is an error with a way to try again', async () => {
  const { card, event } = await showCard({ profile: slug, api: 'http://127.0.0.1:9' })
  expect(event).toMatchObject({ type: 'pk-error', code: 'NETWORK' })
  expect(read(inside(card, 'button'))).toBe('Prøv igjen')
})

test('an answer that is not GraphQL is an error, not a crash', async () => {
  expect((await showCard({ profile: 'garbage' })).event).toMatchObject({
    type: 'pk-error',
    code: 'UNREADABLE',
  })
})

test('trying again shows the card and keeps the keyboard in it', async () => {
  const { card, event } = await showCard({ profile: `flaky-${Math.random()}` })
  expect(event).toMatchObject({ type: 'pk-error', code: 'UNAVAILABLE' })
  const again = told(card)
  const button = inside<HTMLButtonElement>(card, 'button')
  button.focus()
  button.click()
  await card.updateComplete
  expect(read(inside(card, 'button'))).toBe('Laster …')
  expect(await again).toMatchObject({ type: 'pk-load', code: 'LOADED' })
  await expect.poll(() => card.shadowRoot?.activeElement?.getAttribute('part')).toBe('frame')
})

test('a page’s own words stand in for a state', async () => {
  const { card } = await showCard({ profile: 'missing' })
  const own = card.appendChild(document.createElement('p'))
  own.slot = 'empty'
  own.textContent = 'Kommer snart'
  expect(own.checkVisibility()).toBe(true)
  expect(inside(card, '[part=notice]').checkVisibility()).toBe(false)
})

test('events cross shadow roots', async () => {
  const root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' })
  const heard = told(document.body)
  place('pk-profile-card', { profile: slug }, root)
  expect(await heard).toMatchObject({ type: 'pk-load', code: 'LOADED' })
})

test('a page’s colours and fonts come through', async () => {
  document.body.style.setProperty('--pk-surface', 'rgb(1, 2, 3)')
  const { card } = await showCard({ profile: slug })
  expect(getComputedStyle(inside(card, '[part=frame]')).backgroundColor).toBe('rgb(1, 2, 3)')
  document.body.removeAttribute('style')
})
