import type { Standing } from '../consents/consent.ts'
import { mayBeUsed, standingAt } from '../consents/consent.ts'
import type { Ground } from '../consents/purpose.ts'
import type { CustomerKind } from '../customers/customer.ts'
import type { DealStatus } from '../deals/deal.ts'
import { sumExactly } from './exact-sum.ts'
import type { Span } from './period.ts'
import type { DealsField, FitField, InteractionsField } from './rule.ts'

/** What rules see of an interaction; `at` in milliseconds. */
export interface InteractionFacts {
  readonly name: string
  readonly at: number
  readonly properties: { readonly [key: string]: unknown }
}

/** What rules see of a deal that is not in the archive. */
export interface DealFacts {
  readonly status: DealStatus
  readonly stage: string
  readonly productKey: string | null
  readonly value: number | null
  readonly currency: string
  /** The midnight in UTC, in milliseconds, of the day it closed, else opened; null where neither is known. */
  readonly day: number | null
}

/** A fit as it is kept, by the slug of its scorecard. */
export interface KeptFit {
  readonly scorecard: string
  readonly band: string | null
  readonly status: string
  readonly threshold: string
  readonly points: number
  readonly percent: number
}

/** A customer's records, as far as the rules that are asked speak of them. */
export interface CustomerRecords {
  readonly kind: CustomerKind
  readonly interactions: readonly InteractionFacts[]
  readonly deals: readonly DealFacts[]
  readonly standings: readonly Standing[]
  /** The slugs of the static segments that it is on the list of. */
  readonly lists: readonly string[]
  readonly fits: readonly KeptFit[]
}

/** A field of records for one instant: its window as a span. When they were first or last is said by counts of spans. */
export type CoreRecordsField =
  | AtOneInstant<InteractionsField>
  | AtOneInstant<DealsField>
  | { readonly kind: 'consent'; readonly purpose: string; readonly now: number }
  | (FitField & { readonly ground: Ground; readonly now: number })

/** A field that counts. Of what has no time, it counts some only without a span. */
export type CountedRecords = Extract<CoreRecordsField, { readonly span: unknown }>

type AtOneInstant<Of extends InteractionsField | DealsField> = Omit<Of, 'window' | 'figure'> & {
  readonly figure: Exclude<Of['figure'], 'first' | 'last'>
  readonly span: Span | undefined
}

/** What is compared: of deals' sums the one in the currency. Undefined where there is nothing. */
export function figureOf(
  field: CoreRecordsField,
  records: CustomerRecords,
  currency: string | undefined,
): number | string | undefined {
  switch (field.kind) {
    case 'interactions':
      return interactionsFigure(field, records.interactions)
    case 'deals':
      return dealsFigure(field, records.deals, currency)
    case 'consent':
      return standingOn(field.purpose, records, field.now) ?? 'none'
    case 'fit':
      if (!mayBeProfiled(field, records)) return undefined
      return records.fits.find(({ scorecard }) => scorecard === field.scorecard)?.[field.figure] ?? undefined
  }
}

/** Whether a customer may be profiled on a ground at an instant. Companies are no persons and always may. */
export function mayBeProfiled(
  { ground, now }: { readonly ground: Ground; readonly now: number },
  records: CustomerRecords,
): boolean {
  return records.kind === 'company' || mayBeUsed(ground, standingOn('profiling', records, now))
}

function standingOn(
  purpose: string,
  { standings }: CustomerRecords,
  now: number,
): Standing['standing'] | undefined {
  const said = standings.find((each) => each.purpose === purpose)
  return said && standingAt(said, now).standing
}

/** When each of what is counted was, in milliseconds and no order; what has no time is left out. */
export function timesOf(field: CountedRecords, records: CustomerRecords): readonly number[] {
  return field.kind === 'interactions'
    ? countedInteractions(field, records.interactions).map(({ at }) => at)
    : countedDeals(field, records.deals).flatMap(({ day }) => day ?? [])
}

type InteractionsCounted = CoreRecordsField & { kind: 'interactions' }

function countedInteractions(
  { name, span }: InteractionsCounted,
  interactions: readonly InteractionFacts[],
): readonly InteractionFacts[] {
  return interactions.filter((each) => (name === undefined || each.name === name) && isWithin(each.at, span))
}

function interactionsFigure(
  field: InteractionsCounted,
  interactions: readonly InteractionFacts[],
): number | undefined {
  const { figure, property } = field
  const counted = countedInteractions(field, interactions)
  switch (figure) {
    case 'count':
      return counted.length
    case 'sum':
    case 'average': {
      const numbers = counted.flatMap(({ properties }) => {
        const value = Object.hasOwn(properties, property ?? '') ? properties[property ?? ''] : undefined
        return typeof value === 'number' && Number.isFinite(value) ? [value] : []
      })
      const sum = sumExactly(numbers)
      return figure === 'sum' || sum === undefined ? sum : averageOf(sum, numbers.length)
    }
  }
}

/** PostgreSQL refuses a quotient too small for a double; so close to zero it is zero to both. */
const tiny = 1e-290

function averageOf(sum: number, count: number): number {
  return Math.abs(sum) < tiny ? 0 : sum / count
}

type DealsCounted = CoreRecordsField & { kind: 'deals' }

function countedDeals(
  { status, stage, product, span }: DealsCounted,
  deals: readonly DealFacts[],
): readonly DealFacts[] {
  return deals.filter(
    (deal) =>
      (status === undefined || deal.status === status) &&
      (stage === undefined || deal.stage === stage) &&
      (product === undefined || deal.productKey === product) &&
      isWithin(deal.day, span),
  )
}

function dealsFigure(
  field: DealsCounted,
  deals: readonly DealFacts[],
  currency: string | undefined,
): number | undefined {
  const counted = countedDeals(field, deals)
  switch (field.figure) {
    case 'count':
      return counted.length
    case 'sum': {
      const own = counted.filter((deal) => currency === undefined || deal.currency === currency)
      return sumExactly(own.flatMap(({ value }) => value ?? []))
    }
  }
}

/** Without a span everything is; with one, what has no time is not. */
function isWithin(at: number | null, span: Span | undefined): boolean {
  if (span === undefined) return true
  if (at === null) return false
  return (span.from === undefined || at >= span.from) && (span.until === undefined || at < span.until)
}
