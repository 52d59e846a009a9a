import type { Tx } from '@profilkort/database/connect'
import { lockIdentity } from '@profilkort/database/identity/neighbours.queries'
import { addCounts, type Counts, noCounts } from '@profilkort/database/imports/counts'
import { type DealAsExported, findDealsAsExported } from '@profilkort/database/imports/own-exports.queries'
import { type DealToSave, saveDeals } from '@profilkort/database/imports/save-deals.queries'
import { channelKey } from '@profilkort/domain/costs/channel'
import { dealStatuses } from '@profilkort/domain/deals/deal'
import { count } from '@profilkort/domain/imports/notes'
import type { ImportedRow } from '@profilkort/domain/imports/read-row'
import { recordOf } from '@profilkort/domain/imports/record-of'
import { dealStatus, productKey } from '@profilkort/domain/imports/stages'
import type { CompanyOf } from './chunks/chunk.ts'
import { findOrAddCompanies } from './find-companies.ts'
import { matchProducts } from './match-products.ts'
import { isUuid } from './own-export.ts'
import type { WriteScope } from './write-scope.ts'

/** Writes a batch of deals. What a user may not expect of a row is noted; nothing of it is left out. */
export async function writeDeals(tx: Tx, scope: WriteScope, rows: readonly ImportedRow[]): Promise<Counts> {
  await lockIdentity(tx, scope.workspaceId)
  const companies = await findOrAddCompanies(tx, scope, rows)
  await matchProducts(tx, scope, rows)
  const deals = rows.map((row) => toDeal(scope, row, companies.get(row.externalId)))
  return scope.isOwn ? saveOwnDeals(tx, scope, deals) : saveDeals(tx, scope, deals)
}

/** Deals of an export of this product: those that are known here stay as their sources know them. */
async function saveOwnDeals(tx: Tx, scope: WriteScope, deals: readonly DealToSave[]): Promise<Counts> {
  const ids = deals.map(({ externalId }) => externalId).filter(isUuid)
  const found = await findDealsAsExported(tx, scope.workspaceId, ids)
  const known = new Map(found.map((deal) => [deal.id, deal]))
  const bySource = Map.groupBy(deals, ({ externalId }) => known.get(externalId)?.source ?? scope.source)
  let counts = noCounts
  for (const [source, some] of bySource) {
    const told = some.map((deal) => asKnown(deal, known.get(deal.externalId)))
    counts = addCounts(counts, await saveDeals(tx, { ...scope, source }, told))
  }
  return counts
}

/** What was exported of a deal, with what an export leaves out as it was. */
function asKnown(deal: DealToSave, known: DealAsExported | undefined): DealToSave {
  if (known === undefined) return deal
  const { externalId, data, recordId, customerId, expectedCloseOn, lostReason, channel, campaign } = known
  return {
    ...deal,
    externalId,
    data,
    recordId: deal.customerId === customerId ? recordId : deal.recordId,
    expectedCloseOn: deal.expectedCloseOn ?? expectedCloseOn,
    lostReason: deal.lostReason ?? lostReason,
    channel: deal.channel ?? channel,
    campaign: deal.campaign ?? campaign,
  }
}

function toDeal(
  { currency, notes, headers, isOwn }: WriteScope,
  row: ImportedRow,
  company: CompanyOf | undefined,
): DealToSave {
  const { parts, amounts, line, externalId } = row
  const stage = parts.stage ?? ''
  const told = isOwn ? row.raw[headers.indexOf('status')] : undefined
  const status = dealStatuses.find((each) => each === told) ?? dealStatus(stage)
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
