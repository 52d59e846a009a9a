import { inWorkspace } from '@profilkort/database/connect'
import { expect, test } from 'vitest'
import { importFile } from '../testing/import-file.ts'
import { startTestServer, type TestWorkspace } from '../testing/server.ts'
import { makeWorkbook } from './testing/workbook.ts'

const { url, db, ask, makeWorkspace } = await startTestServer()

const companies = { kind: 'companies' }
const send = (workspace: TestWorkspace, request: object, content: string | Uint8Array<ArrayBuffer>) =>
  importFile(url, workspace.secretKey, request, content)

const customers = ({ id }: TestWorkspace) =>
  inWorkspace(db, id, (tx) =>
    tx.selectFrom('customer').select(['name', 'attributes']).orderBy('name').execute(),
  )

const list = async ({ secretKey: key }: TestWorkspace, args = '') => {
  const { body } = await ask(
    `{ importMappings${args} { id name kind key headers revision savedBy mapping } }`,
    { key },
  )
  expect(body.errors).toBeUndefined()
  return body.data.importMappings
}

const change = async (
  { secretKey: key }: TestWorkspace,
  query: string,
  variables: { readonly [name: string]: unknown },
) => {
  const { body } = await ask(query, { key, variables })
  expect(body.errors).toBeUndefined()
  return body.data.result
}

const save = (workspace: TestWorkspace, name: string, mapping: unknown, expectedRevision?: number) =>
  change(
    workspace,
    `mutation ($input: ImportMappingInput!, $expectedRevision: Int) { result: importMappingSave(input: $input, expectedRevision: $expectedRevision) {
      __typename ... on Problem { message path } ... on InvalidInput { problems { path message } }
      ... on RevisionConflict { currentRevision } ... on ImportMappingSaveSuccess { mapping { id name revision headers } } } }`,
    { input: { name, mapping }, expectedRevision },
  )

const remove = (workspace: TestWorkspace, id: string, expectedRevision: number) =>
  change(
    workspace,
    `mutation ($id: ID!, $expectedRevision: Int!) { result: importMappingRemove(id: $id, expectedRevision: $expectedRevision) {
      __typename ... on Problem { message } ... on ImportMappingRemoveSuccess { removed { id } } } }`,
    { id, expectedRevision },
  )

test('a proposal tells for each column where it goes, how sure that is, why, and what its cells are read as', async () => {
  const workspace = await makeWorkspace()
  const file =
    'Company name;Revenue;Colour;Since\nNord;1 234,5;red;17. mai 1998\nSør;kr 2,-;blue;1. juni 2001\n'
  const { columns, warnings } = (await send(workspace, { ...companies, dryRun: true }, file)).one('proposal')
  expect(columns).toEqual([
    {
      column: 'Company name',
      confidence: 'sure',
      certainty: 0.95,
      reason: 'the header is a known name of the name',
      examples: [
        { cell: 'Nord', value: 'Nord' },
        { cell: 'Sør', value: 'Sør' },
      ],
    },
    expect.objectContaining({
      column: 'Revenue',
      certainty: 0.9,
      examples: [
        { cell: '1 234,5', value: { amount: 1234.5, currency: 'NOK' } },
        { cell: 'kr 2,-', value: { amount: 2, currency: 'NOK' } },
      ],
    }),
    expect.objectContaining({
      column: 'Colour',
      confidence: 'guess',
      certainty: 0.4,
      reason: expect.stringMatching(/nobody knows the header/),
    }),
    expect.objectContaining({
      column: 'Since',
      examples: [
        { cell: '17. mai 1998', value: Date.UTC(1998, 4, 17) },
        { cell: '1. juni 2001', value: Date.UTC(2001, 5, 1) },
      ],
    }),
  ])
  expect(warnings).toEqual([])
})

