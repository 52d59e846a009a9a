import { describe, expect, test } from 'vitest'
import { demoCsv } from './csv.ts'
import type { DemoCompany } from './demo.ts'
import { generateDemo } from './generate.ts'
import type { Country } from './names.ts'
import { checkDigits } from './organisation-number.ts'

const demo = generateDemo()
const companies = new Map(demo.companies.map((company) => [company.id, company]))

describe('the demo', () => {
  test('is the same for the same seed and day, and another for another', { timeout: 30_000 }, () => {
    expect(demoCsv(generateDemo())).toEqual(demoCsv(demo))
    for (const other of [generateDemo('another'), generateDemo('profilkort', '2026-10-31')]) {
      expect(demoCsv(other)['deals.csv']).not.toBe(demoCsv(demo)['deals.csv'])
    }
  })

  test('has as much of everything as it says, and nothing twice', () => {
    const distinct = (values: readonly string[]) => new Set(values).size
    expect(distinct(demo.companies.map(({ name }) => name))).toBe(2000)
    expect(distinct(demo.companies.flatMap(({ website }) => website ?? []))).toBe(
      demo.companies.filter(({ website }) => website).length,
    )
    expect(distinct(demo.contacts.map(({ email }) => email))).toBe(6000)
    expect(distinct(demo.deals.map(({ id }) => id))).toBe(5000)
    expect(distinct(demo.interactions.map(({ id }) => id))).toBe(60_000)
    expect(Object.isFrozen(demo.deals)).toBe(true)
  })

  test('has half of its companies in Norway and a quarter in Sweden', () => {
    const share = (country: Country) =>
      demo.companies.filter((each) => each.country === country).length / 2000
    expect(share('NO')).toBeCloseTo(0.5, 1)
    expect(share('SE')).toBeCloseTo(0.25, 1)
    expect(share('DK')).toBeCloseTo(0.15, 1)
  })

  test('knows a contact of every company, at the company’s own domain', () => {
    expect(new Set(demo.contacts.map(({ companyId }) => companyId)).size).toBe(2000)
    for (const { companyId, email } of demo.contacts) {
      expect(email).toMatch(/^[a-z]+\.[a-z]+\d*@[a-z0-9-]+\.example$/)
      const { website } = companies.get(companyId) ?? {}
      if (website !== undefined) expect(email.endsWith(`@${website}`)).toBe(true)
    }
  })

  test('lacks 5 to 35 per cent of each attribute, more of leads than of customers', () => {
    const missing = (key: keyof DemoCompany, of: readonly DemoCompany[]) =>
      of.filter((each) => each[key] === undefined).length / of.length
    const of = (stage: DemoCompany['stage']) => demo.companies.filter((each) => each.stage === stage)
    const keys = ['industry', 'employees', 'annualRevenue', 'systemsInUse', 'organisationNumber'] as const
    for (const key of keys) {
      expect(missing(key, demo.companies)).toBeGreaterThan(0.05)
      expect(missing(key, demo.companies)).toBeLessThan(0.35)
      expect(missing(key, of('lead'))).toBeGreaterThan(missing(key, of('customer')))
    }
  })

  test('has companies in each stage, told by their deals', () => {
    const dealsOf = Map.groupBy(demo.deals, ({ companyId }) => companyId)
    for (const { id, stage } of demo.companies) {
      const deals = dealsOf.get(id) ?? []
      const hasBought = deals.some(({ status }) => status === 'won')
      expect(stage === 'customer' || stage === 'former').toBe(hasBought)
      expect(stage === 'lead').toBe(deals.length === 0)
    }
    for (const stage of ['lead', 'prospect', 'customer', 'former']) {
      expect(demo.companies.filter((company) => company.stage === stage).length).toBeGreaterThan(200)
    }
  })

  test('has deals of the four years before its day only, closed after they were opened', () => {
    for (const { openedOn, closedOn = '2026-10-31', status, value } of demo.deals) {
      expect(openedOn >= '2022-11-01' && openedOn <= closedOn && closedOn < '2026-11-01').toBe(true)
      expect((value ?? 0) > 0).toBe(status === 'won')
    }
    const open = demo.deals.filter(({ status }) => status === 'open')
    expect(open.length).toBeGreaterThan(100)
    expect(open.filter(({ closedOn }) => closedOn !== undefined)).toEqual([])
  })
})

test('interactions are of the two years before its day, in office hours, by contacts that there are', () => {
  const contacts = new Set(demo.contacts.map(({ id }) => id))
  for (const { at, contactId } of demo.interactions) {
    if (!contacts.has(contactId)) expect.unreachable(contactId)
    if (at < '2024-10-30' || at >= '2026-11-01') expect.unreachable(at)
    const day = new Date(at).getUTCDay()
    if (day === 0 || day === 6) expect.unreachable(at)
  }
  expect(generateDemo().interactions[777]).toEqual(demo.interactions[777])
})

describe('an organisation number', () => {
  const numbersOf = (country: Country) =>
    demo.companies
      .filter((company) => company.country === country)
      .flatMap(({ organisationNumber }) => organisationNumber ?? [])

  test.each([
    ['NO', /^31\d{7}$/],
    ['SE', /^492\d{3}-\d{4}$/],
    ['DK', /^99\d{6}$/],
    ['FI', /^9\d{6}-\d$/],
  ] as const)('in %s is of a series no company has, with its check digit', (country, shape) => {
    const numbers = numbersOf(country)
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(numbers.length).toBeGreaterThan(80)
    for (const number of numbers) {
      expect(number).toMatch(shape)
      const digits = number.replace('-', '')
      expect(checkDigits[country](digits.slice(0, -1))).toBe(Number(digits.at(-1)))
    }
  })

  test.each([
    ['NO', '974760673'],
    ['SE', '2021005489'],
    ['DK', '10150817'],
    ['FI', '02454372'],
  ] as const)('of a public body in %s has the check digit that is computed', (country, number) => {
    expect(checkDigits[country](number.slice(0, -1))).toBe(Number(number.at(-1)))
  })
})
