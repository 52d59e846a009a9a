import { inWorkspace } from '@profilkort/database/connect'
import { expect, test } from 'vitest'
import { importFile } from '../testing/import-file.ts'
import { startTestServer, type TestWorkspace } from '../testing/server.ts'

const { url, db, makeWorkspace } = await startTestServer()
const companies = { kind: 'companies' }

const names = ({ id }: TestWorkspace) =>
  inWorkspace(db, id, async (tx) =>
    (await tx.selectFrom('customer').select('name').orderBy('name').execute()).map(({ name }) => name),
  )

const latin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))
const utf16le = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'))
const utf16be = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le').swap16())

test.each<[what: string, content: string | Uint8Array<ArrayBuffer>, encoding: string]>([
  ['UTF-8', 'navn;by\nBlåbær;Bodø\n', 'utf-8'],
  ['UTF-8 with a mark', '\uFEFFnavn;by\nBlåbær;Bodø\n', 'utf-8'],
  ['UTF-8 without a last line end', 'navn;by\r\nBlåbær;Bodø', 'utf-8'],
  ['Latin 1', latin1('navn;by\r\nBlåbær;Bodø\r\n'), 'windows-1252'],
  ['UTF-16 with a mark', utf16le('\uFEFFnavn;by\nBlåbær;Bodø\n'), 'utf-16le'],
  ['UTF-16 without a mark', utf16le('navn;by\nBlåbær;Bodø\n'), 'utf-16le'],
  ['UTF-16 the other way round', utf16be('\uFEFFnavn;by\nBlåbær;Bodø\n'), 'utf-16be'],
  ['tabs and quotes', 'navn\tby\n"Blåbær"\t"Bodø"\n', 'utf-8'],
  ['a line end in a quoted cell', 'navn,by\n"Blåbær","Bodø\n"\n', 'utf-8'],
])('%s', async (_, content, encoding) => {
  const workspace = await makeWorkspace()
  const answer = await importFile(url, workspace.secretKey, companies, content)
  expect(answer.one('recognised')).toMatchObject({ encoding, headers: ['navn', 'by'] })
  const [customer] = await inWorkspace(db, workspace.id, (tx) =>
    tx.selectFrom('customer').selectAll().execute(),
  )
  expect(customer).toMatchObject({ name: 'Blåbær', attributes: { city: 'Bodø' } })
})

test('the one Latin letter at the end of a long file is read as it was meant', async () => {
  const workspace = await makeWorkspace()
  const many = Array.from({ length: 1500 }, (_, index) => `Company ${'x'.repeat(200)} ${index}`).join('\n')
  const answer = await importFile(url, workspace.secretKey, companies, latin1(`name\n${many}\nBlåbær\n`))
  expect(answer.one('recognised').encoding).toBe('windows-1252')
  expect(answer.one('report')).toMatchObject({ inserted: 1501, rejected: 0 })
  expect(await names(workspace)).toContain('Blåbær')
})

test('one broken letter in UTF-8, and a NUL far down, cost their rows and leave the others as they are', async () => {
  const workspace = await makeWorkspace()
  const many = Array.from({ length: 1500 }, (_, index) => `Æble ${'x'.repeat(200)} ${index}`).join('\n')
  const content = Buffer.concat([
    Buffer.from(`name\n${many}\n`),
    latin1('Blåb'),
    Buffer.from('\nN\0ll\nØst\n'),
  ])
  const answer = await importFile(url, workspace.secretKey, companies, new Uint8Array(content))
  expect(answer.one('report')).toMatchObject({ inserted: 1501, rejected: 2 })
  expect(answer.all('rejected').map(({ line, reason }) => `${line} ${reason}`)).toEqual([
    '1502 name: the cell has a character that could not be read; mend it and import the row again',
    '1503 name: the cell has a character that could not be read; mend it and import the row again',
  ])
  expect(await names(workspace)).toContain('Øst')
})

test('a hundred thousand rows are taken in one go, and again without a change', async () => {
  const workspace = await makeWorkspace()
  const rows = Array.from(
    { length: 100_000 },
    (_, index) => `${index};Company ${index};${index % 500};Retail;c${index}.no`,
  )
  const content = `id;name;employees;industry;website\n${rows.join('\n')}\n`
  const started = performance.now()
  const first = await importFile(url, workspace.secretKey, companies, content)
  expect(first.one('report')).toMatchObject({ inserted: 100_000, rejected: 0 })
  const again = await importFile(url, workspace.secretKey, companies, content)
  expect(again.one('report')).toMatchObject({ unchanged: 100_000, inserted: 0, changed: 0 })
  expect(performance.now() - started).toBeLessThan(55_000)
})
