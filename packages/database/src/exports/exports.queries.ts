import type { Values } from '@profilkort/domain/attributes/attribute'
import type { CustomerKind } from '@profilkort/domain/customers/customer'
import type { CoreRule } from '@profilkort/domain/rules/core'
import { sql } from 'kysely'
import type { Tx } from '../connect.ts'
import { type Use, whereMayBeUsed } from '../consents/may-be-used.ts'
import { holds } from '../customers/customers.queries.ts'
import { customerMetrics, type MetricScope } from '../insight/metrics.queries.ts'
import { readAll } from '../read-all.ts'

/** A customer as it leaves. */
export interface ExportedCustomer {
  readonly id: string
  readonly kind: CustomerKind
  readonly stage: string
  readonly name: string
  readonly companyId: string | null
  readonly companyName: string | null
  readonly attributes: Values
  readonly updatedAt: Date
}

/** A deal as it leaves. Days as `2017-03-01`. */
export interface ExportedDeal {
  readonly id: string
  readonly source: string
  readonly externalId: string
  readonly customerId: string | null
  readonly customerName: string | null
  readonly product: string | null
  readonly owner: string | null
  readonly stage: string
  readonly status: string
  readonly openedOn: string | null
  readonly closedOn: string | null
  readonly value: number | null
  readonly currency: string
  readonly expectedCloseOn: string | null
  readonly lostReason: string | null
  readonly channel: string | null
  readonly campaign: string | null
}

/** Which customers, or deals of which customers, leave. */
export interface ExportFilter {
  readonly kind?: CustomerKind | undefined
  readonly rule?: CoreRule | undefined
  readonly use?: Use | undefined
}

/** Customers by their ids' order, so many at a time, as they were when it began. */
export async function* streamCustomers(
  tx: Tx,
  scope: MetricScope,
  filter: ExportFilter,
): AsyncGenerator<readonly ExportedCustomer[]> {
  const query = matching(tx, scope, filter)
    .leftJoin('customer as company', (join) =>
      join
        .onRef('company.workspace_id', '=', 'customer.workspace_id')
        .onRef('company.id', '=', 'customer.company_id'),
    )
    .select([
      'customer.id',
      'customer.kind',
      'customer.stage',
      'customer.name',
      'customer.company_id as companyId',
      'company.name as companyName',
      'customer.attributes',
      'customer.updated_at as updatedAt',
    ])
    .orderBy('customer.id')
  yield* readAll<ExportedCustomer>(tx, query, 'all')
}

/** Deals, those of no customer among them where nothing narrows them down, so many at a time. */
export async function* streamDeals(
  tx: Tx,
  scope: MetricScope,
  filter: ExportFilter,
): AsyncGenerator<readonly ExportedDeal[]> {
  const isNarrowed = Object.values(filter).some((each) => each !== undefined)
  const among = isNarrowed ? matching(tx, scope, filter).select('customer.id') : undefined
  const query = tx
    .selectFrom('deal')
    .leftJoin('customer', (join) =>
      join
        .onRef('customer.workspace_id', '=', 'deal.workspace_id')
        .onRef('customer.id', '=', 'deal.customer_id'),
    )
    .leftJoin('product', (join) =>
      join
        .onRef('product.workspace_id', '=', 'deal.workspace_id')
        .onRef('product.key', '=', 'deal.product_key'),
    )
    .where('deal.workspace_id', '=', scope.workspaceId)
    .$if(among !== undefined, (narrowed) => narrowed.where(sql<boolean>`deal.customer_id in ${among}`))
    .select([
      'deal.id',
      'deal.source',
      'deal.external_id as externalId',
      'deal.customer_id as customerId',
      'customer.name as customerName',
      'product.name as product',
      'deal.owner',
      'deal.stage',
      'deal.status',
      'deal.opened_on as openedOn',
      'deal.closed_on as closedOn',
      'deal.value',
      'deal.currency',
      'deal.expected_close_on as expectedCloseOn',
      'deal.lost_reason as lostReason',
      'deal.channel',
      'deal.campaign',
    ])
    .orderBy('deal.id')
  yield* readAll<ExportedDeal>(tx, query, 'all')
}

/** The keys of the attributes that any customer has. */
export async function listKeysInUse(
  tx: Tx,
  workspaceId: string,
  kind: CustomerKind | undefined,
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ key: string }>`-- listKeysInUse
    select distinct key from customer, jsonb_object_keys(attributes) as key
    where workspace_id = ${workspaceId}::uuid and (${kind ?? null}::text is null or kind = ${kind ?? null})`.execute(
    tx,
  )
  return new Set(rows.map(({ key }) => key))
}

function matching(tx: Tx, scope: MetricScope, { kind, rule, use }: ExportFilter) {
  return tx
    .with('metrics', () => customerMetrics(tx, scope))
    .selectFrom('customer')
    .leftJoin('metrics', 'metrics.customer_id', 'customer.id')
    .where('customer.workspace_id', '=', scope.workspaceId)
    .$if(kind !== undefined, (query) => query.where('customer.kind', '=', kind ?? ''))
    .$if(rule !== undefined, (query) => (rule === undefined ? query : query.where(holds(rule, scope))))
    .$if(use !== undefined, (query) => (use === undefined ? query : query.where(whereMayBeUsed(use))))
}
