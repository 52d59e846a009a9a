import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { inWorkspace, withConnection } from '@profilkort/database/connect'
import { findImport } from '@profilkort/database/imports/imports.queries'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { takeRecords } from '../../identity/take-records.ts'
import { startTestServer } from '../../testing/server.ts'
import { describeCustomers } from '../testing/import-jobs.ts'
import type { ImportEnvironment } from './environment.ts'
import { openImportFiles } from './import-files.ts'
import { LeftToOthers } from './job.ts'
import { keepImport, receiveFile } from './receive-import.ts'
import { runJob } from './run-job.ts'

const { app, db, clock, makeWorkspace } = await startTestServer()
const directory = mkdtempSync(path.join(os.tmpdir(), 'profilkort-same-'))
afterAll(() => rmSync(directory, { recursive: true }))
const files = openImportFiles(directory)

/** A company as two systems may tell of it: few names and websites, so that many are shared. */
const company = fc.record({
  id: fc.integer({ min: 1, max: 40 }),
  name: fc.constantFrom('Nord', 'Sør', 'Vest'),
  website: fc.constantFrom('', 'nord.no', 'vest.no', 'a.no', 'b.no', 'c.no', 'd.no'),
  number: fc.constantFrom('', '923609016', '974760673'),
})
type Company = typeof company extends fc.Arbitrary<infer Value> ? Value : never

const source = fc.uniqueArray(company, { selector: ({ id }) => id, minLength: 1, maxLength: 12 })

/** Runs an import to its end, stopping as often as asked on the way. */
async function importAll(
  workspaceId: string,
  name: string,
  rows: readonly Company[],
  { chunkRows, stopAfter }: { readonly chunkRows: number; readonly stopAfter: readonly number[] },
) {
  const environment: ImportEnvironment = { db, files, chunkRows, clock: () => clock.now, logger: app.log }
  const lines = rows.map(({ id, name: called, website, number }) => `${id};${called};${website};${number}`)
  const content = `id;name;website;organisationNumber\n${lines.join('\n')}\n`
  const file = await receiveFile(files, Readable.from([content]))
  const request = {
    kind: 'companies',
    source: name,
    fileName: 'f',
    currency: 'NOK',
    changes: {},
    dryRun: false,
  } as const
  const key = await keepImport(environment, workspaceId, 'test', file, request)
  const stops = [...stopAfter]
  for (let row = undefined as Awaited<ReturnType<typeof read>>; row?.endedAt == null; row = await read()) {
    let steps = stops.shift() ?? Number.POSITIVE_INFINITY
    await withConnection(db, (connection) => runJob(environment, connection, key, () => steps-- <= 0)).catch(
      (error: unknown) => {
        if (!(error instanceof LeftToOthers)) throw error
      },
    )
  }
  function read() {
    return inWorkspace(db, workspaceId, (tx) => findImport(tx, workspaceId, key.id))
  }
}

async function takeOneByOne(workspaceId: string, name: string, rows: readonly Company[]) {
  for (const { id, name: called, website, number } of rows) {
    const values = {
      ...(website === '' ? {} : { website }),
      ...(number === '' ? {} : { organisationNumber: number }),
    }
    const record = { externalId: String(id), name: called, values, data: {} }
    await inWorkspace(db, workspaceId, (tx) =>
      takeRecords(tx, workspaceId, { source: name, kind: 'company' }, [record], clock.now),
    )
  }
}

test('imports in any chunks, stopped anywhere, give the customers that taking their rows one by one gives', async () => {
  const way = fc.record({
    chunkRows: fc.integer({ min: 1, max: 8 }),
    stopAfter: fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 3 }),
  })
  await fc.assert(
    fc.asyncProperty(source, source, way, way, async (crm, support, one, other) => {
      const [imported, taken] = [await makeWorkspace(), await makeWorkspace()]
      await importAll(imported.id, 'crm', crm, one)
      await importAll(imported.id, 'support', support, other)
      // The same file again changes nothing, however it is read.
      await importAll(imported.id, 'crm', crm, other)
      await takeOneByOne(taken.id, 'support', support.toReversed())
      await takeOneByOne(taken.id, 'crm', crm)
      expect(await describeCustomers(db, imported.id)).toEqual(await describeCustomers(db, taken.id))
    }),
    { numRuns: 8 },
  )
}, 300_000)
