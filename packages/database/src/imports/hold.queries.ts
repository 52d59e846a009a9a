import type { ClientBase } from 'pg'

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
