import type { Decision, Verdict } from '@profilkort/domain/identity/identity'
import type { SurvivorshipRule, SurvivorshipRules } from '@profilkort/domain/identity/survivorship'
import { sql } from 'kysely'
import type { Tx } from '../connect.ts'

/** What people decided about any of these records. */
export async function findDecisions(
  tx: Tx,
  workspaceId: string,
  recordIds: readonly string[],
): Promise<readonly Decision[]> {
  const rows = await tx
    .selectFrom('identity_decision')
    .select(['a', 'b', 'verdict'])
    .where('workspace_id', '=', workspaceId)
    .where('a', '=', sql<string>`any(${[...recordIds]}::uuid[])`)
    .execute()
  return rows as readonly Decision[]
}

/** A decision about a pair of records with what was decided before; null for nothing. */
export interface DecisionChange {
  readonly a: string
  readonly b: string
  readonly before: Verdict | null
  readonly after: Verdict | null
}

/** Puts the decisions of a change in place. */
export async function saveDecisions(
  tx: Tx,
  workspaceId: string,
  changeId: string | null,
  changes: readonly Pick<DecisionChange, 'a' | 'b' | 'after'>[],
): Promise<void> {
  const given = sql`jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as given(a uuid, b uuid, after text)`
  await sql`-- saveDecisions: taken back
    delete from identity_decision as decision using ${given}
    where decision.workspace_id = ${workspaceId}::uuid and decision.a = given.a and decision.b = given.b
      and given.after is null`.execute(tx)
  await sql`-- saveDecisions
    insert into identity_decision (workspace_id, a, b, verdict, change_id)
    select ${workspaceId}::uuid, a, b, after, ${changeId}::uuid from ${given} where after is not null
    on conflict (workspace_id, a, b) do update set verdict = excluded.verdict, change_id = excluded.change_id
  `.execute(tx)
}

/** The workspace's own rules of whose word counts. */
export async function listSurvivorship(tx: Tx, workspaceId: string): Promise<SurvivorshipRules> {
  const rows = await tx
    .selectFrom('survivorship')
    .select(['key', 'strategy', 'sources'])
    .where('workspace_id', '=', workspaceId)
    .execute()
  return Object.fromEntries(
    rows.map(({ key, strategy, sources }) => [
      key,
      { strategy: strategy as SurvivorshipRule['strategy'], sources },
    ]),
  )
}
