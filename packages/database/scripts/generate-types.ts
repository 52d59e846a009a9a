// Writes src/database.generated.ts from a freshly migrated database. A test compares, so that CI sees a forgotten run.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { connect } from '../src/connect.ts'
import { startEmbedded } from '../src/embedded/embedded.ts'
import { provision } from '../src/embedded/provision.ts'
import { migrate } from '../src/migrate.ts'
import { generateTypes } from '../src/testing/generate-types.ts'

const directory = mkdtempSync(path.join(os.tmpdir(), 'profilkort-types-'))
const server = await startEmbedded({ directory, settings: { fsync: 'off' } })
try {
  const connectionString = await provision(server, directory, 'types')
  await migrate(connectionString)
  const db = connect({ connectionString })
  writeFileSync(path.join(import.meta.dirname, '../src/database.generated.ts'), await generateTypes(db))
  await db.destroy()
} finally {
  await server.stop()
  rmSync(directory, { recursive: true, force: true })
}
