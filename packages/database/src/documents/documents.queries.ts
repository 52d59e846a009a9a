import type { Tx } from '../connect.ts'

/** An operation that keys in a browser may run. */
export interface DocumentRow {
  /** SHA-256 of the text, lower-case hex. */
  readonly hash: string
  readonly text: string
  readonly name: string
  readonly createdAt: Date
  readonly createdBy: string
}

const columns = ['hash', 'text', 'name', 'created_at as createdAt', 'created_by as createdBy'] as const

export async function listDocuments(tx: Tx, workspaceId: string): Promise<readonly DocumentRow[]> {
  return tx
    .selectFrom('trusted_document')
    .select(columns)
    .where('workspace_id', '=', workspaceId)
    .orderBy('created_at')
    .orderBy('hash')
    .limit(1000)
    .execute()
}

export async function findDocument(
  tx: Tx,
  workspaceId: string,
  hash: string,
): Promise<DocumentRow | undefined> {
  return tx
    .selectFrom('trusted_document')
    .select(columns)
    .where('workspace_id', '=', workspaceId)
    .where('hash', '=', hash)
    .executeTakeFirst()
}

/** Keeps a document; one that is kept already takes the name. */
export async function saveDocument(tx: Tx, workspaceId: string, document: DocumentRow): Promise<DocumentRow> {
  const { hash, text, name, createdAt, createdBy } = document
  return tx
    .insertInto('trusted_document')
    .values({ workspace_id: workspaceId, hash, text, name, created_at: createdAt, created_by: createdBy })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'hash']).doUpdateSet({ name }))
    .returning(columns)
    .executeTakeFirstOrThrow()
}

/** @returns the document that was deleted */
export async function deleteDocument(
  tx: Tx,
  workspaceId: string,
  hash: string,
): Promise<DocumentRow | undefined> {
  return tx
    .deleteFrom('trusted_document')
    .where('workspace_id', '=', workspaceId)
    .where('hash', '=', hash)
    .returning(columns)
    .executeTakeFirst()
}
