import type { Values } from '@profilkort/domain/attributes/attribute'
import type { CustomerKind, CustomerStage, Provenances } from '@profilkort/domain/customers/customer'
import type { CustomerMetrics } from '@profilkort/domain/insight/metrics'
import { type MetricRow, noDeals, toMetrics } from '../insight/metrics.queries.ts'

/** A customer with what is known of it and what was computed from its deals. */
export interface CustomerRow {
  readonly id: string
  readonly kind: CustomerKind
  readonly stage: CustomerStage
  readonly name: string
  readonly companyId: string | null
  readonly attributes: Values
  readonly provenance: Provenances
  readonly metrics: CustomerMetrics
  readonly updatedAt: Date
}

/** A row of a statement that reads customers; without their metrics they have no deals. */
export type CustomerDatabaseRow = {
  id: string
  kind: string
  stage: string
  name: string
  companyId: string | null
  attributes: unknown
  provenance: unknown
  updatedAt: Date
} & { [K in keyof MetricRow]?: MetricRow[K] | null }

export function toCustomer(row: CustomerDatabaseRow): CustomerRow {
  return {
    id: row.id,
    kind: row.kind as CustomerKind,
    stage: row.stage as CustomerStage,
    name: row.name,
    companyId: row.companyId,
    attributes: row.attributes as Values,
    provenance: row.provenance as CustomerRow['provenance'],
    updatedAt: row.updatedAt,
    metrics: hasMetrics(row) ? toMetrics(row) : noDeals,
  }
}

function hasMetrics(row: CustomerDatabaseRow): row is CustomerDatabaseRow & MetricRow {
  return row.wonValue !== null && row.wonValue !== undefined
}
