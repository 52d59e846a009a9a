import { type Database, inWorkspace } from '@profilkort/database/connect'
import { sql } from 'kysely'

/** Something done, for a test. */
export interface Done {
  readonly name: string
  /** An ISO instant. */
  readonly at: string
  readonly properties?: object
}

/** Interactions of a customer by its first record, which has its id. */
export async function addInteractions(
  db: Database,
  workspaceId: string,
  customerId: string,
  done: readonly Done[],
): Promise<void> {
  await inWorkspace(db, workspaceId, (tx) =>
    sql`insert into interaction (workspace_id, at, id, record_id, type, name, source, message_id, received_at, properties)
      select ${workspaceId}::uuid, at, gen_random_uuid(), ${customerId}::uuid, 'track', name, 'web', 'm', now(),
        coalesce(properties, '{}')
      from json_to_recordset(${JSON.stringify(done)}::json) as done(name text, at timestamptz, properties jsonb)`.execute(
      tx,
    ),
  )
}
