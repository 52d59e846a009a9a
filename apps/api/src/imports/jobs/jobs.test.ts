import { readdirSync } from 'node:fs'
import { inWorkspace } from '@profilkort/database/connect'
import { findImport } from '@profilkort/database/imports/imports.queries'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { readGlobalId } from '../../graphql/global-id.ts'
import { importFile } from '../../testing/import-file.ts'
import { secondServer, startTestServer, type TestWorkspace } from '../../testing/server.ts'
import type { ImportEvent } from '../events.ts'
import { companiesFile, countAll } from '../testing/import-jobs.ts'

const chunkRows = 200
const server = await startTestServer({ importChunkRows: chunkRows })
const { app, db, url, ask, importDirectory, makeWorkspace } = server
const companies = { kind: 'companies' }

function send(workspace: TestWorkspace, content: string, request: object = companies, signal?: AbortSignal) {
  const body = new FormData()
  body.set('request', JSON.stringify(request))
  body.set('file', new Blob([content]))
  const headers = { authorization: `Bearer ${workspace.secretKey}` }
  return fetch(`${url}/v1/imports`, { method: 'POST', headers, body, ...(signal ? { signal } : {}) })
}

/** Reads events until one is the last that is wanted, and leaves the rest. */
async function readUntil(response: Response, isLast: (event: ImportEvent) => boolean) {
  const events: ImportEvent[] = []
  let rest = ''
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  for (;;) {
    const { value, done } = (await reader?.read()) ?? { done: true }
    if (done) return events
    const lines = (rest + (value ?? '')).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const event = JSON.parse(line) as ImportEvent
      events.push(event)
      if (!isLast(event)) continue
      await reader?.cancel()
      return events
    }
  }
}

const hasBegun = (event: ImportEvent) => event.type === 'progress' && event.rows >= chunkRows

async function receivedId(response: Response, isLast: (event: ImportEvent) => boolean) {
  const [received] = await readUntil(response, isLast)
  if (received?.type !== 'received') throw new Error('The first event is not `received`')
  return received.id
}

const stateOf = async ({ id: workspaceId }: TestWorkspace, id: string) => {
  const key = readGlobalId(id)?.id ?? ''
  return (await inWorkspace(db, workspaceId, (tx) => findImport(tx, workspaceId, key)))?.state
}

/** What server-sent events tell, with the id of each. */
async function listen(workspace: TestWorkspace, id: string, lastEventId?: string) {
  const response = await fetch(`${url}/v1/imports/${id}/events`, {
    headers: {
      authorization: `Bearer ${workspace.secretKey}`,
      ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
    },
  })
  const text = await response.text()
  return text
    .trim()
    .split('\n\n')
    .map((block) => {
      const [, eventId, name, data] = /^id: (.*)\nevent: (.*)\ndata: (.*)$/.exec(block) ?? []
      return { id: eventId, name, event: JSON.parse(data ?? '{}') as ImportEvent }
    })
}

test('whoever hangs up does not stop an import, and hears the rest of it from where it was', async () => {
  const workspace = await makeWorkspace()
  const rows = 6 * chunkRows
  const hangUp = new AbortController()
  const response = await send(workspace, companiesFile(rows), companies, hangUp.signal)
  const id = await receivedId(response, ({ type }) => type === 'received')
  hangUp.abort()
  const all = await listen(workspace, id)
  expect(all.map(({ name }) => name).slice(0, 3)).toEqual(['received', 'recognised', 'proposal'])
  expect(all.at(-1)?.event).toMatchObject({ type: 'report', state: 'done', rows, inserted: rows })
  expect(await countAll(db, workspace.id)).toEqual({
    records: rows,
    ids: rows,
    customers: rows,
    identifiers: rows,
  })
  const middle = all.findIndex(({ event }) => hasBegun(event))
  const rest = await listen(workspace, id, all[middle]?.id)
  expect(rest.filter(({ name }) => name !== 'progress' && name !== 'report')).toEqual([])
  expect(rest.at(-1)).toEqual(all.at(-1))
  await expect.poll(() => readdirSync(importDirectory)).toEqual([])
})

