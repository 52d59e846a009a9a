import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { expect, inject, test } from 'vitest'
import { connect, inWorkspace, refuseUnwalledRole } from './connect.ts'
import { migrate, pendingMigrations } from './migrate.ts'
import { emptyDatabaseUrl, testDatabase } from './testing/database.ts'
import { generateTypes } from './testing/generate-types.ts'

const db = await testDatabase()

test('servers that start together apply each migration once', async () => {
  const url = await emptyDatabaseUrl()
  const applied = await Promise.all([migrate(url), migrate(url), migrate(url), migrate(url)])
  expect(applied.filter((names) => names.length > 0)).toHaveLength(1)
  expect(await migrate(url)).toEqual([])
})

test('a migration that was changed after it was applied, or is of a newer program, is refused', () => {
  const known = [{ name: '1.sql', sql: '', hash: 'a' }]
  expect(() => pendingMigrations(known, new Map([['1.sql', 'b']]))).toThrow(/1\.sql was changed/)
  expect(() => pendingMigrations(known, new Map([['2.sql', 'a']]))).toThrow(/newer Profilkort/)
})

test('the generated types are those of the migrated database (else: npm run generate -w @profilkort/database)', async () => {
  const written = readFileSync(new URL('./database.generated.ts', import.meta.url), 'utf8')
  expect(written).toBe(await generateTypes(db))
})

test('every table has its workspace first in its key and row-level security forced', async () => {
  const { rows } = await sql<{ table: string; first: string; walled: boolean }>`
    select c.relname as table, a.attname as first, c.relrowsecurity and c.relforcerowsecurity as walled
    from pg_class c join pg_index i on i.indrelid = c.oid and i.indisprimary
    join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> 'schema_migration'`.execute(
    db,
  )
  expect(rows.length).toBeGreaterThan(10)
  for (const row of rows) {
    expect(row).toEqual({
      table: row.table,
      first: row.table === 'workspace' ? 'id' : 'workspace_id',
      walled: true,
    })
  }
})

test('a query that forgot its workspace sees only the one its transaction named, and none outside', async () => {
  const [mine, theirs] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002']
  for (const id of [mine, theirs]) {
    await inWorkspace(db, id, (tx) =>
      tx
        .insertInto('workspace')
        .values({ id, slug: id, name: id, currency: 'NOK', locales: ['nb'] })
        .execute(),
    )
  }
  const all = () => db.selectFrom('workspace').select('id').execute()
  expect(await inWorkspace(db, mine, (tx) => tx.selectFrom('workspace').select('id').execute())).toEqual([
    { id: mine },
  ])
  expect(await all()).toEqual([])
  await expect(
    inWorkspace(db, mine, (tx) =>
      tx
        .insertInto('attribute')
        .values({ workspace_id: theirs, key: 'x', subject: 'company', definition: '{}' })
        .execute(),
    ),
  ).rejects.toThrow(/row-level security/)
})

test('a role that row-level security does not hold for is refused with what to do', async () => {
  const unwalled = connect({ connectionString: inject('database').superuserUrl })
  await expect(refuseUnwalledRole(unwalled)).rejects.toThrow(/create role profilkort/)
  await unwalled.destroy()
  await expect(refuseUnwalledRole(db)).resolves.toBeUndefined()
})
