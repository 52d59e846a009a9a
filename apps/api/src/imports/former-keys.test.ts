import { inWorkspace } from '@profilkort/database/connect'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { importFile } from '../testing/import-file.ts'
import { startTestServer, type TestWorkspace } from '../testing/server.ts'

const { url, db, clock, makeWorkspace } = await startTestServer()

/** Each import is a second after the last. */
async function take(workspace: TestWorkspace, request: object, ...lines: readonly string[]) {
  clock.now = new Date(clock.now.getTime() + 1000)
  const answer = await importFile(
    url,
    workspace.secretKey,
    { kind: 'companies', source: 'ks', ...request },
    `${lines.join('\n')}\n`,
  )
  const { inserted, changed, unchanged, rejected } = answer.one('report')
  const { mapping, warnings } = answer.one('proposal')
  return {
    key: mapping.key,
    counts: { inserted, changed, unchanged, rejected },
    warnings: warnings.join('\n'),
    rejects: answer.all('rejected').map(({ line, reason }) => `${line}: ${reason}`),
  }
}

const held = ({ id }: TestWorkspace) =>
  inWorkspace(db, id, async (tx) => {
    const rows = await tx.selectFrom('customer').select(['name', 'attributes']).orderBy('name').execute()
    return rows.map(({ name, attributes }) => `${name} ${(attributes as { employees?: number }).employees}`)
  })

const counts = (inserted: number, changed: number, unchanged: number, rejected = 0) => ({
  inserted,
  changed,
  unchanged,
  rejected,
})

test('the next file of a source is told apart as its first one was, though another key would do as well', async () => {
  const workspace = await makeWorkspace()
  const first = await take(
    workspace,
    {},
    'Navn;Orgnr;Ansatte',
    'Oslo;958935420;1',
    'Bergen;;2',
    'Moss;923609016;3',
  )
  expect([first.key, first.warnings]).toEqual([['Navn'], ''])
  const next = await take(
    workspace,
    {},
    'Navn;Orgnr;Ansatte',
    'Oslo;958935420;1',
    'Bergen;964338531;2',
    'Moss;923609016;4',
  )
  expect(next).toMatchObject({ key: ['Navn'], counts: counts(0, 2, 1), warnings: '' })
  expect(await held(workspace)).toEqual(['Bergen 2', 'Moss 4', 'Oslo 1'])
  // Another order of columns and other headers for the same.
  const renamed = await take(workspace, {}, 'Employees;Name', '5;OSLO')
  expect(renamed).toMatchObject({ key: ['Name'], counts: counts(0, 1, 0), warnings: '' })
  // Of another source nothing is known.
  expect((await take(workspace, { source: 'hr' }, 'Navn;Orgnr', 'Oslo;958935420')).key).toEqual(['Orgnr'])
})

test('rows that lack what tells them apart come back, as they do in a first file of that key', async () => {
  const workspace = await makeWorkspace()
  await take(workspace, {}, 'Navn;Orgnr;Ansatte', 'Oslo;958935420;1', 'Bergen;964338531;2')
  const next = await take(workspace, {}, 'Navn;Orgnr;Ansatte', 'Oslo;958935420;9', 'Bergen;;2')
  expect(next).toMatchObject({
    key: ['Orgnr'],
    counts: counts(0, 1, 0, 1),
    rejects: ['3: Orgnr: blank, so nothing tells which one this is'],
  })
  expect(await held(workspace)).toEqual(['Bergen 2', 'Oslo 9'])
})

test('a second one of a name does not make all others new, nor overwrite the first unseen', async () => {
  const workspace = await makeWorkspace()
  const header = 'Navn;Kommune;Ansatte'
  await take(workspace, {}, header, 'Optiker Ås;Ås;1', 'Optiker Moss;Moss;2')
  const next = await take(
    workspace,
    {},
    header,
    'Optiker Ås;Ås;1',
    'Optiker Moss;Moss;2',
    'Optiker Ås;Sogn;3',
  )
  expect(next).toMatchObject({ key: ['Navn'], counts: counts(0, 0, 2, 1) })
  expect(next.warnings).toMatch(
    /told apart by "Navn", and some rows of this file have the same there, such as "optiker ås"/,
  )
  expect(next.rejects).toEqual([
    '4: the same Navn as line 2, but other values; choose what tells rows apart with --key',
  ])
  expect(await held(workspace)).toEqual(['Optiker Moss 2', 'Optiker Ås 1'])
  // Whoever asks for it gets it.
  const asked = await take(workspace, { changes: { key: ['Navn', 'Kommune'] } }, header, 'Optiker Ås;Sogn;3')
  expect(asked).toMatchObject({ key: ['Navn', 'Kommune'], counts: counts(1, 0, 0), warnings: '' })
})

