import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import { type EmbeddedPostgres, startEmbedded } from './embedded.ts'
import { isAlive } from './run-lock.ts'

const cleanUps: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp()
})

function temporaryDirectory(): string {
  // mkdtemp makes a folder that nobody else may enter: where root keeps a checkout, say.
  const directory = mkdtempSync(path.join(os.tmpdir(), 'profilkort-embedded-'))
  cleanUps.push(() => rmSync(directory, { recursive: true, force: true }))
  return directory
}

async function start(directory: string, options: { readonly port?: number } = {}): Promise<EmbeddedPostgres> {
  const server = await startEmbedded({ directory, ...options })
  cleanUps.push(() => server.stop())
  return server
}

async function query(
  server: Pick<EmbeddedPostgres, 'superuserUrl'>,
  text: string,
): Promise<readonly unknown[][]> {
  const client = new pg.Client({ connectionString: server.superuserUrl('postgres') })
  await client.connect()
  try {
    return (await client.query({ text, rowMode: 'array' })).rows
  } finally {
    await client.end()
  }
}

function postmaster(directory: string): number {
  return Number.parseInt(readFileSync(path.join(directory, 'data/postmaster.pid'), 'utf8'), 10)
}

async function eventually<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (attempt > 200) throw error
      await sleep(50)
    }
  }
}

test('keeps data with checksums from one start to the next, never as root', async () => {
  const directory = temporaryDirectory()
  const first = await startEmbedded({ directory })
  await query(first, 'create table kept as select 42 as answer')
  expect(await query(first, 'show data_checksums')).toEqual([['on']])
  if (process.getuid?.() === 0) expect(statSync(`/proc/${postmaster(directory)}`).uid).not.toBe(0)
  await first.stop()
  const second = await start(directory)
  expect(await query(second, 'select answer from kept')).toEqual([[42]])
})

test('after kill -9 of PostgreSQL it is started again, with all that was committed', async () => {
  const directory = temporaryDirectory()
  const server = await start(directory)
  await query(server, 'create table kept as select 42 as answer')
  const before = postmaster(directory)
  process.kill(before, 'SIGKILL')
  expect(await eventually(() => query(server, 'select answer from kept'))).toEqual([[42]])
  expect(postmaster(directory)).not.toBe(before)
})

test('after kill -9 of PostgreSQL it is started again, however many connections have a last word', async () => {
  const directory = temporaryDirectory()
  const server = await start(directory)
  for (let round = 0; round < 3; round++) {
    const clients = Array.from(
      { length: 60 },
      () => new pg.Client({ connectionString: server.superuserUrl('postgres') }),
    )
    for (const client of clients) {
      client.on('error', () => undefined)
      await client.connect()
    }
    process.kill(postmaster(directory), 'SIGKILL')
    expect(await eventually(() => query(server, 'select 42'))).toEqual([[42]])
    await Promise.all(clients.map((client) => client.end().catch(() => undefined)))
  }
})

test('after kill -9 of the process that started it, the next start takes over and keeps the data', async () => {
  const directory = temporaryDirectory()
  const child = fork(path.join(import.meta.dirname, '../testing/start-and-wait.ts'), [directory], {
    execArgv: [],
  })
  const [{ url }] = (await once(child, 'message')) as [{ url: string }]
  await query({ superuserUrl: () => url }, 'create table kept as select 42 as answer')
  const orphan = postmaster(directory)
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(isAlive(orphan)).toBe(true)
  const server = await start(directory)
  expect(isAlive(orphan)).toBe(false)
  expect(await query(server, 'select answer from kept')).toEqual([[42]])
})

test('a directory that another run holds is refused with what to do', async () => {
  const directory = temporaryDirectory()
  await start(directory)
  await expect(startEmbedded({ directory })).rejects.toThrow(
    new RegExp(`already running on .* \\(process ${process.pid}\\).*PROFILKORT_HOME`),
  )
})

test('a port that is taken is refused with what to do, and leaves the directory free', async () => {
  const directory = temporaryDirectory()
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const address = other.address()
  const port = typeof address === 'object' && address ? address.port : 0
  await expect(startEmbedded({ directory, port })).rejects.toThrow(`Port ${port} is taken`)
  other.close()
  await once(other, 'close')
  const server = await start(directory, { port })
  expect(server.port).toBe(port)
})
