import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { Logger, runMigrations } from 'graphile-worker'
import pg from 'pg'

const folder = new URL('../migrations/', import.meta.url)
/** Any fixed number: servers that start together take turns on it. */
const advisoryLock = 7_320_450_123

const silent = new Logger(() => () => undefined)

interface Migration {
  readonly name: string
  readonly sql: string
  readonly hash: string
}

function readMigrations(): readonly Migration[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .toSorted()
    .map((name) => {
      const sql = readFileSync(new URL(name, folder), 'utf8')
      return { name, sql, hash: createHash('sha256').update(sql).digest('hex') }
    })
}

/**
 * Applies the migrations that the database has not had, each in a transaction of its own, forward only.
 * Servers that start together take turns, so each is applied once. Throws when an applied migration's text
 * was changed since, or when the database is newer than this program.
 * @returns the names of those applied now
 */
export async function migrate(connectionString: string): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString, application_name: 'profilkort migrations' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [advisoryLock])
    await client.query(
      `create table if not exists schema_migration (
         name text primary key, hash text not null, applied_at timestamptz not null default now())`,
    )
    const { rows } = await client.query<{ name: string; hash: string }>(
      'select name, hash from schema_migration',
    )
    const known = readMigrations()
    const pending = pendingMigrations(known, new Map(rows.map((row) => [row.name, row.hash])))
    for (const migration of pending) await apply(client, migration)
    // The queue's own tables, in a schema of their own; while we hold the lock, as it would trip over itself.
    await runMigrations({ connectionString, logger: silent })
    return pending.map((migration) => migration.name)
  } finally {
    await client.end()
  }
}

/** What is left to apply; throws on a history that does not fit. */
export function pendingMigrations(
  known: readonly Migration[],
  applied: ReadonlyMap<string, string>,
): readonly Migration[] {
  const names = new Set(known.map((migration) => migration.name))
  const newer = [...applied.keys()].filter((name) => !names.has(name))
  if (newer.length > 0) {
    throw new Error(
      `The database has migrations this program does not know (${newer.join(', ')}). ` +
        'It was migrated by a newer Profilkort: start that one.',
    )
  }
  const changed = known.find(
    (migration) => (applied.get(migration.name) ?? migration.hash) !== migration.hash,
  )
  if (changed !== undefined) {
    throw new Error(
      `Migration ${changed.name} was changed after it was applied. Put it back and write a new one.`,
    )
  }
  return known.filter((migration) => !applied.has(migration.name))
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  try {
    await client.query('begin')
    await client.query("set local lock_timeout = '10s'")
    await client.query(migration.sql)
    await client.query('insert into schema_migration (name, hash) values ($1, $2)', [
      migration.name,
      migration.hash,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(
      `Migration ${migration.name} failed; nothing of it was kept: ${(error as Error).message}`,
      {
        cause: error,
      },
    )
  }
}
