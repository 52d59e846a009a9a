import type { Tx } from '@profilkort/database/connect'
import { lockIdentity } from '@profilkort/database/identity/neighbours.queries'
import type { Counts } from '@profilkort/database/imports/counts'
import { type DealToSave, saveDeals } from '@profilkort/database/imports/save-deals.queries'
import { channelKey } from '@profilkort/domain/costs/channel'
import { count } from '@profilkort/domain/imports/notes'
import type { ImportedRow } from '@profilkort/domain/imports/read-row'
import { recordOf } from '@profilkort/domain/imports/record-of'
import { dealStatus, productKey } from '@profilkort/domain/imports/stages'
import type { CompanyOf } from './chunks/chunk.ts'
import { findOrAddCompanies } from './find-companies.ts'
import { matchProducts } from './match-products.ts'
import type { WriteScope } from './write-scope.ts'

/** Writes a batch of deals. What a user may not expect of a row is noted; nothing of it is left out. */
export async function writeDeals(tx: Tx, scope: WriteScope, rows: readonly ImportedRow[]): Promise<Counts> {
  await lockIdentity(tx, scope.workspaceId)
  const companies = await findOrAddCompanies(tx, scope, rows)
  await matchProducts(tx, scope, rows)
  const deals = rows.map((row) => toDeal(scope, row, companies.get(row.externalId)))
  return saveDeals(tx, scope, deals)
}

function toDeal(
  { currency, notes, headers }: WriteScope,
  row: ImportedRow,
  company: CompanyOf | undefined,
): DealToSave {
  const { parts, amounts, line, externalId } = row
  const stage = parts.stage ?? ''
  const status = dealStatus(stage)
  notes.add('stage', stage, line, (some) => `Stage "${stage}" (${count(some)}) counts as ${status}.`)
  if (status !== 'open' && parts.closedOn === undefined) {
    notes.add(
      'noCloseDate',
      '',
      line,
      (some) => `${count(some)} won or lost without a date of closing; they count, but in no year.`,
    )
  }
  if (status === 'won' && amounts.value === undefined) {
    notes.add(
      'noValue',
      '',
      line,
      (some) => `${count(some)} won without a value; they count as won, but add nothing to the won value.`,
    )
  }
  return {
    externalId,
    recordId: company?.recordId ?? null,
    customerId: company?.customerId ?? null,
    data: recordOf(headers, row.raw),
    productKey: parts.product === undefined ? null : productKey(parts.product),
    owner: parts.owner ?? null,
    stage,
    status,
    openedOn: parts.openedOn ?? null,
    closedOn: parts.closedOn ?? null,
    expectedCloseOn: parts.expectedCloseOn ?? null,
    // The 0 of a deal that is not won is no value: an average over it would be wrong.
    value: status === 'won' ? (amounts.value ?? null) : amounts.value || null,
    currency: parts.currency ?? currency,
    lostReason: status === 'lost' ? (parts.lostReason ?? null) : null,
    channel: channelKey(parts.channel ?? '') || null,
    campaign: parts.campaign ?? null,
  }
}
