import { beforeEach, expect, test } from 'vitest'
import { freshPage, inside, place, read, showCard, textOf, told } from '../../testing/page.ts'

const slug = 'regnskapsforere-i-vekst'

beforeEach(freshPage)

test('shows kind, name, summary, quote, traits and sections', async () => {
  const { card, event } = await showCard({ profile: slug })
  expect(event).toMatchObject({ type: 'pk-load', code: 'LOADED' })
  expect(read(inside(card, '[part=kind]'))).toBe('Idealkunde')
  expect(read(inside(card, '[role=heading][aria-level="2"]'))).toBe('Regnskapskontorer i vekst')
  expect(read(inside(card, 'blockquote'))).toContain('Vi vil bruke kveldene')
  expect(textOf(card)).toContain('Ansatte20–100')
  expect(card.shadowRoot?.querySelectorAll('[part=section]')).toHaveLength(3)
  expect(textOf(card)).toContain('Publisert 3. november 2026 · revisjon 4')
})

test('a draft anti-profile says in words what it is', async () => {
  const { card } = await showCard({ profile: 'sesongserveringssteder' })
  expect(read(inside(card, '[part=kind]'))).toBe('Antiprofil – ikke jag etter')
  expect(textOf(card)).toContain('Utkast · revisjon 4')
})

test('follows the language around it, and tells when the profile is not written in it', async () => {
  const { card } = await showCard({ profile: slug })
  const again = told(card)
  document.documentElement.lang = 'en-GB'
  await again
  expect(read(inside(card, '[part=name]'))).toBe('Growing accounting firms')
  const inSwedish = told(card)
  card.lang = 'sv'
  await inSwedish
  expect(read(inside(card, '[part=kind]'))).toBe('Idealkund')
  expect(inside(card, '[part=name]').lang).toBe('nb')
  expect(textOf(card)).toContain('Visas på norskt bokmål')
})

test('keeps what it shows while it fetches another language', async () => {
  const { card } = await showCard({ profile: slug })
  const again = told(card)
  card.lang = 'en'
  await Promise.resolve()
  await card.updateComplete
  expect(read(inside(card, '[part=name]'))).toBe('Regnskapskontorer i vekst')
  expect(inside(card, '[part=frame]').ariaBusy).toBe('true')
  await again
  expect(inside(card, '[part=frame]').ariaBusy).toBe('false')
})

test('follows a lang outside the shadow roots that it stands in', async () => {
  const outer = document.body.appendChild(document.createElement('div'))
  outer.lang = 'da'
  const root = outer.attachShadow({ mode: 'open' })
  const host = root.appendChild(document.createElement('div'))
  const card = place('pk-profile-card', { profile: slug }, host.attachShadow({ mode: 'open' }))
  await told(card)
  expect(read(inside(card, '[part=kind]'))).toBe('Idealkunde')
  const again = told(card)
  outer.lang = 'nn-NO'
  await again
  expect(textOf(card)).toContain('Publisert 3. november 2026')
  const inEnglish = told(card)
  host.lang = 'fi'
  await inEnglish
  expect(read(inside(card, '[part=kind]'))).toBe('Ideal customer')
})

test('another profile is loaded in place of the first', async () => {
  const { card } = await showCard({ profile: slug })
  const again = told(card)
  card.profile = 'sesongserveringssteder'
  await again
  expect(read(inside(card, '[part=name]'))).toBe('Sesongserveringssteder')
})

test('what changes elsewhere in the page leaves a reader’s selection alone; what it is shown by does not', async () => {
  const { card } = await showCard({ profile: 'regnskapsforere-i-vekst' })
  const name = inside(card, '[part=name]')
  document.body.appendChild(document.createElement('p')).lang = 'sv'
  await new Promise((resolve) => setTimeout(resolve))
  await card.updateComplete
  expect(inside(card, '[part=name]')).toBe(name)
  card.headingLevel = '3'
  await card.updateComplete
  expect(inside(card, '[part=name]').ariaLevel).toBe('3')
})

test('what is asked of another is never shown with the first one’s words', async () => {
  const { card } = await showCard({ profile: 'regnskapsforere-i-vekst' })
  card.profile = 'never'
  await Promise.resolve()
  await Promise.resolve()
  expect(textOf(card)).toBe('Laster …')
})
