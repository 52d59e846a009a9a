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

/** All companies, the same for the same stream of numbers. Names are told apart by a number where they would meet. */
export function makeCompanies(random: Random, count: number): readonly WholeCompany[] {
  const taken = new Set<string>()
  return Array.from({ length: count }, (_, index) => {
    const country = random.weighted<Country>({ NO: 50, SE: 26, DK: 16, FI: 8 })
    const industry = random.weighted(industries)
    let name = companyName(random, country, industry, 1)
    for (let number = 2; taken.has(name); number++) name = companyName(random, country, industry, number)
    taken.add(name)
    const employees = Math.max(1, Math.round(random.logNormal(usualEmployees[industry] ?? 30, 0.9)))
    const perEmployee = (revenuePerEmployee[industry] ?? 1_400_000) * random.logNormal(1, 0.3)
    return {
      id: `K-${String(index + 1).padStart(5, '0')}`,
      name,
      country,
      industry,
      organisationNumber: organisationNumber(country, index),
      website: `${domainOf(name)}.example`,
      municipality: random.pick(municipalities[country]),
      employees,
      annualRevenue: Math.round((employees * perEmployee) / 1000) * 1000,
      yearFounded: 2024 - Math.round(Math.min(110, random.logNormal(16, 0.8))),
      systemsInUse: systems(random, industry),
      decisionMakerRole: random.weighted(
        employees < 20
          ? { owner: 7, managingDirector: 3 }
          : { managingDirector: 4, financeManager: 4, itManager: 2 },
      ),
    }
  })
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
  return truth.best.industries.includes(industry) && isRightSize && systemsInUse.includes(truth.best.system)
}

export function isGivenUp({ industry, employees }: WholeCompany): boolean {
  return industry === truth.givenUp.industry && employees < truth.givenUp.employeesBelow
}

/** Leaves out what a salesperson did not ask: more of a lead than of a customer. */
export function forget(random: Random, company: WholeCompany, stage: DemoCompany['stage']): DemoCompany {
  const odds = stage === 'lead' ? 0.28 : 0.12
  const { id, name, country, ...rest } = company
  const known = Object.entries(rest).filter(([key]) => !random.chance(key === 'industry' ? odds / 2 : odds))
  return { id, name, country, stage, ...Object.fromEntries(known) }
}

/** How the support desk spells some of the companies: in capitals, without the legal form, with a slip. */
export function makeDuplicates(random: Random, companies: readonly WholeCompany[]): readonly DemoDuplicate[] {
  const spellings: readonly [(name: string) => string, ...((name: string) => string)[]] = [
    (name) => name.toUpperCase(),
    (name) => name.replace(/ \S+$/, ''),
    (name) => name.replace(/(.)\1/, '$1'),
    (name) => name.replace(/ (AS|AB|ApS|Oy)$/, ', $1'),
  ]
  const step = Math.floor(companies.length / truth.duplicates)
  return Array.from({ length: truth.duplicates }, (_, index) => companies[index * step])
    .filter((company) => company !== undefined)
    .map((company, index) => ({
      id: `S-${String(index + 1).padStart(4, '0')}`,
      name: random.pick(spellings)(company.name),
      organisationNumber: company.organisationNumber,
      sameAs: company.id,
    }))
}

function domainOf(name: string): string {
  const plain: { readonly [letter: string]: string } = { æ: 'ae', ø: 'o', å: 'a', ä: 'a', ö: 'o', é: 'e' }
  return name
    .toLowerCase()
    .replaceAll(/[æøåäöé]/g, (letter) => plain[letter] ?? letter)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
}
