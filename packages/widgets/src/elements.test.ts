import { beforeEach, expect, test } from 'vitest'
import { freshPage, inside, place, read, textOf, told } from '../testing/page.ts'
import { configure } from './configuration.ts'

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

test('a card that was imported alone shows several profiles below one another, in short', async () => {
  const frame = document.body.appendChild(document.createElement('iframe'))
  const page = frame.contentDocument as Document
  const script = page.createElement('script')
  script.src = '/widgets/v1/profile-card.js'
  const card = page.createElement('pk-profile-card')
  card.setAttribute('profile', 'regnskapsforere-i-vekst,sesongserveringssteder')
  card.setAttribute('api', location.origin)
  card.setAttribute('key', 'profilkort_publishable_alone')
  page.documentElement.lang = 'nb'
  page.body.append(card, script)
  expect(await told(card)).toMatchObject({ code: 'LOADED' })
  expect([...(card.shadowRoot?.querySelectorAll('[part=name]') ?? [])].map(read)).toEqual([
    'Regnskapskontorer i vekst',
    'Sesongserveringssteder',
  ])
  expect(card.shadowRoot?.querySelector('table, [part=section]')).toBeNull()
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

test('on the API’s own pages a seller answers as whoever is signed in', async () => {
  configure({ api: location.origin })
  const stranger = place('pk-scorecard', { customer: 'undecided', scorecard: 'ideal-customer' })
  expect(await told(stranger)).toMatchObject({ type: 'pk-error', code: 'UNAUTHENTICATED' })
  // biome-ignore lint/suspicious/noDocumentCookie: the browser sends it along as it does that of a session
  document.cookie = 'profilkort_session=test; path=/'
  const card = place('pk-scorecard', { customer: 'undecided', scorecard: 'ideal-customer' })
  expect(await told(card)).toMatchObject({ code: 'LOADED' })
  const answered = new Promise((resolve) => card.addEventListener('pk-answer', resolve, { once: true }))
  inside<HTMLInputElement>(card, '[name=timeline][value="1"]').click()
  await answered
  const kept = await (await fetch('/kept.json')).json()
  expect(kept.at(-1)).toMatchObject({
    customer: 'undecided',
    criterion: 'timeline',
    points: 1,
    by: 'the session',
  })
  // biome-ignore lint/suspicious/noDocumentCookie: as above
  document.cookie = 'profilkort_session=; path=/; max-age=0'
})

test('never sends the session to another origin', async () => {
  configure({ api: 'http://127.0.0.1:9' })
  const card = place('pk-scorecard', { customer: 'undecided', scorecard: 'ideal-customer' })
  expect(await told(card)).toMatchObject({ code: 'MISSING_TOKEN' })
})

test('answers chosen in haste are kept in the order they were chosen in', async () => {
  const card = place('pk-scorecard', { customer: 'undecided', scorecard: 'ideal-customer', token: 'hasty' })
  await told(card)
  let count = 0
  const all = new Promise<void>((resolve) =>
    card.addEventListener('pk-answer', () => {
      count += 1
      if (count === 3) resolve()
    }),
  )
  for (const points of [0, 2, 1]) inside<HTMLInputElement>(card, `[name=timeline][value="${points}"]`).click()
  await all
  const kept = (await (await fetch('/kept.json')).json()) as {
    readonly by: string
    readonly points: number
  }[]
  expect(kept.filter(({ by }) => by === 'Bearer hasty').map(({ points }) => points)).toEqual([0, 2, 1])
})

test('a reason without an answer asks for the answer', async () => {
  const card = place('pk-scorecard', { customer: 'undecided', scorecard: 'ideal-customer', token: 'token' })
  await told(card)
  const [, note] = card.shadowRoot?.querySelectorAll<HTMLInputElement>('[type=text]') ?? []
  if (note) note.value = 'De nøler'
  note?.dispatchEvent(new Event('change', { bubbles: true }))
  await card.updateComplete
  expect(read(inside(card, '[part=status]'))).toBe('Velg et svar først')
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
