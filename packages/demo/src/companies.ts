import type { DemoCompany, DemoDuplicate } from './demo.ts'
import { type Country, companyName, municipalities } from './names.ts'
import { organisationNumber } from './organisation-number.ts'
import type { Random } from './random.ts'
import { truth } from './truth.ts'

/** A company with all there is to know, before some of it is left out. */
export type WholeCompany = Required<Omit<DemoCompany, 'stage'>>

const industries = {
  accounting: 16,
  construction: 16,
  retail: 12,
  hospitality: 12,
  manufacturing: 9,
  logistics: 8,
  software: 7,
  healthcare: 7,
  agriculture: 5,
  publicSector: 3,
  energy: 3,
  education: 2,
}

const usualEmployees: { readonly [industry: string]: number } = {
  hospitality: 8,
  agriculture: 6,
  publicSector: 120,
  energy: 90,
  manufacturing: 50,
}
const revenuePerEmployee: { readonly [industry: string]: number } = {
  hospitality: 700_000,
  energy: 4_500_000,
  logistics: 2_200_000,
  agriculture: 900_000,
}

/** Companies of a day, the same for the same stream of numbers. No two have a name that differs by legal form only. */
export function makeCompanies(random: Random, count: number, today: string): readonly WholeCompany[] {
  const taken = new Set<string>()
  const thisYear = Number(today.slice(0, 4))
  return Array.from({ length: count }, (_, index): WholeCompany => {
    const country = random.weighted<Country>({ NO: 50, SE: 26, DK: 16, FI: 8 })
    const industry = random.weighted(industries)
    const { short, form } = untakenName(random, country, industry, taken)
    const employees = Math.max(1, Math.round(random.logNormal(usualEmployees[industry] ?? 30, 0.9)))
    const perEmployee = (revenuePerEmployee[industry] ?? 1_400_000) * random.logNormal(1, 0.3)
    return {
      id: `K-${String(index + 1).padStart(5, '0')}`,
      name: `${short} ${form}`,
      country,
      industry,
      organisationNumber: organisationNumber(country, index),
      website: `${domainOf(short)}.example`,
      municipality: random.pick(municipalities[country]),
      employees,
      annualRevenue: Math.round((employees * perEmployee) / 1000) * 1000,
      yearFounded: thisYear - 1 - Math.round(Math.min(110, random.logNormal(16, 0.8))),
      systemsInUse: systems(random, industry),
      decisionMakerRole: employees < 20 ? random.weighted(decidesInSmall) : random.weighted(decidesInLarge),
    }
  })
}

const decidesInSmall = { owner: 7, managingDirector: 3 }
const decidesInLarge = { managingDirector: 4, financeManager: 4, itManager: 2 }

function untakenName(random: Random, country: Country, industry: string, taken: Set<string>) {
  let name = companyName(random, country, industry)
  while (taken.has(domainOf(name.short))) name = companyName(random, country, industry)
  taken.add(domainOf(name.short))
  return name
}

function systems(random: Random, industry: string): readonly string[] {
  const odds: { readonly [system: string]: number } = {
    spreadsheet: 0.6,
    cloudAccounting: industry === 'accounting' || industry === 'construction' ? 0.55 : 0.3,
    payroll: 0.4,
    crm: 0.3,
    pointOfSale: industry === 'retail' || industry === 'hospitality' ? 0.8 : 0.05,
    legacyErp: 0.25,
  }
  return Object.keys(odds).filter((system) => random.chance(odds[system] ?? 0))
}

export function isBest({ industry, employees, systemsInUse }: WholeCompany): boolean {
  const [least, most] = truth.best.employees
  const isRightSize = employees >= least && employees <= most
  const industries: readonly string[] = truth.best.industries
  return industries.includes(industry) && isRightSize && systemsInUse.includes(truth.best.system)
}

export function isGivenUp({ industry, employees }: WholeCompany): boolean {
  return industry === truth.givenUp.industry && employees < truth.givenUp.employeesBelow
}

/** Leaves out what a salesperson did not ask: more of a lead than of a customer. */
export function forget(random: Random, company: WholeCompany, stage: DemoCompany['stage']): DemoCompany {
  const odds = stage === 'lead' ? 0.28 : 0.12
  const { id, name, country, ...rest } = company
  const known = Object.entries(rest).filter(([key]) => !random.chance(key === 'industry' ? odds / 2 : odds))
  return Object.freeze({ id, name, country, stage, ...Object.fromEntries(known) })
}

/** How the support desk spells companies: in capitals, without the legal form, with a comma, without the dots. */
const spellings: readonly [(name: string) => string, ...((name: string) => string)[]] = [
  (name) => name.toUpperCase(),
  (name) => name.replace(/ \S+$/, ''),
  (name) => name.replace(/ (\S+)$/, ', $1'),
  (name) => name.replaceAll(/[øö]/g, 'o').replaceAll(/[åä]/g, 'a').replaceAll('æ', 'ae'),
]

/** The support desk's own records of companies whose organisation number both sources know. */
export function makeDuplicates(random: Random, companies: readonly DemoCompany[]): readonly DemoDuplicate[] {
  const known = companies.flatMap(({ id, name, organisationNumber, website }) =>
    organisationNumber === undefined ? [] : [{ id, name, organisationNumber, website }],
  )
  const step = Math.max(1, Math.floor(known.length / truth.duplicates))
  return known
    .filter((_, index) => index % step === 0)
    .slice(0, truth.duplicates)
    .map(({ id: sameAs, name, organisationNumber, website }, index) => {
      const spelt = random.pick(spellings)(name)
      const base = {
        id: `S-${String(index + 1).padStart(4, '0')}`,
        name: spelt === name ? name.toUpperCase() : spelt,
        organisationNumber,
        sameAs,
      }
      return Object.freeze(website === undefined ? base : { ...base, website })
    })
}

function domainOf(name: string): string {
  const plain: { readonly [letter: string]: string } = { æ: 'ae', ø: 'o', å: 'a', ä: 'a', ö: 'o', é: 'e' }
  return name
    .toLowerCase()
    .replaceAll(/[æøåäöé]/g, (letter) => plain[letter] ?? letter)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
}