test('a mapping is kept by an import, and chosen for the next file with its columns, in whatever order', async () => {
  const workspace = await makeWorkspace()
  const changes = { set: { revenue: { scale: '1000', currency: 'SEK' } } }
  const first = 'name;revenue;colour\nNord;1;red\n'
  expect(
    (await send(workspace, { ...companies, changes, saveAs: 'crm', dryRun: true }, first)).all('failed'),
  ).toEqual([])
  expect(await list(workspace)).toEqual([])
  await send(workspace, { ...companies, changes, saveAs: 'crm' }, first)
  expect(await list(workspace)).toMatchObject([
    { name: 'crm', kind: 'companies', key: ['name'], headers: ['name', 'revenue', 'colour'], revision: 1 },
  ])
  const next = await send(workspace, companies, 'colour;name;revenue\nblue;Sør;2\n')
  expect(next.one('proposal')).toMatchObject({
    savedAs: 'crm',
    columns: [{ column: 'colour', certainty: 1, reason: 'the saved mapping "crm" has it so' }, {}, {}],
  })
  expect(await customers(workspace)).toMatchObject([
    { name: 'Nord', attributes: { annualRevenue: { amount: 1000, currency: 'SEK' }, colour: 'red' } },
    { name: 'Sør', attributes: { annualRevenue: { amount: 2000, currency: 'SEK' }, colour: 'blue' } },
  ])
  // A file with another column is no such file; by its name the mapping is taken for the columns it has.
  const more = 'name;revenue;colour;city\nØst;3;red;Oslo\n'
  expect(
    (await send(workspace, { ...companies, dryRun: true }, more)).one('proposal').savedAs,
  ).toBeUndefined()
  const named = await send(workspace, { ...companies, mapping: 'crm' }, more)
  expect(named.one('proposal').savedAs).toBe('crm')
  expect((await customers(workspace)).at(-1)).toMatchObject({
    name: 'Øst',
    attributes: { annualRevenue: { amount: 3000 }, city: 'Oslo' },
  })
  const without = await send(workspace, { ...companies, mapping: 'crm' }, 'revenue;city\n3;Oslo\n')
  expect(without.one('failed').message).toMatch(/tells rows apart by "name", which the file does not have/)
})

test('a ready mapping is recognised, and can be asked for by name', async () => {
  const workspace = await makeWorkspace()
  const file = 'Record ID,Company name,Create Date,Number of Employees\n1,Nord,2024-02-01 09:30,5\n'
  expect((await send(workspace, companies, file)).one('proposal').ready).toBe('hubspot-companies')
  const plain = 'Name,Number of Employees\nSør,6\n'
  expect(
    (await send(workspace, { ...companies, mapping: 'hubspot-companies' }, plain)).one('proposal').ready,
  ).toBe('hubspot-companies')
  const unknown = await send(workspace, { ...companies, mapping: 'hubspot-deals' }, plain)
  expect(unknown.one('failed').message).toMatch(
    /no mapping "hubspot-deals" for companies\. There is: profilkort-companies, bronnoysund-underenheter, .*hubspot-companies/,
  )
})

test('mappings are saved, listed and removed over GraphQL, as they were seen', async () => {
  const workspace = await makeWorkspace()
  const mapping = {
    kind: 'contacts',
    key: ['e-mail'],
    columns: [
      { column: 'e-mail', target: { kind: 'attribute', key: 'email', type: 'text', isNew: false } },
      {
        column: 'born',
        target: { kind: 'attribute', key: 'born', type: 'time', isNew: true },
        dateFormat: 'dayMonthYear',
      },
    ],
  }
  const made = await save(workspace, 'people', mapping)
  expect(made.mapping).toMatchObject({ name: 'people', revision: 1, headers: ['e-mail', 'born'] })
  expect(await save(workspace, 'people', mapping)).toMatchObject({
    __typename: 'RevisionConflict',
    currentRevision: 1,
  })
  expect((await save(workspace, 'people', mapping, 1)).mapping.revision).toBe(2)
  expect(await list(workspace, '(kind: contacts)')).toHaveLength(1)
  expect(await list(workspace, '(kind: deals)')).toEqual([])
  expect(await list(await makeWorkspace())).toEqual([])
  expect(await remove(await makeWorkspace(), made.mapping.id, 2)).toMatchObject({ __typename: 'NotFound' })
  expect(await remove(workspace, made.mapping.id, 1)).toMatchObject({ __typename: 'RevisionConflict' })
  expect(await remove(workspace, made.mapping.id, 2)).toEqual({
    __typename: 'ImportMappingRemoveSuccess',
    removed: { id: made.mapping.id },
  })
  expect(await list(workspace)).toEqual([])
})