test('imports into one workspace wait for each other, in the order they were sent', async () => {
  const [workspace, other] = [await makeWorkspace(), await makeWorkspace()]
  const first = await send(workspace, companiesFile(5 * chunkRows))
  const firstId = await receivedId(first, ({ type }) => type === 'received')
  const second = importFile(url, workspace.secretKey, { ...companies, source: 'support' }, companiesFile(10))
  const elsewhere = await importFile(url, other.secretKey, companies, companiesFile(10))
  expect(elsewhere.one('report')).toMatchObject({ inserted: 10 })
  // Its companies have websites of the first import's, which is over by then.
  expect((await second).one('report')).toMatchObject({ inserted: 0, changed: 10 })
  expect(await stateOf(workspace, firstId)).toBe('done')
})

test('an import that is called off ends between two steps; what it wrote by then stays, whole', async () => {
  const workspace = await makeWorkspace()
  await importFile(url, workspace.secretKey, { ...companies, source: 'support' }, companiesFile(10))
  const total = 100 * chunkRows
  const id = await receivedId(await send(workspace, companiesFile(total)), hasBegun)
  const cancel = `mutation ($id: ID!) { importCancel(id: $id) {
    ... on ImportCancelSuccess { import { id } } ... on Problem { message } } }`
  const { body } = await ask(cancel, { key: workspace.secretKey, variables: { id } })
  expect(body.data.importCancel).toEqual({ import: { id } })
  const end = (await listen(workspace, id)).at(-1)?.event
  if (end?.type !== 'report') throw new Error(`It ended with ${JSON.stringify(end)}`)
  expect(end.state).toBe('cancelled')
  expect(end.rows).toBeLessThan(total)
  expect(end.rows % chunkRows).toBe(0)
  // The ten of the other source are joined, though the import did not come to its end.
  expect(await countAll(db, workspace.id)).toMatchObject({ records: end.rows + 10, customers: end.rows })
  expect(end).toMatchObject({ inserted: end.rows - 10, changed: 10 })
  await expect.poll(() => readdirSync(importDirectory)).toEqual([])
  const again = await ask(cancel, { key: workspace.secretKey, variables: { id } })
  expect(again.body.data.importCancel).toEqual({ import: { id } })
})

