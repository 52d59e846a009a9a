import { beforeEach, expect, test } from 'vitest'
import { freshPage, inside, read, showScore, textOf, told } from '../../testing/page.ts'

beforeEach(freshPage)

test('tells points, range, threshold, coverage, band and what to ask next', async () => {
  const { score, event } = await showScore({ customer: 'undecided' })
  expect(event).toMatchObject({ type: 'pk-load', code: 'LOADED' })
  expect(inside(score, '[role=img]').ariaLabel).toBe('10 av 13 poeng. Mulig: 10–12. Terskel 11.')
  expect(textOf(score)).toContain('Ikke avgjort ennå')
  expect(textOf(score)).toContain('Det kan bli mellom 10 og 12 poeng. Terskelen er 11.')
  expect(textOf(score)).toContain('85 % av poengkortet er kjent')
  expect(textOf(score)).toContain('Nivå: Høy')
  expect(read(inside(score, '[part=next-question]'))).toContain('Når vil de ha det på plass?')
})

test.for([
  ['yes', 'Når terskelen', '10 poeng er nok. Terskelen er 8.'],
  ['no', 'Når ikke terskelen', 'blir det 12 poeng. Terskelen er 12,5.'],
  ['disqualified', 'Diskvalifisert', 'Kunden er under konkursbehandling.'],
  ['insufficient', 'For lite er kjent', 'Bare 23 % av poengkortet er kjent'],
] as const)('answers in words: %s', async ([customer, title, reason]) => {
  const { score } = await showScore({ customer })
  expect(read(inside(score, '[part=verdict]'))).toContain(title)
  expect(textOf(score)).toContain(reason)
})

test('every criterion opens to its reason, with the value, its source and its age', async () => {
  const { score } = await showScore({ customer: 'undecided' })
  const [industry, , , timeline] = score.shadowRoot?.querySelectorAll('details') ?? []
  expect(read(industry?.querySelector('summary'))).toMatch(/Bransje\s+4 av 4/)
  expect(read(timeline?.querySelector('summary'))).toMatch(/Tidsplan\s+Ukjent, av 2/)
  expect(industry?.querySelector('dl')?.checkVisibility()).toBe(false)
  industry?.querySelector('summary')?.click()
  expect(read(industry)).toContain('Bransjen er én av: regnskap, bygg og anlegg.')
  expect(read(industry)).toMatch(/Regnskap – CRM-eksport, 12\. oktober 2026/)
})

test('writes numbers as the language does', async () => {
  const { score } = await showScore({ customer: 'no', lang: 'en' })
  expect(textOf(score)).toContain('The threshold is 12.5.')
  expect(textOf(score)).toContain('85% of the scorecard is known')
})

test('an expired token says so, and a new one shows the score', async () => {
  const { score, event } = await showScore({ customer: 'yes', token: 'expired' })
  expect(event).toMatchObject({ type: 'pk-error', code: 'TOKEN_EXPIRED' })
  expect(textOf(score)).toContain('Tilgangen er utløpt')
  const again = told(score)
  score.token = 'fresh'
  expect(await again).toMatchObject({ type: 'pk-load' })
  expect(textOf(score)).toContain('Når terskelen')
})

test('never falls back on the page’s publishable key', async () => {
  const { score, event } = await showScore({ customer: 'yes', token: '' })
  expect(event).toMatchObject({ type: 'pk-error', code: 'MISSING_TOKEN' })
  expect(textOf(score)).toContain('MISSING_TOKEN')
})
