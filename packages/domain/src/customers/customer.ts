import type { Values } from '../attributes/attribute.ts'
import type { CustomerRecords } from '../rules/records.ts'

export type CustomerKind = 'company' | 'person'
export const customerStages = ['lead', 'prospect', 'customer', 'former'] as const
export type CustomerStage = (typeof customerStages)[number]

/** Where a value came from and when it was said; `at` is an instant in milliseconds. */
export interface Provenance {
  readonly source: string
  readonly at: number
}

/** By the key of an attribute, `name` or `stage`; `*` stands for all keys that are not named. */
export type Provenances = { readonly [key: string]: Provenance }

/** Where the value of a key came from. */
export function provenanceOf(provenances: Provenances, key: string): Provenance | undefined {
  return provenances[key] ?? provenances['*']
}

/** What rules, fit and insight see of a customer. */
export interface CustomerFacts {
  readonly attributes: Values
  /** Metrics that could be computed; a metric without a basis (win rate without closed deals) is absent. */
  readonly metrics: { readonly [key: string]: number }
  /** Read only for rules that speak of them: without, those cannot be evaluated. */
  readonly records?: CustomerRecords
  /** The company of a person, the people of a company; read as `records` are. */
  readonly around?: {
    readonly company: CustomerFacts | undefined
    readonly people: readonly CustomerFacts[]
  }
}
