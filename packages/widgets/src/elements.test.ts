import { beforeEach, expect, test } from 'vitest'
import { freshPage, inside, place, read, textOf, told } from '../testing/page.ts'

beforeEach(freshPage)

test('a list shows each profile with a heading, and leads where the page says', async () => {
  const list = place('pk-profile-list', { href: '/kort/{slug}' })
  await told(list)
  expect(list.shadowRoot?.querySelectorAll('[role=heading]')).toHaveLength(2)
  expect(inside<HTMLAnchorElement>(list, 'a').pathname).toBe('/kort/regnskapsforere-i-vekst')
  list.setAttribute('href', 'javascript:alert(1)')
  await list.updateComplete
  expect(list.shadowRoot?.querySelector('a')).toBeNull()
})

test('a segment tells its size, and that it is small where it may not be told', async () => {
  const size = place('pk-segment-size', { segment: 'growing', token: 'token' })
  await told(size)
  expect(textOf(size)).toContain('Antall ansatte er mellom 20 og 100.')
  expect(read(inside(size, '[part=count]'))).toMatch(/1.234 kunder/)
  size.setAttribute('segment', 'few')
  await told(size)
  expect(read(inside(size, '[part=count]'))).toBe('Færre enn ti kunder')
})

test('the curve of the best customers has a sentence and a table', async () => {
  const pareto = place('pk-pareto', { token: 'token', lang: 'en' })
  await told(pareto)
  expect(read(inside(pareto, '[part=sentence]'))).toBe(
    'The best 44 of 220 customers make up 74% of sales. 53 customers give 80% of sales.',
  )
  expect(pareto.shadowRoot?.querySelectorAll('tbody tr').length).toBeGreaterThan(5)
})

test('profiles are compared trait by trait', async () => {
  const card = place('pk-profile-card', { profile: 'regnskapsforere-i-vekst, sesongserveringssteder' })
  await told(card)
  expect(card.shadowRoot?.querySelectorAll('thead th')).toHaveLength(2)
  expect(read(inside(card, 'tbody tr'))).toMatch(/^Bransje\s?Regnskap og revisjon/)
})

test('a compact card has no sections', async () => {
  const card = place('pk-profile-card', { profile: 'regnskapsforere-i-vekst', compact: '' })
  await told(card)
  expect(read(inside(card, '[part=name]'))).toBe('Regnskapskontorer i vekst')
  expect(card.shadowRoot?.querySelector('[part=section]')).toBeNull()
})

test('a seller answers with the keyboard alone, and hears that it is kept', async () => {
  const card = place('pk-scorecard', { customer: 'undecided', scorecard: 'ideal-customer', token: 'token' })
  await told(card)
  expect([...(card.shadowRoot?.querySelectorAll('legend') ?? [])].map(read)).toEqual([
    'Hvor tydelig er behovet?',
    'Når vil de ha det på plass?',
  ])
  const chosen = [...(card.shadowRoot?.querySelectorAll<HTMLInputElement>(':checked') ?? [])]
  expect(chosen.map(({ value }) => value)).toEqual(['2', ''])
  const kept = new Promise((resolve) => card.addEventListener('pk-answer', resolve, { once: true }))
  inside<HTMLInputElement>(card, '[name=timeline][value="2"]').click()
  await kept
  expect(read(inside(card, '[part=status]'))).toBe('Svaret er lagret')
})

test('an answer that was not kept says so', async () => {
  const card = place('pk-scorecard', { customer: 'undecided', scorecard: 'ideal-customer', token: 'token' })
  await told(card)
  inside<HTMLInputElement>(card, '[type=text]').value = 'not kept'
  const failed = told(card)
  inside<HTMLInputElement>(card, '[name=need][value="1"]').click()
  expect(await failed).toMatchObject({ type: 'pk-error', code: 'ANSWER', message: 'No.' })
  expect(read(inside(card, '[part=status]'))).toBe('Svaret ble ikke lagret. Prøv igjen.')
})

test('a survey that is not open says so', async () => {
  const survey = place('pk-survey', { survey: 'any' })
  expect(await told(survey)).toMatchObject({ code: 'NOT_FOUND' })
  expect(textOf(survey)).toContain('Undersøkelsen er ikke åpen')
})

test('a fit beside the scorecard follows an answer, with the same request', async () => {
  const about = { customer: 'undecided', scorecard: 'ideal-customer', token: 'token' }
  const score = place('pk-fit-score', about)
  const card = place('pk-scorecard', about)
  await Promise.all([told(score), told(card)])
  performance.clearResourceTimings()
  const asked = () =>
    performance
      .getEntriesByType('resource')
      .flatMap(({ name }) => new URL(name).searchParams.get('ask') ?? [])
  inside<HTMLInputElement>(card, '[name=timeline][value="2"]').click()
  await expect.poll(asked).toEqual(['fit/nb/ideal-customer/undecided;scorecard/nb/ideal-customer/undecided'])
})
