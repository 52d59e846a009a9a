import { sql } from 'kysely'
import { type Database, inWorkspace, type Tx } from '../connect.ts'

/** A write that may be sent again. */
export interface IdempotentRequest {
  readonly workspaceId: string
  /** The key or member that asks. */
  readonly caller: string
  readonly key: string
}

/** What is known of a request with this key. */
export interface RequestRow {
  /** Whether this very call is the one to carry it out. */
  readonly isMine: boolean
  readonly bodyHash: string
  /** Whether it was carried out, and is too old for its answer to come. */
  readonly isLost: boolean
  readonly status: number | null
  readonly answer: string | null
}

/** How long a request may be under way; from then on its server is taken to have died. In seconds. */
const lease = 60

/** Claims a key for a request, or tells what became of the one that has it. */
export function claimRequest(
  db: Database,
  { workspaceId, caller, key }: IdempotentRequest,
  bodyHash: string,
  now: Date,
): Promise<RequestRow> {
  return inWorkspace(db, workspaceId, async (tx) => {
    const { rows } = await sql<RequestRow>`-- claimRequest
      with claimed as (
        insert into idempotent_request as held (workspace_id, caller, key, body_hash, started_at)
        values (${workspaceId}::uuid, ${caller}, ${key}, ${bodyHash}, ${now})
        on conflict (workspace_id, caller, key) do update set started_at = excluded.started_at
        where held.body_hash = excluded.body_hash and held.answer is null and not held.is_committed
          and held.started_at < excluded.started_at - make_interval(secs => ${lease})
        returning body_hash)
      select true as "isMine", body_hash as "bodyHash", false as "isLost", null::int as status, null as answer
      from claimed
      union all
      select false, body_hash, is_committed and started_at < ${now}::timestamptz - make_interval(secs => ${lease}),
        status, answer
      from idempotent_request
      where workspace_id = ${workspaceId}::uuid and caller = ${caller} and key = ${key}
        and not exists (select from claimed)`.execute(tx)
    const [row] = rows
    // One that came at the same moment is not seen by this statement yet.
    return row ?? { isMine: false, bodyHash, isLost: false, status: null, answer: null }
  })
}

/** Notes in a transaction that has written something that the request is carried out. */
export async function commitRequest(tx: Tx, { workspaceId, caller, key }: IdempotentRequest): Promise<void> {
  await sql`-- commitRequest
    update idempotent_request set is_committed = true
    where workspace_id = ${workspaceId}::uuid and caller = ${caller} and key = ${key} and not is_committed
      and pg_current_xact_id_if_assigned() is not null`.execute(tx)
}

/**
 * Keeps the answer for when the request is sent again. Where nothing was written, the key of one that was not carried out
 * is let go, so that it can be tried again.
 * @param answer undefined where none was made
 */
export function settleRequest(
  db: Database,
  { workspaceId, caller, key }: IdempotentRequest,
  answer: { readonly status: number; readonly text: string; readonly isCarriedOut: boolean } | undefined,
): Promise<void> {
  return inWorkspace(db, workspaceId, async (tx) => {
    if (answer?.isCarriedOut !== true) {
      await tx
        .deleteFrom('idempotent_request')
        .where('workspace_id', '=', workspaceId)
        .where('caller', '=', caller)
        .where('key', '=', key)
        .where('is_committed', '=', false)
        .execute()
    }
    if (answer === undefined) return
    await tx
      .updateTable('idempotent_request')
      .set({ status: answer.status, answer: answer.text })
      .where('workspace_id', '=', workspaceId)
      .where('caller', '=', caller)
      .where('key', '=', key)
      .execute()
  })
}

/** Forgets requests that are older than a day. */
export async function forgetRequests(tx: Tx, workspaceId: string, now: Date): Promise<void> {
  await sql`-- forgetRequests
    delete from idempotent_request
    where workspace_id = ${workspaceId}::uuid and started_at < ${now}::timestamptz - interval '1 day'`.execute(
    tx,
  )
}
