import { type CustomerFacts, type Provenances, provenanceOf } from '../customers/customer.ts'
import type { FitFigures, PreparedScorecard } from './fit.ts'
import { qualifies } from './preview.ts'

/** What became of a customer's deals after the day that a scorecard is replayed on. */
export interface Outcomes {
  readonly won: number
  readonly lost: number
  /** Of won deals, in the workspace's currency. */
  readonly wonValue: number
}

/** What became of the deals of customers that a scorecard put together. */
export interface ReplayedGroup extends Outcomes {
  /** A band's key, or why there was none. */
  readonly key: string
  readonly customers: number
  /** won / (won + lost), 0-1; undefined without any. */
  readonly winRate: number | undefined
}

/** What became of deals by one scorecard as it would have judged on a day. */
export interface Replayed {
  /** Of customers that were scored, by band from low to high. */
  readonly bands: readonly ReplayedGroup[]
  /** By why there was no band: `disqualified`, `insufficientData`. */
  readonly without: readonly ReplayedGroup[]
  /** Those that a seller's time would have gone to: see `qualifies`; and all others. */
  readonly qualified: ReplayedGroup
  readonly others: ReplayedGroup
}

/** Adds up what became of deals by how one scorecard judged their customers. */
export function gatherReplay({ scorecard }: PreparedScorecard) {
  const sums = new Map<string, { customers: number; won: number; lost: number; wonValue: number }>()
  const add = (name: string, { won, lost, wonValue }: Outcomes): void => {
    const sum = sums.get(name) ?? { customers: 0, won: 0, lost: 0, wonValue: 0 }
    sum.customers++
    sum.won += won
    sum.lost += lost
    sum.wonValue += wonValue
    sums.set(name, sum)
  }
  const group = (key: string, name: string): ReplayedGroup => {
    const sum = sums.get(name) ?? { customers: 0, won: 0, lost: 0, wonValue: 0 }
    const closed = sum.won + sum.lost
    return { key, ...sum, winRate: closed === 0 ? undefined : sum.won / closed }
  }
  return {
    add: (figures: FitFigures, outcomes: Outcomes): void => {
      add(figures.band === undefined ? `without ${figures.status}` : `band ${figures.band.key}`, outcomes)
      add(qualifies(figures) ? 'qualified' : 'others', outcomes)
    },
    replayed: (): Replayed => ({
      bands: scorecard.bands.map(({ key }) => group(key, `band ${key}`)),
      without: (['disqualified', 'insufficientData'] as const).map((key) => group(key, `without ${key}`)),
      qualified: group('qualified', 'qualified'),
      others: group('others', 'others'),
    }),
  }
}

/** A customer as it was known at an instant: without values that were said later, and without later records. */
export function knownAt(facts: CustomerFacts, provenances: Provenances, at: number): CustomerFacts {
  const isKnown = (key: string) => (provenanceOf(provenances, key)?.at ?? at) <= at
  const attributes = Object.fromEntries(Object.entries(facts.attributes).filter(([key]) => isKnown(key)))
  return withRecordsUntil({ ...facts, attributes }, at)
}

/** A customer with what happened until an instant. A deal that was closed later is left out: how far it was is not kept. */
export function withRecordsUntil(facts: CustomerFacts, at: number): CustomerFacts {
  const { records } = facts
  if (records === undefined) return facts
  return {
    ...facts,
    records: {
      ...records,
      interactions: records.interactions.filter((each) => each.at <= at),
      deals: records.deals.filter(({ day }) => day === null || day <= at),
    },
  }
}
