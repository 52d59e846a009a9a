import { readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'
import { afterAll } from 'vitest'
import { emptyDatabaseUrl } from './database.ts'

const folder = new URL('../../migrations/', import.meta.url)

/** An empty database that is migrated as far as a test wants, so that what older programs wrote can be put in between. */
export async function migrateInSteps() {
  const client = new pg.Client({ connectionString: await emptyDatabaseUrl() })
  await client.connect()
  afterAll(() => client.end())
  const apply = async (isWanted: (name: string) => boolean) => {
    for (const name of readdirSync(folder).toSorted().filter(isWanted)) {
      await client.query(`begin; ${readFileSync(new URL(name, folder), 'utf8')}; commit`)
    }
  }
  return { client, apply }
}
