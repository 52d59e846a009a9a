import { sql } from 'kysely'
import type { ClientBase } from 'pg'
import type { Tx } from '../connect.ts'

/** Makes this connection the one that imports into a workspace, until it lets go or breaks; false when another is. */
export async function holdImports(client: ClientBase, workspaceId: string): Promise<boolean> {
  const { rows } = await client.query<{ held: boolean }>(
    '/* holdImports */ select pg_try_advisory_lock(hashtextextended($1, 0)) as held',
    [`import ${workspaceId}`],
  )
  return rows[0]?.held ?? false
}

/** Lets other servers import into the workspace. */
export async function releaseImports(client: ClientBase, workspaceId: string): Promise<void> {
  await client.query('/* releaseImports */ select pg_advisory_unlock(hashtextextended($1, 0))', [
    `import ${workspaceId}`,
  ])
}

/** Keeps imports out of the workspace until the transaction ends; false when one is under way, or waits to be gone on with. */
export async function lockImports(tx: Tx, workspaceId: string): Promise<boolean> {
  const { rows } = await sql<{ isFree: boolean }>`-- lockImports
    select pg_try_advisory_xact_lock(hashtextextended(${`import ${workspaceId}`}, 0)) and not exists (
      select from import where workspace_id = ${workspaceId}::uuid and state in ('checking', 'running', 'joining')
    ) as "isFree"`.execute(tx)
  return rows[0]?.isFree ?? false
}
