import type { MetricDefinition } from '../attributes/attribute.ts'
import type { Translated } from '../locales/locale.ts'
import { costMetrics } from './cost-metrics.ts'
import { relationMetrics } from './relation-metrics.ts'
import { salesMetrics } from './sales-metrics.ts'

/** A metric with the formula it is computed by, as shown next to its number. */
export interface Metric extends MetricDefinition {
  readonly key: keyof CustomerMetrics
  readonly label: Translated
  readonly formula: Translated
}

/** Counts and sums: of a customer of whom there is nothing to count they are 0. */
export interface CountedMetrics {
  /** Sum of the value of won deals, in the currency asked for. */
  readonly wonValue: number
  /** Sum of the value of open deals, in the currency asked for. */
  readonly openValue: number
  readonly wonDeals: number
  readonly lostDeals: number
  readonly openDeals: number
  readonly orders: number
  /** Customers that it has sent. */
  readonly referralsMade: number
  /** Tickets opened at the support desk. */
  readonly tickets: number
  /** Minutes spent on its tickets, as far as told. */
  readonly supportMinutes: number
}

/** Figures that need a basis; null or undefined where there is none: no win rate without a closed deal. */
interface BasedMetrics {
  /** won / (won + lost), 0-1. */
  readonly winRate: number
  /** Days from the first purchase: a won deal or an order. */
  readonly tenureDays: number
  /** Net amount of its orders; of a customer without orders the value of won deals. */
  readonly revenue: number
  /** The same, of the last 365 days. */
  readonly yearlyRevenue: number
  /** Of orders whose lines tell it. */
  readonly costOfGoods: number
  /** CAC: spent on winning it, with its share of what channels cost. */
  readonly acquisitionCost: number
  /** Cost to serve: spent on serving it, with its share of what support cost. */
  readonly serviceCost: number
  /** Revenue less the three costs, where any of them is known. */
  readonly margin: number
  /** margin / revenue. */
  readonly marginRate: number
  /** Revenue of the last year times years as a customer. */
  readonly lifetimeValue: number
  /** The latest answer, 0-10. */
  readonly nps: number
}

/** What is computed from a customer's records, as of a day. */
export type CustomerMetrics = CountedMetrics & {
  readonly [Key in keyof BasedMetrics]: BasedMetrics[Key] | undefined
}

export const metrics: readonly Metric[] = [...salesMetrics, ...costMetrics, ...relationMetrics]

/** The metrics of a customer of which no records tell. */
export const noRecords: CustomerMetrics = Object.freeze({
  wonValue: 0,
  openValue: 0,
  wonDeals: 0,
  lostDeals: 0,
  openDeals: 0,
  orders: 0,
  referralsMade: 0,
  tickets: 0,
  supportMinutes: 0,
  winRate: undefined,
  tenureDays: undefined,
  revenue: undefined,
  yearlyRevenue: undefined,
  costOfGoods: undefined,
  acquisitionCost: undefined,
  serviceCost: undefined,
  margin: undefined,
  marginRate: undefined,
  lifetimeValue: undefined,
  nps: undefined,
})

/** The metrics that have a basis, by key, as rules see them. */
export function knownMetrics(all: CustomerMetrics): { readonly [key: string]: number } {
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
}