test('what is no mapping is refused with all that is wrong', async () => {
  const workspace = await makeWorkspace()
  const wrong = {
    kind: 'invoices',
    key: ['b'],
    columns: [
      { column: 'a', target: { kind: 'part', part: 'toString' }, scale: -1, dateFormat: 'ymd' },
      { column: 'a', target: { kind: 'attribute', key: '__proto__', type: 'text' }, currency: 'kroner' },
    ],
  }
  const { problems } = await save(workspace, 'x', wrong)
  const paths = problems.map(({ path }: { path: string[] }) => path.join('.'))
  expect(new Set(paths)).toEqual(
    new Set([
      'kind',
      'key',
      'columns',
      'columns.0.target',
      'columns.0.scale',
      'columns.0.dateFormat',
      'columns.1.target',
      'columns.1.currency',
    ]),
  )
  expect((await save(workspace, 'a/b', { ...wrong })).__typename).toBe('InvalidInput')
})

test('workbooks and JSON are imported like any other file', async () => {
  const workspace = await makeWorkspace()
  const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
  const sheet = (name: string) =>
    `<sheetData><row>${cell('name')}${cell('employees')}</row><row>${cell(name)}<c><v>1.234</v></c></row></sheetData>`
  const workbook = new Uint8Array(makeWorkbook({ One: sheet('Nord'), Two: sheet('Sør') }))
  const answer = await send(workspace, { ...companies, sheet: 'Two' }, workbook)
  expect(answer.one('recognised')).toEqual({
    type: 'recognised',
    format: 'xlsx',
    sheet: 'Two',
    sheets: ['One', 'Two'],
    headers: ['name', 'employees'],
  })
  const json = await send(
    workspace,
    companies,
    '{"name":"Øst","employees":1.234,"systems":["CRM","payroll"]}\n{"name":"Vest"\n',
  )
  expect(json.one('report')).toMatchObject({ inserted: 1, rejected: 1 })
  expect(json.one('rejected')).toMatchObject({ line: 2, reason: expect.stringMatching(/no JSON object/) })
  expect(await customers(workspace)).toEqual([
    { name: 'Sør', attributes: { employees: 1.234 } },
    { name: 'Øst', attributes: { employees: 1.234, systemsInUse: ['crm', 'payroll'] } },
  ])
})

test('a preview shows each amount in the currency of its row', async () => {
  const { secretKey } = await makeWorkspace()
  const rows = [
    'CurA AS;1 000 000;SEK',
    'CurB AS;2 000 000;DKK',
    'CurC AS;3 000 000;DKK',
    'CurD AS;4 000 000;kr',
  ]
  const answer = await importFile(
    url,
    secretKey,
    { kind: 'companies', dryRun: true },
    `Navn;Omsetning;Valuta\n${rows.join('\n')}\n`,
  )
  const [, amounts, currencies] = answer.one('proposal').columns
  expect(amounts?.examples.map((example) => 'value' in example && example.value)).toEqual([
    { amount: 1_000_000, currency: 'SEK' },
    { amount: 2_000_000, currency: 'DKK' },
    { amount: 3_000_000, currency: 'DKK' },
    { amount: 4_000_000, currency: 'NOK' },
  ])
  expect(currencies?.examples).toEqual(['SEK', 'DKK'].map((cell) => ({ cell, value: cell })))
  expect(answer.one('report')).toMatchObject({ inserted: 4, rejected: 0 })
})
