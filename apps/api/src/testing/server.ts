import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { ensureAttributes } from '@profilkort/database/attributes/attributes.queries'
import { type Database, inWorkspace } from '@profilkort/database/connect'
import { testDatabase } from '@profilkort/database/testing/database'
import { insertWorkspace } from '@profilkort/database/workspaces/workspaces.queries'
import { predefinedAttributes } from '@profilkort/domain/attributes/predefined'
import { afterAll, onTestFinished } from 'vitest'
import { listenForChanges } from '../delivery/changes.ts'
import { createKey } from '../keys/create-key.ts'
import { buildServer, type ServerOptions } from '../server.ts'

/** An answer over real HTTP. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly body: {
    // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever it asked for
    readonly data?: any
    readonly errors?: readonly {
      readonly message: string
      readonly extensions: { readonly [key: string]: unknown }
    }[]
    readonly extensions?: { readonly [key: string]: unknown }
  }
}

export interface AskOptions {
  readonly key?: string
  readonly variables?: { readonly [name: string]: unknown }
  readonly headers?: { readonly [name: string]: string }
}

/** A workspace of its own with both kinds of key. */
export interface TestWorkspace {
  readonly id: string
  readonly secretKey: string
  readonly publishableKey: string
}

/** The origin that test keys answer. */
export const pageOrigin = 'https://intranet.example'

/** A server on a fresh database, with one workspace. Its clock stands still unless a test moves it. */
export async function startTestServer({
  keepsAnswers = true,
  pictures,
  importChunkRows,
}: Pick<ServerOptions, 'keepsAnswers' | 'pictures' | 'importChunkRows'> = {}) {
  const db = await testDatabase()
  const clock = { now: new Date('2026-11-23T08:00:00Z') }
  const changes = listenForChanges(db.url)
  afterAll(() => changes.stop())
  const importDirectory = mkdtempSync(path.join(os.tmpdir(), 'profilkort-imports-'))
  afterAll(() => rmSync(importDirectory, { recursive: true, force: true }))
  const app = await buildServer({
    db,
    changes,
    keepsAnswers,
    pictures,
    compilesAtOnce: true,
    clock: () => clock.now,
    importDirectory,
    importChunkRows,
    logLevel: 'silent',
  })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  // The last registered hook runs first: the server has ended before its database does.
  afterAll(() => app.close())
  const workspace = await makeWorkspace(db, clock.now)
  const ask = async (
    query: string,
    { key = workspace.secretKey, variables = {}, headers = {} }: AskOptions = {},
  ) => {
    const authorization: { authorization?: string } = key === '' ? {} : { authorization: `Bearer ${key}` }
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json',
        ...authorization,
        ...headers,
      },
      body: JSON.stringify({ query, variables }),
    })
    return { status: response.status, headers: response.headers, body: await response.json() } as Answer
  }
  return {
    app,
    db,
    url,
    clock,
    changes,
    importDirectory,
    workspace,
    ask,
    makeWorkspace: () => makeWorkspace(db, clock.now),
  }
}

/** Another server on the same database, as when several serve one company. */
export async function secondServer(
  { db, clock, importDirectory }: Awaited<ReturnType<typeof startTestServer>>,
  options: Pick<ServerOptions, 'columnsMiB'> = {},
) {
  const changes = listenForChanges(db.url)
  const app = await buildServer({
    db,
    changes,
    clock: () => clock.now,
    importDirectory,
    logLevel: 'silent',
    ...options,
  })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  onTestFinished(async () => {
    await app.close()
    await changes.stop()
  })
  return { app, url, changes }
}

async function makeWorkspace(db: Database, now: Date): Promise<TestWorkspace> {
  const id = randomUUID()
  await inWorkspace(db, id, async (tx) => {
    await insertWorkspace(tx, {
      id,
      slug: `test-${id}`,
      name: 'Test',
      currency: 'NOK',
      locales: ['nb', 'sv', 'da', 'en'],
    })
    await ensureAttributes(tx, id, predefinedAttributes)
  })
  const make = (kind: 'secret' | 'publishable') =>
    createKey({ db, now }, id, {
      kind,
      name: `Test ${kind}`,
      origins: kind === 'publishable' ? [pageOrigin] : [],
      expiresAt: null,
    })
  return { id, secretKey: (await make('secret')).text, publishableKey: (await make('publishable')).text }
}
