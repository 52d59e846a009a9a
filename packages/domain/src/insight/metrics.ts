import type { MetricDefinition } from '../attributes/attribute.ts'
import { in4, type Translated } from '../locales/locale.ts'

/** A metric with the formula it is computed by, as shown next to its number. */
export interface Metric extends MetricDefinition {
  readonly key: keyof CustomerMetrics
  readonly label: Translated
  readonly formula: Translated
}

/**
 * What is computed from a customer's deals, as of a day. Undefined where there is no basis: no win rate without a
 * closed deal, no tenure without a won one.
 */
export interface CustomerMetrics {
  /** Sum of the value of won deals, in the currency asked for. */
  readonly wonValue: number
  readonly wonDeals: number
  readonly lostDeals: number
  readonly openDeals: number
  /** won / (won + lost), 0-1. */
  readonly winRate: number | undefined
  /** Days from the close of the first won deal. */
  readonly tenureDays: number | undefined
}

export const metrics: readonly Metric[] = [
  {
    key: 'wonValue',
    label: in4('Vunnet verdi', 'Vunnet värde', 'Vundet værdi', 'Won value'),
    formula: in4(
      'summen av verdien av vunne salg',
      'summan av värdet av vunna affärer',
      'summen af værdien af vundne salg',
      'the sum of the value of won deals',
    ),
  },
  {
    key: 'wonDeals',
    label: in4('Vunne salg', 'Vunna affärer', 'Vundne salg', 'Won deals'),
    formula: in4('antall vunne salg', 'antal vunna affärer', 'antal vundne salg', 'the number of won deals'),
  },
  {
    key: 'lostDeals',
    label: in4('Tapte salg', 'Förlorade affärer', 'Tabte salg', 'Lost deals'),
    formula: in4(
      'antall tapte salg',
      'antal förlorade affärer',
      'antal tabte salg',
      'the number of lost deals',
    ),
  },
  {
    key: 'openDeals',
    label: in4('Åpne salg', 'Öppna affärer', 'Åbne salg', 'Open deals'),
    formula: in4(
      'antall salg som verken er vunnet eller tapt',
      'antal affärer som varken är vunna eller förlorade',
      'antal salg, der hverken er vundet eller tabt',
      'the number of deals neither won nor lost',
    ),
  },
  {
    key: 'winRate',
    label: in4('Vinnerandel', 'Vinstandel', 'Vinderandel', 'Win rate'),
    formula: in4(
      'vunne / (vunne + tapte); åpne salg teller ikke',
      'vunna / (vunna + förlorade); öppna affärer räknas inte',
      'vundne / (vundne + tabte); åbne salg tæller ikke',
      'won / (won + lost); open deals do not count',
    ),
  },
  {
    key: 'tenureDays',
    label: in4('Kundetid', 'Kundtid', 'Kundetid', 'Tenure'),
    unit: in4('dager', 'dagar', 'dage', 'days'),
    formula: in4(
      'dager siden det første salget ble vunnet',
      'dagar sedan den första affären vanns',
      'dage siden det første salg blev vundet',
      'days since the first deal was won',
    ),
  },
]

/** The metrics that have a basis, by key, as rules see them. */
export function knownMetrics(all: CustomerMetrics): { readonly [key: string]: number } {
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
}
