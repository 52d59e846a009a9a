import { predefinedAttributes } from '@profilkort/domain/attributes/predefined'
import { locales } from '@profilkort/domain/locales/locale'
import { checkProfile } from '@profilkort/domain/profiles/check'
import { checkScorecard } from '@profilkort/domain/scorecards/check'
import { findTemplate } from '@profilkort/domain/templates/builtin'
import { describe, expect, test } from 'vitest'
import { demoCsv, flawedCompanies } from './csv.ts'
import type { DemoCompany, DemoDeal } from './demo.ts'
import { generateDemo } from './generate.ts'
import { norwegianCheckDigit } from './organisation-number.ts'
import { demoProfiles } from './profiles.ts'
import { demoScorecard } from './scorecard.ts'

const demo = generateDemo()
const company = new Map(demo.companies.map((each) => [each.id, each]))
const isWon = (deal: DemoDeal) => deal.status === 'won'
const closed = demo.deals.filter(({ status }) => status !== 'open')
const average = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const winRate = (deals: readonly DemoDeal[]) => deals.filter(isWon).length / deals.length

describe('the demo', () => {
  test('is the same for the same seed, and another for another', () => {
    expect(demoCsv(generateDemo())).toEqual(demoCsv(demo))
    expect(demoCsv(generateDemo('another'))['deals.csv']).not.toBe(demoCsv(demo)['deals.csv'])
  })

  test('has as much of everything as it says', () => {
    expect([demo.companies.length, demo.contacts.length, demo.deals.length, demo.support.length]).toEqual([
      2000, 6000, 5000, 60,
    ])
    expect(new Set(demo.companies.map(({ name }) => name)).size).toBe(2000)
    expect(new Set(demo.contacts.map(({ email }) => email)).size).toBe(6000)
  })

  test('lacks 5 to 35 per cent of each attribute, more of leads than of customers', () => {
    const missing = (key: keyof DemoCompany, of: readonly DemoCompany[]) =>
      of.filter((each) => each[key] === undefined).length / of.length
    const of = (stage: DemoCompany['stage']) => demo.companies.filter((each) => each.stage === stage)
    for (const key of [
      'industry',
      'employees',
      'annualRevenue',
      'systemsInUse',
      'organisationNumber',
    ] as const) {
      expect(missing(key, demo.companies)).toBeGreaterThan(0.05)
      expect(missing(key, demo.companies)).toBeLessThan(0.35)
      expect(missing(key, of('lead'))).toBeGreaterThan(missing(key, of('customer')))
    }
  })

  test('has Norwegian organisation numbers of the test series with their check digits', () => {
    const numbers = demo.companies
      .filter(({ country }) => country === 'NO')
      .flatMap(({ organisationNumber }) => organisationNumber ?? [])
    expect(numbers.length).toBeGreaterThan(500)
    for (const number of numbers) {
      expect(number).toMatch(/^31\d{7}$/)
      expect(norwegianCheckDigit(number.slice(0, 8))).toBe(Number(number[8]))
    }
  })
})

describe('what is planted', () => {
  const { best, restWinRate, givenUp } = demo.truth
  const isBest = (deal: DemoDeal) => {
    const { industry = '', employees = 0, systemsInUse = [] } = company.get(deal.companyId) ?? {}
    return (
      best.industries.includes(industry) &&
      employees >= best.employees[0] &&
      employees <= best.employees[1] &&
      systemsInUse.includes(best.system)
    )
  }
  const isGivenUp = (deal: DemoDeal) => {
    const { industry, employees = 99 } = company.get(deal.companyId) ?? {}
    return industry === givenUp.industry && employees < givenUp.employeesBelow
  }

  test('the best are won about twice as often as the rest, and pay more', () => {
    const [top, rest] = [closed.filter(isBest), closed.filter((deal) => !isBest(deal))]
    expect(top.length).toBeGreaterThan(300)
    expect(winRate(top)).toBeCloseTo(best.winRate, 1)
    expect(Math.abs(winRate(rest) - restWinRate)).toBeLessThan(0.1)
    const value = (deals: readonly DemoDeal[]) => average(deals.filter(isWon).map((deal) => deal.value ?? 0))
    expect(value(top) / value(rest)).toBeGreaterThan(1.4)
  })

  test('sales to the profile that was given up stop on a day, and the average deal grows since', () => {
    const given = demo.deals.filter(isGivenUp)
    expect(given.length).toBeGreaterThan(50)
    expect(given.filter((deal) => deal.openedOn >= givenUp.stoppedOn)).toEqual([])
    const ofYear = (from: string, to: string) =>
      average(
        closed
          .filter((deal) => isWon(deal) && (deal.closedOn ?? '') >= from && (deal.closedOn ?? '') < to)
          .map((deal) => deal.value ?? 0),
      )
    expect(ofYear('2025-02-01', '2026-11-01')).toBeGreaterThan(ofYear('2022-11-01', '2024-11-01'))
  })

  test('deals close in seasons: most in December, fewest in July', () => {
    const perMonth = Array.from(
      { length: 12 },
      (_, month) => closed.filter((deal) => Number(deal.closedOn?.slice(5, 7)) === month + 1).length,
    )
    expect(Math.max(...perMonth)).toBe(perMonth[11])
    expect(Math.min(...perMonth)).toBe(perMonth[6])
  })

  test('support knows some companies by another spelling', () => {
    const whole = generateDemo()
    expect(
      whole.support.filter(({ name, sameAs }) => company.get(sameAs)?.name !== name).length,
    ).toBeGreaterThan(40)
  })
})

describe('the profiles and the scorecard', () => {
  const catalogue = {
    attributes: new Map(predefinedAttributes.map((attribute) => [attribute.key, attribute])),
    metrics: new Map(),
  }

  test.each(demoProfiles.map((profile) => [profile.slug, profile] as const))(
    '%s makes sense, in all languages',
    (_slug, profile) => {
      const template = findTemplate(profile.template)
      expect(template && checkProfile(profile.content, template, catalogue)).toMatchObject({ ok: true })
      for (const locale of locales) {
        expect(profile.content.name[locale]).toBeTruthy()
        for (const trait of profile.content.traits) expect(trait.words[locale]).toBeTruthy()
      }
    },
  )

  test('the scorecard makes sense', () => {
    expect(checkScorecard(demoScorecard, catalogue)).toMatchObject({ ok: true })
  })
})

describe('the export', () => {
  test('reads like one of a Norwegian CRM', () => {
    const files = demoCsv(demo)
    expect(files['companies.csv'].startsWith('\uFEFFSelskaps-ID;Navn;Organisasjonsnummer;')).toBe(true)
    expect(files['companies.csv']).toMatch(/;\d{1,3}( \d{3})+,00;Norge;/)
    expect(files['deals.csv']).toMatch(/;Vunnet;\d\d\.\d\d\.\d{4};\d\d\.\d\d\.\d{4};[\d ]+,00\r\n/)
    expect(files['companies.csv'].trimEnd().split('\r\n')).toHaveLength(2001)
  })

  test('can be made with rows that cannot be taken', () => {
    const { csv, flaws } = flawedCompanies(demo)
    const lines = csv.split('\r\n')
    expect(lines[4]).toMatch(/;for mange celler$/)
    expect(flaws.map(({ line }) => line)).toEqual([5, 10, 15])
  })
})
