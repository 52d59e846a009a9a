import type { Tx } from '@profilkort/database/connect'
import { addCounts, type Counts, noCounts } from '@profilkort/database/imports/counts'
import { ensureLayout } from '@profilkort/database/imports/load-records.queries'
import type { CustomerKind } from '@profilkort/domain/customers/customer'
import { noteBook } from '@profilkort/domain/imports/notes'
import type { ImportedRow } from '@profilkort/domain/imports/read-row'
import { isSame } from '@profilkort/domain/profiles/same'
import { type IncomingRecord, takeRecords } from '../identity/take-records.ts'
import type { CompanyOf } from './chunks/chunk.ts'
import type { OwnCustomer } from './own-export.ts'
import { noteErased, readStage } from './remarks.ts'
import type { WriteScope } from './write-scope.ts'

/** A row of an export of this product, with the customer here that it was exported of. */
export interface OwnRow {
  readonly row: ImportedRow
  readonly customer: OwnCustomer
  readonly company: CompanyOf | undefined
  readonly digest: string | undefined
}

/**
 * Takes what an export says otherwise than the customer is now, as written on that customer. What it says as it is
 * changes nothing, so that the sources of it stay its sources.
 */
export async function writeOwnCustomers(
  tx: Tx,
  { workspaceId, source, now, headers, notes }: WriteScope,
  kind: CustomerKind,
  rows: readonly OwnRow[],
): Promise<Counts> {
  const told = rows.flatMap((each) => {
    const news = newsOf(each)
    return news === undefined ? [] : [{ ...each, news }]
  })
  const same: Counts = { ...noCounts, unchanged: rows.length - told.length }
  if (told.length === 0) return same
  const layoutId = await ensureLayout(tx, workspaceId, headers)
  const incoming = told.map(
    ({ row, customer, digest, news }): IncomingRecord => ({
      ...news,
      externalId: row.externalId,
      attachedTo: customer.id,
      data: row.raw,
      layoutId,
      digest,
    }),
  )
  const taken = await takeRecords(tx, workspaceId, { source, kind }, incoming, now)
  const isRefused = (index: number) => taken[index]?.outcome === 'refused'
  for (const [index, { row }] of told.entries()) if (isRefused(index)) noteErased(notes, row.line)
  const changed = taken.filter(({ outcome }) => outcome === 'inserted' || outcome === 'changed').length
  const unchanged = taken.filter(({ outcome }) => outcome === 'unchanged').length
  return addCounts(same, { inserted: 0, changed, unchanged })
}

/** Of a row, what the customer is not yet; undefined where that is nothing. */
function newsOf({
  row,
  customer,
  company,
}: OwnRow): Pick<IncomingRecord, 'name' | 'stage' | 'companyRecordId' | 'values'> | undefined {
  const { name } = row.parts
  // What cannot be read of it was noted when the row was read.
  const stage = readStage(noteBook(), row)
  const values = Object.fromEntries(
    Object.entries(row.attributes).filter(([key, value]) => !isSame(customer.attributes[key], value)),
  )
  const news = {
    ...(name === undefined || name === customer.name ? {} : { name }),
    ...(stage === undefined || stage === customer.stage ? {} : { stage }),
    ...(company === undefined || company.customerId === customer.companyId
      ? {}
      : { companyRecordId: company.recordId }),
  }
  return Object.keys({ ...news, ...values }).length === 0 ? undefined : { ...news, values }
}
