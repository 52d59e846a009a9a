import type { Tx } from '@profilkort/database/connect'
import { lockIdentity } from '@profilkort/database/identity/neighbours.queries'
import type { Counts } from '@profilkort/database/imports/counts'
import {
  type OrderLineToSave,
  type OrderToSave,
  saveOrders,
} from '@profilkort/database/imports/save-orders.queries'
import { channelKey } from '@profilkort/domain/costs/channel'
import type { ImportedRow } from '@profilkort/domain/imports/read-row'
import { recordOf } from '@profilkort/domain/imports/record-of'
import { productKey } from '@profilkort/domain/imports/stages'
import { dayOf } from '../graphql/context.ts'
import type { CompanyOf } from './chunks/chunk.ts'
import { findOrAddSubjects } from './find-subjects.ts'
import { matchProducts } from './match-products.ts'
import type { WriteScope } from './write-scope.ts'

/** Writes a batch of order lines; those of one order number are one order, whose head its first row tells. */
export async function writeOrders(tx: Tx, scope: WriteScope, rows: readonly ImportedRow[]): Promise<Counts> {
  await lockIdentity(tx, scope.workspaceId)
  const subjects = await findOrAddSubjects(tx, scope, rows)
  await matchProducts(tx, scope, rows)
  const heads = [...Map.groupBy(rows, numberOf).values()].flatMap(([first]) => first ?? [])
  const orders = heads.map((row) => toOrder(scope, row, subjects.get(row.externalId)))
  return saveOrders(
    tx,
    scope,
    orders,
    rows.map((row) => toLine(scope, row)),
  )
}

function numberOf({ parts, externalId }: ImportedRow): string {
  return parts.id ?? externalId
}

function toOrder(
  { currency, now }: WriteScope,
  row: ImportedRow,
  subject: CompanyOf | undefined,
): OrderToSave {
  const { parts } = row
  return {
    number: numberOf(row),
    recordId: subject?.recordId ?? null,
    customerId: subject?.customerId ?? null,
    orderedOn: parts.on ?? dayOf(now),
    channel: channelKey(parts.channel ?? '') || null,
    campaign: parts.campaign ?? null,
    currency: parts.currency ?? currency,
  }
}

function toLine({ headers }: WriteScope, row: ImportedRow): OrderLineToSave {
  const { parts, amounts, line, externalId, raw } = row
  return {
    number: numberOf(row),
    externalId,
    place: line,
    productKey: parts.product === undefined ? null : productKey(parts.product),
    description: parts.description ?? null,
    quantity: amounts.quantity ?? null,
    netAmount: amounts.value ?? 0,
    costOfGoods: amounts.costOfGoods ?? null,
    data: recordOf(headers, raw),
  }
}
