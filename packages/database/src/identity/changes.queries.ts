import type { DecisionChange } from '@profilkort/domain/identity/changes'
import { sql } from 'kysely'
import type { Tx } from '../connect.ts'

export type ChangeKind = 'join' | 'part' | 'dismiss'

/** A join or parting that a person made. */
export interface ChangeRow {
  readonly id: string
  readonly kind: ChangeKind
  readonly decisions: readonly DecisionChange[]
  readonly reason: string
  readonly changedBy: string
  readonly changedAt: Date
  readonly undoneBy: string | null
  readonly undoneAt: Date | null
}

function changes(tx: Tx, workspaceId: string) {
  return tx
    .selectFrom('identity_change')
    .where('workspace_id', '=', workspaceId)
    .select([
      'id',
      'kind',
      'decisions',
      'reason',
      'changed_by as changedBy',
      'changed_at as changedAt',
      'undone_by as undoneBy',
      'undone_at as undoneAt',
    ])
}

/** Keeps a change and puts its decisions in place. */
export async function insertChange(
  tx: Tx,
  workspaceId: string,
  { decisions, ...change }: Omit<ChangeRow, 'undoneBy' | 'undoneAt'>,
): Promise<void> {
  await tx
    .insertInto('identity_change')
    .values({
      workspace_id: workspaceId,
      id: change.id,
      kind: change.kind,
      decisions: JSON.stringify(decisions),
      reason: change.reason,
      changed_by: change.changedBy,
      changed_at: change.changedAt,
    })
    .execute()
  await saveDecisions(tx, workspaceId, change.id, decisions)
}

/** Marks a change as undone and puts the decisions that were before it in place. */
export async function undoChange(
  tx: Tx,
  workspaceId: string,
  id: string,
  decisions: readonly DecisionChange[],
  by: { readonly undoneBy: string; readonly undoneAt: Date },
): Promise<void> {
  await tx
    .updateTable('identity_change')
    .set({ undone_by: by.undoneBy, undone_at: by.undoneAt })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute()
  await saveDecisions(tx, workspaceId, null, decisions)
}

async function saveDecisions(
  tx: Tx,
  workspaceId: string,
  changeId: string | null,
  decisions: readonly DecisionChange[],
): Promise<void> {
  const given = sql`jsonb_to_recordset(${JSON.stringify(decisions)}::jsonb) as given(a uuid, b uuid, after text)`
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

/** A change, locked until the transaction ends. */
export async function lockChange(tx: Tx, workspaceId: string, id: string): Promise<ChangeRow | undefined> {
  const row = await changes(tx, workspaceId).where('id', '=', id).forUpdate().executeTakeFirst()
  return row as ChangeRow | undefined
}

/** A place in the list, newest first. */
export interface ChangePlace {
  readonly at: string
  readonly id: string
}

export interface ChangePage {
  readonly limit: number
  readonly after: ChangePlace | undefined
  readonly before: ChangePlace | undefined
  readonly fromEnd: boolean
}

/** Changes, newest first, one more than the page's limit where there are more. */
export async function listChanges(
  tx: Tx,
  workspaceId: string,
  { limit, after, before, fromEnd }: ChangePage,
): Promise<readonly ChangeRow[]> {
  const place = sql`(changed_at, id)`
  const direction = fromEnd ? 'asc' : 'desc'
  const rows = await changes(tx, workspaceId)
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`${place} < (${after?.at}::timestamptz, ${after?.id}::uuid)`),
    )
    .$if(before !== undefined, (query) =>
      query.where(sql<boolean>`${place} > (${before?.at}::timestamptz, ${before?.id}::uuid)`),
    )
    .orderBy('changed_at', direction)
    .orderBy('id', direction)
    .limit(limit + 1)
    .execute()
  return (fromEnd ? rows.toReversed() : rows) as unknown as readonly ChangeRow[]
}