test('a file without what told rows apart is told apart as a first one is, with a warning', async () => {
  const workspace = await makeWorkspace()
  await take(workspace, {}, 'Navn;Orgnr', 'Oslo;958935420', 'Bergen;964338531')
  const other = await take(workspace, { dryRun: true }, 'Navn;Ansatte', 'Oslo;1')
  expect(other.key).toEqual(['Navn'])
  expect(other.warnings).toBe(
    'So far the companies of this source were told apart by "Orgnr". This file tells them apart by "Navn", so those that are known may come twice. It has no "Orgnr". Add that to the file, or say with --key which columns have the same.',
  )
  // Neither what was only tried nor one such file is a reason for the next.
  await take(workspace, {}, 'Navn;Ansatte', 'Sogn;1')
  expect(await take(workspace, {}, 'Bedrift;Orgnr', 'Oslo Nord;958935420')).toMatchObject({
    key: ['Orgnr'],
    counts: counts(0, 1, 0),
    warnings: '',
  })
})

test('one file without the organisation number leaves the next one its key, however long that lasts', async () => {
  const workspace = await makeWorkspace()
  const [whole, short] = ['Navn;Org.nr;Ansatte', 'Navn;Ansatte']
  await take(workspace, {}, whole, 'Flipp AS;989795848;3')
  const without = await take(workspace, {}, short, 'Flipp AS;5')
  expect(without).toMatchObject({ key: ['Navn'], warnings: expect.stringMatching(/told apart by "Org.nr"/) })
  const next = await take(workspace, {}, whole, 'Flipp AS;989795848;7')
  expect(next).toMatchObject({ key: ['Org.nr'], counts: counts(0, 1, 0), warnings: '' })
  // Nor is the first file forgotten behind many others without them.
  await inWorkspace(db, workspace.id, (tx) =>
    sql`insert into import (workspace_id, id, source, kind, file_name, file_hash, dry_run, request, mapping, counts, state,
        created_at, created_by)
      select workspace_id, gen_random_uuid(), source, kind, file_name, file_hash, dry_run, request, mapping, counts, state,
        created_at + number * interval '1 millisecond', created_by
      from import, generate_series(1, 30) as number where mapping -> 'key' = '["Navn"]'`.execute(tx),
  )
  await inWorkspace(db, workspace.id, (tx) =>
    tx.deleteFrom('import').where('created_at', '=', clock.now).execute(),
  )
  const late = await take(workspace, {}, whole, 'Flipp AS;989795848;8')
  expect(late).toMatchObject({ key: ['Org.nr'], counts: counts(0, 1, 0), warnings: '' })
})

test('a key that was asked for counts from then on', async () => {
  const workspace = await makeWorkspace()
  const header = 'Navn;Kommune;Ansatte'
  await take(workspace, {}, header, 'Optiker;Ås;1')
  await take(workspace, { changes: { key: ['Navn', 'Kommune'] } }, header, 'Optiker;Ås;1', 'Optiker;Moss;2')
  const next = await take(workspace, {}, header, 'Optiker;Ås;3', 'Optiker;Moss;2')
  expect(next).toMatchObject({ key: ['Navn', 'Kommune'], counts: counts(0, 1, 1), warnings: '' })
})

test('a count never tells rows apart', async () => {
  const workspace = await makeWorkspace()
  const first = await take(
    workspace,
    {},
    'Kundenr;Navn;Ansatte',
    '8;Dobbelto;1',
    '8;Dobbelto;2',
    '9;Enkelto;3',
  )
  expect(first.key).not.toContain('Ansatte')
  expect(first.counts).toMatchObject({ inserted: 2, rejected: 1 })
  expect(await held(workspace)).toEqual(['Dobbelto 1', 'Enkelto 3'])
})
