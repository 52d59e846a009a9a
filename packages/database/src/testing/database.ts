import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, expect, inject } from 'vitest'
import { connect, type Database } from '../connect.ts'
import { applicationRole } from '../embedded/provision.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The test run's PostgreSQL: where each test file makes its own database from the template. */
    database: { superuserUrl: string; applicationUrl: string; template: string }
  }
}

/**
 * A fresh migrated database for one test file, as the application's own role, dropped afterwards.
 * Fails the file when it leaves connections open.
 */
export async function testDatabase(): Promise<Database & { readonly url: string }> {
  const url = await createDatabase(inject('database').template)
  const db = connect({ connectionString: url, connections: 5 })
  afterAll(() => db.destroy())
  return Object.assign(db, { url })
}

/** The connection string of a database without any tables, dropped after the file. */
export function emptyDatabaseUrl(): Promise<string> {
  return createDatabase('template0')
}

async function createDatabase(template: string): Promise<string> {
  const { superuserUrl, applicationUrl } = inject('database')
  const name = `test_${randomBytes(6).toString('hex')}`
  await asSuperuser(superuserUrl, (client) =>
    client.query(`create database ${name} owner ${applicationRole} template ${template}`),
  )
  // Vitest runs the last registered hook first: the pool has ended before this one looks.
  afterAll(() =>
    asSuperuser(superuserUrl, async (client) => {
      const open = await openConnections(client, name)
      await client.query(`drop database ${name} with (force)`)
      expect(open, 'connections this test file left open').toEqual([])
    }),
  )
  return applicationUrl.replace(/\/[^/]*$/, `/${name}`)
}

/** What the connections to a database ran last; a closed one is seen for a moment longer, so it is given that. */
async function openConnections(client: pg.Client, database: string): Promise<readonly unknown[]> {
  for (let attempt = 0; ; attempt++) {
    const { rows } = await client.query('select query from pg_stat_activity where datname = $1', [database])
    if (rows.length === 0 || attempt === 100) return rows
    await sleep(20)
  }
}

async function asSuperuser<Answer>(
  url: string,
  work: (client: pg.Client) => Promise<Answer>,
): Promise<Answer> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
