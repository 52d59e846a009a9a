import type { Values } from '@profilkort/domain/attributes/attribute'
import type { CustomerKind, CustomerStage, Provenances } from '@profilkort/domain/customers/customer'
import type { CustomerSort, SortPlace } from '@profilkort/domain/customers/sort'
import type { CustomerMetrics } from '@profilkort/domain/insight/metrics'
import type { CoreRule } from '@profilkort/domain/rules/core'
import { sql } from 'kysely'
import type { Tx } from '../connect.ts'
import { type Use, whereMayBeUsed } from '../consents/may-be-used.ts'
import {
  customerMetrics,
  type MetricRow,
  type MetricScope,
  metricsOfCustomer,
  toMetrics,
} from '../insight/metrics.queries.ts'
import { joiningAll } from '../joining-all.ts'
import { readAll } from '../read-all.ts'
import { placeOfCustomer, ruleToSql } from '../rules/to-sql.ts'
import { isBeyond, sortExpressions, sortOrder } from './customer-sort.ts'

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

/** Which customers of a list, and from where on. */
export interface CustomerFilter {
  readonly kind?: CustomerKind | undefined
  readonly stage?: CustomerStage | undefined
  /** Part of the name, in any case. */
  readonly search?: string | undefined
  readonly rule?: CoreRule | undefined
  /** Only those that may be used for this. */
  readonly use?: Use | undefined
}

export interface CustomerPage {
  readonly limit: number
  readonly after?: SortPlace | undefined
  readonly before?: SortPlace | undefined
  /** The last ones rather than the first, still answered in order. */
  readonly fromEnd: boolean
}

const base = [
  'id',
  'kind',
  'stage',
  'name',
  'company_id as companyId',
  'attributes',
  'provenance',
  'updated_at as updatedAt',
] as const

function customersWithMetrics(tx: Tx, scope: MetricScope) {
  return tx
    .with('metrics', () => customerMetrics(tx, scope))
    .selectFrom('customer')
    .innerJoin('metrics', 'metrics.customer_id', 'customer.id')
    .where('customer.workspace_id', '=', scope.workspaceId)
}

function filtered(tx: Tx, scope: MetricScope, filter: CustomerFilter) {
  const { kind, stage, search, rule, use } = filter
  return customersWithMetrics(tx, scope)
    .$if(kind !== undefined, (query) => query.where('customer.kind', '=', kind ?? ''))
    .$if(stage !== undefined, (query) => query.where('customer.stage', '=', stage ?? ''))
    .$if(search !== undefined, (query) =>
      query.where(sql<boolean>`strpos(customer.name_key, ${search ?? ''}) > 0`),
    )
    .$if(rule !== undefined, (query) => (rule === undefined ? query : query.where(holds(rule, scope))))
    .$if(use !== undefined, (query) => (use === undefined ? query : query.where(whereMayBeUsed(use))))
}

/** Whether a rule holds for the customer of a row, in a statement that has `metrics` of all customers. */
export function holds(rule: CoreRule, { workspaceId }: Pick<MetricScope, 'workspaceId'>) {
  const records = placeOfCustomer(workspaceId)
  return ruleToSql(rule, { attributes: sql.ref('customer.attributes'), metric: metricColumn, records })
}

function metricColumn(key: string) {
  return sql.ref<number | null>(`metrics.${key}`)
}

