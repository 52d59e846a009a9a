import type { Tx } from '@profilkort/database/connect'
import type { Counts } from '@profilkort/database/imports/counts'
import type { RejectedRow } from '@profilkort/database/imports/rejects.queries'
import type { ImportKind } from '@profilkort/domain/imports/kinds'
import type { ImportedRow } from '@profilkort/domain/imports/read-row'
import { writeConsents } from './write-consents.ts'
import { writeChannelCosts, writeCosts } from './write-costs.ts'
import { writeDeals } from './write-deals.ts'
import { writeNps } from './write-nps.ts'
import { writeOrders } from './write-orders.ts'
import { writeProducts } from './write-products.ts'
import { writeReferrals } from './write-referrals.ts'
import type { WriteScope } from './write-scope.ts'
import { writeTickets } from './write-tickets.ts'

/** Kinds of rows that are no customers themselves. */
export type BatchKind = Exclude<ImportKind, 'companies' | 'contacts'>

/** What became of a batch. */
export interface WrittenBatch extends Counts {
  /** Rows that can be read, but not kept beside what is there. */
  readonly rejects?: readonly RejectedRow[]
}

/** Writes rows of a kind that tells of customers and is none. */
export function writeBatch(
  tx: Tx,
  scope: WriteScope,
  kind: BatchKind,
  batch: readonly ImportedRow[],
): Promise<WrittenBatch> {
  switch (kind) {
    case 'deals':
      return writeDeals(tx, scope, batch)
    case 'products':
      return writeProducts(tx, scope, batch)
    case 'orders':
      return writeOrders(tx, scope, batch)
    case 'costs':
      return writeCosts(tx, scope, batch)
    case 'channelCosts':
      return writeChannelCosts(tx, scope, batch)
    case 'referrals':
      return writeReferrals(tx, scope, batch)
    case 'tickets':
      return writeTickets(tx, scope, batch)
    case 'nps':
      return writeNps(tx, scope, batch)
    case 'consents':
      return writeConsents(tx, scope, batch)
  }
}
