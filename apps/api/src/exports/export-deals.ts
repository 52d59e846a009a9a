import type { Tx } from '@profilkort/database/connect'
import { type ExportedDeal, streamDeals } from '@profilkort/database/exports/exports.queries'
import type { MetricScope } from '@profilkort/database/insight/metrics.queries'
import { cellOf } from '@profilkort/domain/exports/habits'
import { type ExportRequest, settleColumns } from './parse-export.ts'
import type { Table } from './table.ts'

const all = [
  'id',
  'source',
  'externalId',
  'customerId',
  'customerName',
  'product',
  'owner',
  'stage',
  'status',
  'openedOn',
  'closedOn',
  'value',
  'currency',
  'expectedCloseOn',
  'lostReason',
  'channel',
  'campaign',
] as const satisfies readonly (keyof ExportedDeal)[]

/** The table of deals; a kind and a rule are about the customers they are of. */
export function dealTable(
  tx: Tx,
  scope: MetricScope,
  { kind, rule, use, columns }: ExportRequest,
): Table<ExportedDeal> {
  const value = (deal: ExportedDeal, column: string) => deal[column as keyof ExportedDeal]
  return {
    columns: settleColumns(columns, all, all),
    rows: streamDeals(tx, scope, { kind, rule, use }),
    cell: (deal, column, habits) => cellOf(value(deal, column), habits),
    value,
  }
}
