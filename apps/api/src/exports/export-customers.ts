import type { Tx } from '@profilkort/database/connect'
import {
  type ExportedCustomer,
  listKeysInUse,
  streamCustomers,
} from '@profilkort/database/exports/exports.queries'
import type { MetricScope } from '@profilkort/database/insight/metrics.queries'
import type { Catalogue } from '@profilkort/domain/attributes/attribute'
import { cellOf, type Habits, timeCell } from '@profilkort/domain/exports/habits'
import { type ExportRequest, settleColumns } from './parse-export.ts'
import type { Table } from './table.ts'

const own = {
  id: ({ id }) => id,
  kind: ({ kind }) => kind,
  stage: ({ stage }) => stage,
  name: ({ name }) => name,
  companyId: ({ companyId }) => companyId,
  companyName: ({ companyName }) => companyName,
  updatedAt: ({ updatedAt }) => timeCell(updatedAt.getTime()),
} as const satisfies { readonly [column: string]: (customer: ExportedCustomer) => string | null }

/** The table of customers: their own columns, then attributes by their keys. @param catalogue what may leave */
export async function customerTable(
  tx: Tx,
  scope: MetricScope,
  request: ExportRequest,
  catalogue: Catalogue,
): Promise<Table<ExportedCustomer>> {
  const { kind, rule, use } = request
  const attributes = [...catalogue.attributes.keys()]
  const used =
    request.columns === undefined ? await listKeysInUse(tx, scope.workspaceId, kind) : new Set<string>()
  const ownColumns = Object.keys(own)
  const columns = settleColumns(
    request.columns,
    [...ownColumns, ...attributes],
    [...ownColumns, ...attributes.filter((key) => used.has(key))],
  )
  const valueIn = (customer: ExportedCustomer, column: string) => {
    if (Object.hasOwn(own, column)) return own[column as keyof typeof own](customer)
    const value = customer.attributes[column]
    const isTime = catalogue.attributes.get(column)?.type === 'time' && typeof value === 'number'
    return isTime ? timeCell(value) : value
  }
  return {
    columns,
    rows: streamCustomers(tx, scope, { kind, rule, use }),
    cell: (customer, column, habits: Habits) => cellOf(valueIn(customer, column), habits),
    value: valueIn,
  }
}
