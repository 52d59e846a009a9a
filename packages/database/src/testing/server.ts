import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../embedded/embedded.ts'
import { provision } from '../embedded/provision.ts'
import { migrate } from '../migrate.ts'

const template = 'profilkort_template'

/** Vitest's global set-up: one PostgreSQL for the whole run, with a migrated database to copy from. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'profilkort-test-'))
  const server = await startEmbedded({
    directory,
    settings: {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      max_connections: '200',
      // Each of the many databases would be looked at so often.
      autovacuum_naptime: '1min',
    },
  })
  const applicationUrl = await provision(server, directory, template)
  await migrate(applicationUrl)
  project.provide('database', { superuserUrl: server.superuserUrl('postgres'), applicationUrl, template })
  return async () => {
    await server.stop()
    rmSync(directory, { recursive: true, force: true })
  }
}
