import type { Erasure } from '@profilkort/domain/personal-data/erasure'
import { sql } from 'kysely'
import type { Tx } from '../connect.ts'

/** A receipt as it is kept. */
export interface ErasureRow extends Erasure {
  readonly id: string
  readonly digest: string
  /** Of the receipt before it; null for the first. */
  readonly previousDigest: string | null
}

function erasures(tx: Tx, workspaceId: string) {
  return tx
    .selectFrom('erasure')
    .leftJoin('erasure as previous', (join) =>
      join
        .onRef('previous.workspace_id', '=', 'erasure.workspace_id')
        .on(sql<boolean>`previous.number = erasure.number - 1`),
    )
    .where('erasure.workspace_id', '=', workspaceId)
    .select([
      'erasure.id',
      'erasure.number',
      'erasure.reason',
      'erasure.erased_at as erasedAt',
      'erasure.erased_by as erasedBy',
      'erasure.erased',
      'erasure.consents',
      'erasure.digest',
      'previous.digest as previousDigest',
    ])
}

/** The newest receipt; the next is chained to it. Needs `lockIdentity`. */
export async function findLastErasure(tx: Tx, workspaceId: string): Promise<ErasureRow | undefined> {
  const row = await erasures(tx, workspaceId).orderBy('erasure.number', 'desc').limit(1).executeTakeFirst()
  return row && toErasure(row)
}

export async function insertErasure(
  tx: Tx,
  workspaceId: string,
  { id, number, reason, erasedAt, erasedBy, erased, consents, digest }: Omit<ErasureRow, 'previousDigest'>,
): Promise<void> {
  await tx
    .insertInto('erasure')
    .values({
      workspace_id: workspaceId,
      id,
      number,
      reason,
      erased_at: new Date(erasedAt),
      erased_by: erasedBy,
      erased: JSON.stringify(erased),
      consents: JSON.stringify(consents),
      digest,
    })
    .execute()
}

/** Receipts by their ids. */
export async function findErasures(
  tx: Tx,
  workspaceId: string,
  ids: readonly string[],
): Promise<readonly ErasureRow[]> {
  if (ids.length === 0) return []
  const rows = await erasures(tx, workspaceId)
    .where('erasure.id', 'in', [...ids])
    .orderBy('erasure.number', 'desc')
    .execute()
  return rows.map(toErasure)
}

/** A part of the receipts, by their numbers, the newest first. */
export interface ErasurePage {
  readonly limit: number
  readonly after: number | undefined
  readonly before: number | undefined
  readonly fromEnd: boolean
}

export async function listErasures(
  tx: Tx,
  workspaceId: string,
  page: ErasurePage,
): Promise<readonly ErasureRow[]> {
  const rows = await erasures(tx, workspaceId)
    .$if(page.after !== undefined, (query) => query.where('erasure.number', '<', page.after ?? 0))
    .$if(page.before !== undefined, (query) => query.where('erasure.number', '>', page.before ?? 0))
    .orderBy('erasure.number', page.fromEnd ? 'asc' : 'desc')
    .limit(page.limit)
    .execute()
  const receipts = rows.map(toErasure)
  return page.fromEnd ? receipts.toReversed() : receipts
}

type Kept = Awaited<ReturnType<ReturnType<typeof erasures>['executeTakeFirstOrThrow']>>

function toErasure({ reason, erased, consents, erasedAt, ...row }: Kept): ErasureRow {
  return {
    ...row,
    erasedAt: erasedAt.getTime(),
    reason: reason as Erasure['reason'],
    erased: erased as unknown as Erasure['erased'],
    consents: consents as unknown as Erasure['consents'],
  }
}