export async function findCustomers(
  tx: Tx,
  scope: MetricScope,
  ids: readonly string[],
): Promise<readonly CustomerRow[]> {
  const rows = await tx
    .selectFrom('customer')
    .innerJoinLateral(metricsOfCustomer(tx, scope).as('metrics'), (join) => join.onTrue())
    .where('customer.workspace_id', '=', scope.workspaceId)
    .where('customer.id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .select(base.map((column) => `customer.${column}` as const))
    .selectAll('metrics')
    .execute()
  return rows.map(toCustomer)
}

/** The people of companies. */
export async function findPeopleOf(
  tx: Tx,
  scope: MetricScope,
  companyIds: readonly string[],
): Promise<readonly CustomerRow[]> {
  const rows = await tx
    .selectFrom('customer')
    .innerJoinLateral(metricsOfCustomer(tx, scope).as('metrics'), (join) => join.onTrue())
    .where('customer.workspace_id', '=', scope.workspaceId)
    .where('customer.company_id', '=', sql<string>`any(${[...companyIds]}::uuid[])`)
    .select(base.map((column) => `customer.${column}` as const))
    .selectAll('metrics')
    .execute()
  return rows.map(toCustomer)
}

/** The places of one page of a sorted list: the same that columns answer, by looking at every customer. */
export async function listPlaces(
  tx: Tx,
  scope: MetricScope,
  filter: CustomerFilter,
  sort: CustomerSort,
  { limit, after, before, fromEnd }: CustomerPage,
): Promise<readonly SortPlace[]> {
  const parts = sortExpressions(sort.by, metricColumn)
  const query = filtered(tx, scope, filter)
    .$if(after !== undefined, (query) => (after ? query.where(isBeyond(parts, sort, after, 'after')) : query))
    .$if(before !== undefined, (query) =>
      before ? query.where(isBeyond(parts, sort, before, 'before')) : query,
    )
    .select([
      'customer.id',
      sql<(string | number | null)[]>`json_build_array(${sql.join(parts)})`.as('value'),
    ])
    .orderBy(sortOrder(parts, sort, fromEnd))
    .limit(limit)
  const rows = await joiningAll(tx, () => query.execute())
  const places = rows.map(({ id, value: [first = null, ...more] }) => ({
    id,
    value: first === null ? null : [first, ...more.map((part) => part ?? '')],
  }))
  return fromEnd ? places.toReversed() : places
}

export async function countCustomers(tx: Tx, scope: MetricScope, filter: CustomerFilter): Promise<number> {
  const query = filtered(tx, scope, filter).select(sql<number>`count(*)`.as('count'))
  const { count } = await joiningAll(tx, () => query.executeTakeFirstOrThrow())
  return count
}

/** For how many customers that may be used for this each rule holds, in one pass over them all. */
export async function countByRules(
  tx: Tx,
  scope: MetricScope,
  rules: readonly CoreRule[],
  use: Use,
): Promise<readonly number[]> {
  const counts = rules.map((rule, index) =>
    sql<number>`count(*) filter (where ${holds(rule, scope)})`.as(String(index)),
  )
  const query = filtered(tx, scope, { use }).select(counts)
  const row = await joiningAll(tx, () => query.executeTakeFirstOrThrow())
  return rules.map((_rule, index) => row[String(index)] ?? 0)
}

/** The customers of a filter, some at a time: see `readAll`. */
export async function* eachCustomer(
  tx: Tx,
  scope: MetricScope,
  filter: CustomerFilter,
): AsyncGenerator<readonly CustomerRow[]> {
  const query = filtered(tx, scope, filter)
    .select(base.map((column) => `customer.${column}` as const))
    .selectAll('metrics')
  for await (const rows of readAll<SelectedCustomer>(tx, query, 'all')) yield rows.map(toCustomer)
}

/** Every company, for a scorecard to be applied to. */
export async function listCompanies(tx: Tx, scope: MetricScope): Promise<readonly CustomerRow[]> {
  const query = filtered(tx, scope, { kind: 'company' })
    .select(base.map((column) => `customer.${column}` as const))
    .selectAll('metrics')
  const rows = await joiningAll(tx, () => query.execute())
  return rows.map(toCustomer)
}

/** A row of a statement that reads customers; without their metrics they have no records. */
export type SelectedCustomer = {
  id: string
  kind: string
  stage: string
  name: string
  companyId: string | null
  attributes: unknown
  provenance: unknown
  updatedAt: Date
} & Partial<MetricRow>

export function toCustomer(row: SelectedCustomer): CustomerRow {
  return {
    id: row.id,
    kind: row.kind as CustomerKind,
    stage: row.stage as CustomerStage,
    name: row.name,
    companyId: row.companyId,
    attributes: row.attributes as Values,
    provenance: row.provenance as CustomerRow['provenance'],
    updatedAt: row.updatedAt,
    metrics: toMetrics(row),
  }
}
