import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import type { EmbeddedPostgres } from './embedded.ts'

/** The role the application connects as: it owns its tables, yet row-level security holds for it. */
export const applicationRole = 'profilkort'

/** The application's password on an embedded server, kept beside the data. */
function applicationPassword(directory: string): string {
  const file = path.join(directory, 'application-password')
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 })
  return readFileSync(file, 'utf8')
}

/**
 * Makes the application's role and one database where they are missing.
 * @returns the connection string of the application's role to that database
 */
export async function provision(
  server: EmbeddedPostgres,
  directory: string,
  database: string,
  template = 'template0',
): Promise<string> {
  const password = applicationPassword(directory)
  const client = new pg.Client({ connectionString: server.superuserUrl('postgres') })
  await client.connect()
  try {
    const roles = await client.query('select from pg_roles where rolname = $1', [applicationRole])
    if (roles.rowCount === 0) await client.query(`create role ${applicationRole} login`)
    await client.query(`alter role ${applicationRole} password ${client.escapeLiteral(password)}`)
    const databases = await client.query('select from pg_database where datname = $1', [database])
    if (databases.rowCount === 0) {
      const [name, from] = [client.escapeIdentifier(database), client.escapeIdentifier(template)]
      await client.query(`create database ${name} owner ${applicationRole} template ${from}`)
    }
  } finally {
    await client.end()
  }
  return `postgres://${applicationRole}:${password}@127.0.0.1:${server.port}/${database}`
}
