import { byHand } from '@profilkort/domain/identity/survivorship'
import { sql } from 'kysely'
import type { Tx } from '../connect.ts'

/** That one customer sent another. */
export interface Referral {
  readonly customerId: string
  readonly referredId: string
  /** A day, `2026-11-23`. */
  readonly referredOn: string
  readonly note: string
}

export interface ReferralRow extends Referral {
  readonly id: string
  readonly source: string
}

const columns = sql`id, source, customer_id as "customerId", referred_customer_id as "referredId",
  referred_on as "referredOn", note`

/** The referrals that customers made or came by, the latest first, at most 100 of each. */
export async function listReferrals(
  tx: Tx,
  workspaceId: string,
  customerIds: readonly string[],
): Promise<readonly (ReferralRow & { readonly of: string })[]> {
  const { rows } = await sql<ReferralRow & { of: string }>`-- listReferrals
    select asked.customer as of, own.* from unnest(${[...customerIds]}::uuid[]) as asked(customer) cross join lateral (
      select * from (
        select ${columns} from referral where workspace_id = ${workspaceId}::uuid and customer_id = asked.customer
        union
        select ${columns} from referral
        where workspace_id = ${workspaceId}::uuid and referred_customer_id = asked.customer) as either
      order by "referredOn" desc, id desc limit 100) as own`.execute(tx)
  return rows
}

/** Keeps that a customer sent another, told by hand of the first records of both. */
export async function insertReferral(
  tx: Tx,
  workspaceId: string,
  { id, customerId, referredId, referredOn, note }: Omit<ReferralRow, 'source'>,
): Promise<void> {
  await tx
    .insertInto('referral')
    .values({
      workspace_id: workspaceId,
      id,
      source: byHand,
      external_id: id,
      record_id: customerId,
      customer_id: customerId,
      referred_record_id: referredId,
      referred_customer_id: referredId,
      referred_on: referredOn,
      note,
    })
    .execute()
}

/** @returns false where there is none of the id */
export async function deleteReferral(tx: Tx, workspaceId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('referral')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows === 1n
}
