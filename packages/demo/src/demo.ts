import type { CustomerStage } from '@profilkort/domain/customers/customer'
import type { Country } from './names.ts'

/** A company of the made-up vendor's CRM. What is not known is absent. */
export interface DemoCompany {
  readonly id: string
  readonly name: string
  readonly country: Country
  readonly stage: CustomerStage
  readonly industry?: string
  readonly organisationNumber?: string
  readonly website?: string
  readonly municipality?: string
  readonly employees?: number
  /** In NOK. */
  readonly annualRevenue?: number
  readonly yearFounded?: number
  readonly systemsInUse?: readonly string[]
  readonly decisionMakerRole?: string
}

export interface DemoContact {
  readonly id: string
  readonly companyId: string
  readonly companyName: string
  readonly name: string
  readonly role: string
  readonly title: string
  readonly email: string
  readonly language: string
}

export interface DemoProduct {
  readonly name: string
  readonly series: string
  /** In NOK. */
  readonly price: number
}

/** Days as `2026-11-01`. A lost deal has no value, an open one neither value nor close. */
export interface DemoDeal {
  readonly id: string
  readonly companyId: string
  readonly companyName: string
  readonly product: string
  readonly owner: string
  readonly stage: string
  readonly status: 'open' | 'won' | 'lost'
  readonly openedOn: string
  readonly closedOn?: string
  readonly value?: number
}

/** The same company as another source spells it. */
export interface DemoDuplicate {
  readonly id: string
  readonly name: string
  readonly organisationNumber: string
  readonly sameAs: string
}

/** What was planted in the data, for insight to be held against. */
export interface DemoTruth {
  /** Companies with all of these are won most often and pay most. */
  readonly best: {
    readonly industries: readonly string[]
    readonly employees: readonly [number, number]
    readonly system: string
    readonly winRate: number
  }
  readonly restWinRate: number
  /** Small hospitality businesses: sales to them stopped, and the average deal of the vendor has grown since. */
  readonly givenUp: { readonly industry: string; readonly employeesBelow: number; readonly stoppedOn: string }
  /** How often deals close in each month, January first; 1 is average. */
  readonly seasons: readonly number[]
  readonly duplicates: number
}

export interface Demo {
  readonly companies: readonly DemoCompany[]
  readonly contacts: readonly DemoContact[]
  readonly products: readonly DemoProduct[]
  readonly deals: readonly DemoDeal[]
  /** What the support desk calls some of the companies. */
  readonly support: readonly DemoDuplicate[]
  readonly truth: DemoTruth
}
