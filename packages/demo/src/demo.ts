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
  /** What the customer came through. */
  readonly channel?: string
}

/** Whose something is. */
interface OfCompany {
  readonly companyId: string
  readonly companyName: string
}

/** What a company was invoiced for, or with negative amounts given back. In NOK. */
export interface DemoOrder extends OfCompany {
  readonly id: string
  readonly product: string
  readonly orderedOn: string
  readonly netAmount: number
  readonly costOfGoods: number
}

/** Hours that were spent on one company. */
export interface DemoCost extends OfCompany {
  readonly id: string
  readonly purpose: 'acquisition'
  readonly spentOn: string
  readonly hours: number
  /** In NOK. */
  readonly hourlyRate: number
  readonly what: string
  readonly who: string
}

/** What a month (`2026-10`) cost in a channel, or in all. In NOK. */
export interface DemoChannelCost {
  readonly month: string
  readonly purpose: 'acquisition' | 'service'
  readonly channel?: string
  readonly amount: number
}

export interface DemoReferral extends OfCompany {
  readonly referredId: string
  readonly referredName: string
  readonly referredOn: string
}

export interface DemoTicket extends OfCompany {
  readonly id: string
  readonly subject: string
  readonly channel: string
  readonly openedOn: string
  readonly closedOn?: string
  readonly minutes: number
  /** 1 to 5. */
  readonly satisfaction?: number
}

/** How likely a company said it was to recommend, 0 to 10. */
export interface DemoAnswer extends OfCompany {
  readonly id: string
  readonly answeredOn: string
  readonly score: number
}

/** How the life with a customer goes on after it was won. */
interface DemoLife {
  /** The chance that it renews for another year, and that some of a purchase comes back. */
  readonly renews: number
  readonly credits: number
  /** Hours that a deal takes until it closes. */
  readonly salesHours: number
  readonly ticketsAYear: number
  /** Minutes that a ticket takes, in the middle. */
  readonly minutes: number
  /** How content it is with answers, and how likely to recommend, in the middle. */
  readonly content: number
  readonly nps: number
  /** The chance that it sends others. */
  readonly refers: number
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
  /** The best are cheap to win and to serve and send others; those given up cost more than they bring. */
  readonly life: { readonly best: DemoLife; readonly rest: DemoLife; readonly givenUp: DemoLife }
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
  readonly orders: readonly DemoOrder[]
  readonly costs: readonly DemoCost[]
  readonly channelCosts: readonly DemoChannelCost[]
  readonly referrals: readonly DemoReferral[]
  readonly tickets: readonly DemoTicket[]
  readonly answers: readonly DemoAnswer[]
  /** What the support desk calls some of the companies. */
  readonly support: readonly DemoDuplicate[]
  readonly interactions: readonly DemoInteraction[]
  readonly truth: DemoTruth
}
