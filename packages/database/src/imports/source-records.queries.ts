import { sql } from 'kysely'
import type { Tx } from '../connect.ts'

export type RecordKind = 'company' | 'contact' | 'deal' | 'product'

export interface SourceScope {
  readonly workspaceId: string
  readonly source: string
  readonly kind: RecordKind
}

/** What a source said of one thing, and what that became here. */
export interface SourceRecord {
  readonly externalId: string
  readonly data: { readonly [header: string]: string }
  readonly targetId: string
}

/** The target of each external id that the source has told of. */
export async function findTargets(
  tx: Tx,
  { workspaceId, source, kind }: SourceScope,
  externalIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom('source_record')
    .select(['external_id', 'target_id'])
    .where('workspace_id', '=', workspaceId)
    .where('source', '=', source)
    .where('kind', '=', kind)
    .where('external_id', '=', sql<string>`any(${externalIds})`)
    .execute()
  return new Map(rows.map((row) => [row.external_id, row.target_id]))
}

/** Keeps what a source said; what it said before and says again stays untouched. */
export async function saveSourceRecords(
  tx: Tx,
  { workspaceId, source, kind }: SourceScope,
  records: readonly SourceRecord[],
): Promise<void> {
  await sql`
    -- saveSourceRecords
    insert into source_record (workspace_id, source, kind, external_id, data, target_id)
    select ${workspaceId}, ${source}, ${kind}, said."externalId", said.data, said."targetId"
    from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as said("externalId" text, data jsonb, "targetId" text)
    on conflict (workspace_id, source, kind, external_id) do update
      set data = excluded.data, target_id = excluded.target_id, changed_at = now()
      where (source_record.data, source_record.target_id) is distinct from (excluded.data, excluded.target_id)
  `.execute(tx)
}
