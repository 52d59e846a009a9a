import pg from 'pg'
import { inject } from 'vitest'

/** Every row of every table of a test's database as text, by table: what a dump of it holds, whatever the walls. */
export async function dumpOf(url: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const name = url.slice(url.lastIndexOf('/'))
  const client = new pg.Client({
    connectionString: inject('database').superuserUrl.replace(/\/[^/]*$/, name),
  })
  await client.connect()
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema') and schemaname not like 'pg_temp%'`,
    )
    const dump = new Map<string, readonly string[]>()
    for (const table of tables) {
      const { rows } = await client.query<{ row: string }>(
        `select told::text as row from ${table.name} as told`,
      )
      dump.set(
        table.name,
        rows.map(({ row }) => row),
      )
    }
    return dump
  } finally {
    await client.end()
  }
}
