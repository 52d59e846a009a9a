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

/** Something a contact did. */
export interface DemoInteraction {
  readonly id: string
  /** An instant: `2026-03-02T09:30:00.000Z`. */
  readonly at: string
  readonly contactId: string
  /** The event's name, or `page`. */
  readonly name: string
  readonly properties: { readonly [key: string]: string | number }
}

/** The same company as the support desk spells it: never as the CRM does, but by the same organisation number. */
export interface DemoDuplicate {
  readonly id: string
  readonly name: string
  readonly organisationNumber: string
  readonly website?: string
  /** The id in the CRM. */
  readonly sameAs: string
}

/** What was planted in the data, for insight to be held against. */
export interface DemoTruth {
  /** Companies with all of these are won most often, pay most and stay longest. */
  readonly best: {
    readonly industries: readonly string[]
    readonly employees: readonly [number, number]
    readonly system: string
    readonly winRate: number
  }
  readonly restWinRate: number
  /** Small hospitality businesses: no sale to them was opened from `stoppedOn`, and the average deal grows since. */
  readonly givenUp: {
    readonly industry: string
    readonly employeesBelow: number
    readonly stoppedOn: string
  }
  /**
   * The share of the deals opened with the best, before the stop and in the first, second and third year after it,
   * and with those given up before it. This mix, and nothing else, is why the average deal grows.
   */
  readonly dealsOf: { readonly best: readonly [number, number, number, number]; readonly givenUp: number }
  /** How often deals close in each month, January first; 1 is average. */
  readonly seasons: readonly number[]
  readonly duplicates: number
  /** How much more the best do than the rest, and which share of what a segment does is asking for help. */
  readonly interactions: {
    readonly bestPerRest: number
    readonly ticketShareOfGivenUp: number
    readonly ticketShareOfRest: number
  }
}

export interface Demo {
  readonly companies: readonly DemoCompany[]
  readonly contacts: readonly DemoContact[]
  readonly products: readonly DemoProduct[]
  readonly deals: readonly DemoDeal[]
  /** What the support desk calls some of the companies. */
  readonly support: readonly DemoDuplicate[]
  readonly interactions: readonly DemoInteraction[]
  readonly truth: DemoTruth
}
