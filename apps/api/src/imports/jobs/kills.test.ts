import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect, type Database, inWorkspace } from '@profilkort/database/connect'
import { startEmbedded } from '@profilkort/database/embedded/embedded'
import { provision } from '@profilkort/database/embedded/provision'
import { listImports } from '@profilkort/database/imports/imports.queries'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { companiesFile, countAll } from '../testing/import-jobs.ts'

const root = path.resolve(import.meta.dirname, '../../../../..')
const home = mkdtempSync(path.join(os.tmpdir(), 'profilkort-kills-'))
/** The workspace that a server starts with where it has no demo. */
const workspaceId = '6f0c6c1e-5a0b-4d65-9a3e-7d1f0a9b2c10'
const patience = 600_000

let postgres: Awaited<ReturnType<typeof startEmbedded>>
let databaseUrl: string
let db: Database

beforeAll(async () => {
  const directory = path.join(home, 'postgres')
  postgres = await startEmbedded({ directory })
  databaseUrl = await provision(postgres, directory, 'profilkort')
  db = connect({ connectionString: databaseUrl, connections: 2 })
}, patience)

afterAll(async () => {
  await db.destroy()
  await postgres.stop()
  rmSync(home, { recursive: true, force: true })
})

interface Ready {
  readonly url: string
  readonly keys: { readonly secretKey: string }
}

async function startServer(): Promise<{ readonly process: ChildProcess } & Ready> {
  const child = fork('apps/api/src/main.ts', ['--empty'], {
    cwd: root,
    execArgv: [],
    env: { PATH: process.env.PATH, DATABASE_URL: databaseUrl, PROFILKORT_HOME: home, PORT: '0' },
  })
  const [ready] = (await once(child, 'message')) as [Ready]
  return { process: child, ...ready }
}

async function kill(server: { readonly process: ChildProcess }, signal: NodeJS.Signals) {
  server.process.kill(signal)
  if (server.process.exitCode === null && server.process.signalCode === null)
    await once(server.process, 'exit')
}

/** The newest import as its row says; undefined while PostgreSQL is away. */
async function newest() {
  const page = { limit: 1, after: undefined, before: undefined, fromEnd: false }
  const read = inWorkspace(db, workspaceId, (tx) => listImports(tx, workspaceId, undefined, page))
  return (await read.catch(() => []))[0]
}

async function waitFor(isThere: (row: Awaited<ReturnType<typeof newest>>) => boolean) {
  for (;;) {
    const row = await newest()
    if (isThere(row)) return row
    await sleep(20)
  }
}

/** Sends a file and waits until it is accepted; what is told after that is not heard. */
async function send({ url, keys }: Ready, content: string, source: string) {
  const body = new FormData()
  body.set('request', JSON.stringify({ kind: 'companies', source }))
  body.set('file', new Blob([content]))
  const response = await fetch(`${url}/v1/imports`, {
    method: 'POST',
    headers: { authorization: `Bearer ${keys.secretKey}` },
    body,
  })
  const reader = response.body?.getReader()
  await reader?.read()
  reader?.cancel().catch(() => undefined)
}

test('a server killed three times half-way ends with exactly the rows of the file', {
  timeout: patience,
}, async () => {
  const rows = 200_000
  let server = await startServer()
  await send(server, companiesFile(rows), 'crm')
  for (const share of [0.1, 0.4, 0.7]) {
    await waitFor((row) => (row?.position ?? 0) >= rows * share)
    await kill(server, 'SIGKILL')
    expect((await newest())?.endedAt).toBeNull()
    server = await startServer()
  }
  const end = await waitFor((row) => row?.endedAt != null)
  expect(end).toMatchObject({ state: 'done', position: rows, report: { inserted: rows, rejected: 0 } })
  expect(await countAll(db, workspaceId)).toEqual({
    records: rows,
    ids: rows,
    customers: rows,
    identifiers: rows,
  })
  await kill(server, 'SIGTERM')
})

test('PostgreSQL killed half-way is waited for, and the import ends whole', {
  timeout: patience,
}, async () => {
  const rows = 30_000
  const server = await startServer()
  const before = await countAll(db, workspaceId)
  const exited = vi.fn<() => void>()
  server.process.once('exit', exited)
  await send(server, companiesFile(rows, 1_000_000), 'support')
  for (const share of [0.2, 0.6]) {
    await waitFor((row) => row?.source === 'support' && row.position >= rows * share)
    const pidFile = path.join(home, 'postgres', 'data', 'postmaster.pid')
    process.kill(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), 'SIGKILL')
    await expect.poll(newest, { timeout: 60_000 }).toBeDefined()
  }
  const end = await waitFor((row) => row?.source === 'support' && row.endedAt !== null)
  expect(end).toMatchObject({ state: 'done', position: rows })
  const after = await countAll(db, workspaceId)
  expect((after?.records ?? 0) - (before?.records ?? 0)).toBe(rows)
  expect((after?.customers ?? 0) - (before?.customers ?? 0)).toBe(rows)
  expect(exited).not.toHaveBeenCalled()
  await kill(server, 'SIGTERM')
})
