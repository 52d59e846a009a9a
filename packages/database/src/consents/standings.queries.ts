import type { Standing } from '@profilkort/domain/consents/consent'
import { sql } from 'kysely'
import type { Tx } from '../connect.ts'

/** Puts where customers stand: all of each, and nothing besides. */
export async function saveStandings(
  tx: Tx,
  workspaceId: string,
  standings: ReadonlyMap<string, readonly Standing[]>,
): Promise<void> {
  const all = [...standings].flatMap(([customerId, own]) => own.map((each) => ({ customerId, ...each })))
  const given = sql`json_to_recordset(${JSON.stringify(all)}::json) as given("customerId" uuid, purpose text,
    standing text, since float8, "expiresAt" float8, "consentId" uuid)`
  await sql`-- saveStandings: gone
    delete from consent_standing as said where workspace_id = ${workspaceId}::uuid
      and customer_id = any(${[...standings.keys()]}::uuid[])
      and not exists (select from ${given} where "customerId" = said.customer_id and given.purpose = said.purpose)
  `.execute(tx)
  await sql`-- saveStandings
    insert into consent_standing as said (workspace_id, customer_id, purpose, standing, since, expires_at, consent_id)
    select ${workspaceId}::uuid, "customerId", purpose, standing, to_timestamp(since / 1000),
      to_timestamp("expiresAt" / 1000), "consentId"
    from ${given}
    on conflict (workspace_id, customer_id, purpose) do update set standing = excluded.standing, since = excluded.since,
      expires_at = excluded.expires_at, consent_id = excluded.consent_id
    where (said.standing, said.since, said.expires_at, said.consent_id)
      is distinct from (excluded.standing, excluded.since, excluded.expires_at, excluded.consent_id)`.execute(
    tx,
  )
}

/** A `Standing` as it was when it was settled: a row of the table `consent_standing`. */
export const standingColumns = sql`said.purpose, said.standing,
  extract(epoch from said.since)::float8 * 1000 as since,
  extract(epoch from said.expires_at)::float8 * 1000 as "expiresAt", said.consent_id as "consentId"`

/** Customers whose consent to special categories has run out and was not acted on yet, at most 1,000. */
export async function findRunOut(tx: Tx, workspaceId: string, now: Date): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`-- findRunOut
    select customer_id as id from consent_standing
    where workspace_id = ${workspaceId}::uuid and standing = 'given' and purpose = 'specialCategories'
      and expires_at is not null and expires_at <= ${now}
    limit 1000`.execute(tx)
  return rows.map(({ id }) => id)
}

/** The workspaces with any such customer, for a transaction that looks across them. */
export async function listWorkspacesWithRunOut(tx: Tx, now: Date): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`-- listWorkspacesWithRunOut
    select distinct workspace_id as id from consent_standing
    where standing = 'given' and purpose = 'specialCategories' and expires_at is not null and expires_at <= ${now}
  `.execute(tx)
  return rows.map(({ id }) => id)
}