test('rows that stand in a large file twice are taken once, those with other values given back', async () => {
  const workspace = await makeWorkspace()
  const rows = 4 * chunkRows
  const content = `${companiesFile(rows)}3;Company 3;3;c3.no\n5;Company five;5;c5.no\n7;Company 7;7;c7.no\n9;=1+1;;\n`
  const first = await importFile(url, workspace.secretKey, companies, content)
  expect(first.one('report')).toMatchObject({ rows: rows + 4, inserted: rows, unchanged: 2, rejected: 2 })
  const again = await importFile(url, workspace.secretKey, companies, content)
  expect(again.one('report')).toMatchObject({
    rows: rows + 4,
    inserted: 0,
    changed: 0,
    unchanged: rows + 2,
    rejected: 2,
  })
  for (const answer of [first, again]) {
    expect(answer.all('rejected').map(({ line, reason }) => `${line}: ${reason}`)).toEqual([
      `${rows + 3}: the same id as line 7, but other values; choose what tells rows apart with --key`,
      `${rows + 5}: the same id as line 11, but other values; choose what tells rows apart with --key`,
    ])
  }
  const file = await fetch(`${url}/v1/imports/${again.one('received').id}/rejects.csv`, {
    headers: { authorization: `Bearer ${workspace.secretKey}` },
  })
  const [header, , formula] = (await file.text()).split('\r\n')
  expect(header).toBe('id;name;employees;website;reason (Profilkort)')
  expect(formula).toMatch(/^9;'=1\+1;;;"the same id as line 11/)
  expect(await countAll(db, workspace.id)).toMatchObject({ records: rows, customers: rows })
})

test('a dry run of a large file tells what the import would, and leaves nothing', async () => {
  const workspace = await makeWorkspace()
  const rows = 3 * chunkRows
  const content = `${companiesFile(rows)}3;Company 3;3;c3.no\n5;Company five;5;c5.no\n`
  const told = { rows: rows + 2, inserted: rows, changed: 0, unchanged: 1, rejected: 1 }
  const tried = await importFile(url, workspace.secretKey, { ...companies, dryRun: true }, content)
  expect(tried.one('report')).toMatchObject({ ...told, dryRun: true })
  expect(await countAll(db, workspace.id)).toMatchObject({ records: 0, customers: 0, identifiers: 0 })
  const taken = await importFile(url, workspace.secretKey, companies, content)
  expect(taken.one('report')).toMatchObject({ ...told, dryRun: false })
  expect(taken.all('rejected')).toEqual(tried.all('rejected'))
})

test('an import goes on at another server when its own stops', async () => {
  const workspace = await makeWorkspace()
  const rows = 40 * chunkRows
  const own = await startOwn()
  const body = new FormData()
  body.set('request', JSON.stringify(companies))
  body.set('file', new Blob([companiesFile(rows)]))
  const headers = { authorization: `Bearer ${workspace.secretKey}` }
  const response = await fetch(`${own.url}/v1/imports`, { method: 'POST', headers, body })
  const id = await receivedId(response, ({ type }) => type === 'progress')
  await own.stop()
  await app.imports.runner.sweep()
  const end = (await listen(workspace, id)).at(-1)?.event
  expect(end).toMatchObject({ type: 'report', state: 'done', rows, inserted: rows })
  expect(await countAll(db, workspace.id)).toEqual({
    records: rows,
    ids: rows,
    customers: rows,
    identifiers: rows,
  })
})

async function startOwn() {
  const own = await secondServer(server)
  return { url: own.url, stop: () => own.app.imports.runner.stop() }
}

test('an import that fails half-way keeps what it wrote, and goes on from there when it is asked to', async () => {
  const workspace = await makeWorkspace()
  const rows = 5 * chunkRows
  await sql`create function refuse() returns trigger language plpgsql as
    'begin raise exception ''the disk is full''; end'`.execute(db)
  await sql`create trigger refuse before insert on source_record for each row
    when (new.external_id = '700') execute function refuse()`.execute(db)
  const answer = await importFile(url, workspace.secretKey, companies, companiesFile(rows))
  expect(answer.one('failed')).toMatchObject({ code: 'INTERNAL_SERVER_ERROR', rows: 3 * chunkRows })
  expect(await countAll(db, workspace.id)).toMatchObject({ records: 3 * chunkRows, customers: 3 * chunkRows })
  await sql`drop trigger refuse on source_record`.execute(db)
  const resume = `mutation ($id: ID!) { importResume(id: $id) {
    ... on ImportResumeSuccess { import { state } } ... on Problem { message } } }`
  const { id } = answer.one('received')
  const { body } = await ask(resume, { key: workspace.secretKey, variables: { id } })
  expect(body.data.importResume).toEqual({ import: { state: 'RUNNING' } })
  expect((await listen(workspace, id)).at(-1)?.event).toMatchObject({ type: 'report', rows, inserted: rows })
  expect(await countAll(db, workspace.id)).toEqual({
    records: rows,
    ids: rows,
    customers: rows,
    identifiers: rows,
  })
})

test('imports are listed with how far they have come, to those of their workspace', async () => {
  const [workspace, other] = [await makeWorkspace(), await makeWorkspace()]
  const { id } = (await importFile(url, workspace.secretKey, companies, companiesFile(3))).one('received')
  const query = `query ($id: ID!) {
    import(id: $id) { id state rows inserted rejected fileName source kind dryRun failure createdBy }
    imports(first: 5, state: [DONE]) { edges { node { id } } } }`
  const asked = async (key: string) => (await ask(query, { key, variables: { id } })).body.data
  expect(await asked(workspace.secretKey)).toEqual({
    import: {
      id,
      state: 'DONE',
      rows: 3,
      inserted: 3,
      rejected: 0,
      fileName: 'file',
      source: 'crm',
      kind: 'companies',
      dryRun: false,
      failure: null,
      createdBy: 'Test secret',
    },
    imports: { edges: [{ node: { id } }] },
  })
  expect(await asked(other.secretKey)).toEqual({ import: null, imports: { edges: [] } })
  for (const path of ['events', 'rejects.csv']) {
    const response = await fetch(`${url}/v1/imports/${id}/${path}`, {
      headers: { authorization: `Bearer ${other.secretKey}` },
    })
    expect(response.status).toBe(404)
  }
})
