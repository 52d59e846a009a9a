import { inWorkspace } from '@profilkort/database/connect'
import { loadRawRecords } from '@profilkort/database/identity/raw-records.queries'
import { expect, test } from 'vitest'
import { importFile } from '../testing/import-file.ts'
import { startTestServer, type TestWorkspace } from '../testing/server.ts'

const { url, db, clock, makeWorkspace } = await startTestServer()

async function take(workspace: TestWorkspace, request: object, ...lines: readonly string[]) {
  const answer = await importFile(
    url,
    workspace.secretKey,
    { kind: 'companies', ...request },
    lines.join('\r\n'),
  )
  const report = answer.one('report')
  const { rows, inserted, changed, unchanged, rejected } = report
  return {
    counts: { rows, inserted, changed, unchanged, rejected },
    messages: report.notes.map(({ message }) => message).join('\n'),
    mapping: answer.one('proposal').mapping,
    rejects: answer.all('rejected').map(({ line, reason }) => `${line}: ${reason}`),
  }
}

const customers = ({ id }: TestWorkspace) =>
  inWorkspace(db, id, (tx) => tx.selectFrom('customer').selectAll().orderBy('name').execute())
const records = ({ id }: TestWorkspace) =>
  inWorkspace(db, id, (tx) => tx.selectFrom('source_record').selectAll().orderBy('external_id').execute())

test('a Norwegian export is read as it is meant, and kept as it was written', async () => {
  const workspace = await makeWorkspace()
  const { counts, messages } = await take(
    workspace,
    { source: 'visma' },
    'Selskaps-ID;Navn;Bransje;Ansatte;Omsetning;Land;Stiftet år;Systemer i bruk;Status;Kommunenr;Kundeansvarlig',
    'A1;Bjørk Regnskap AS;Regnskap;1 200;12 345 678,50;Norge;1998;Regneark, CRM;Kunde;0301;Kari',
    'A2;Å & Co;Bygg og anlegg;7;;Sverige;;;Emne;0101;',
  )
  expect(counts).toEqual({ rows: 2, inserted: 2, changed: 0, unchanged: 0, rejected: 0 })
  expect(messages).toMatch(/"CRM" is not|^$/)
  const [bjork, aa] = await customers(workspace)
  expect(bjork).toMatchObject({
    name: 'Bjørk Regnskap AS',
    kind: 'company',
    stage: 'customer',
    attributes: {
      industry: 'accounting',
      employees: 1200,
      annualRevenue: { amount: 12_345_678.5, currency: 'NOK' },
      country: 'NO',
      yearFounded: 1998,
      systemsInUse: ['spreadsheet', 'crm'],
      kommunenr: '0301',
      kundeansvarlig: 'Kari',
    },
    provenance: { '*': { source: 'visma', at: clock.now.getTime() } },
  })
  expect(aa).toMatchObject({ stage: 'lead', attributes: { industry: 'construction', country: 'SE' } })
  expect(aa?.attributes).not.toHaveProperty('annualRevenue')
  const [record] = await records(workspace)
  expect(record).toMatchObject({
    external_id: 'A1',
    customer_id: bjork?.id,
  })
  const raw = await inWorkspace(db, workspace.id, (tx) =>
    loadRawRecords(tx, workspace.id, [record?.id ?? '']),
  )
  expect(raw.get(record?.id ?? '')).toMatchObject({ Ansatte: '1 200', Kommunenr: '0301' })
})

test('the same file again changes nothing at all; a changed cell changes that customer only', async () => {
  const workspace = await makeWorkspace()
  const header = 'name,sector,employees,Own column,region'
  await take(workspace, {}, header, 'Nord,energy,5,x,East', 'Sør,retail,6,y,West')
  const before = [await customers(workspace), await records(workspace)]
  const again = await take(workspace, {}, header, 'Nord,energy,5,x,East', 'Sør,retail,6,y,West')
  expect(again.counts).toEqual({ rows: 2, inserted: 0, changed: 0, unchanged: 2, rejected: 0 })
  expect([await customers(workspace), await records(workspace)]).toEqual(before)
  clock.now = new Date(clock.now.getTime() + 1000)
  const later = await take(workspace, {}, header, 'NORD ,energy,5,x,East', 'Sør,retail,60,y,West')
  expect(later.counts).toMatchObject({ inserted: 0, changed: 2, unchanged: 0 })
  const [nord, sor] = await customers(workspace)
  expect(nord?.name).toBe('NORD')
  expect(sor).toMatchObject({
    attributes: { employees: 60 },
    provenance: { employees: { at: clock.now.getTime() }, '*': { at: clock.now.getTime() - 1000 } },
  })
})

test('a column that no attribute can hold gets one of its own, once', async () => {
  const workspace = await makeWorkspace()
  const keys = async () =>
    (await inWorkspace(db, workspace.id, (tx) => tx.selectFrom('attribute').select('key').execute())).map(
      ({ key }) => key,
    )
  await take(workspace, {}, 'name,employees', 'Nord,5')
  const before = await keys()
  for (let time = 0; time < 3; time++) await take(workspace, {}, 'name,employees,Colour', 'Nord,10-50,red')
  expect((await keys()).filter((key) => !before.includes(key)).toSorted()).toEqual(['colour', 'employees2'])
  expect((await customers(workspace))[0]?.attributes).toEqual({
    employees: 5,
    employees2: '10-50',
    colour: 'red',
  })
})

test('sources meet in one company by organisation number or domain, and each keeps its word', async () => {
  const workspace = await makeWorkspace()
  await take(
    workspace,
    { source: 'crm' },
    'id,name,orgnr,website',
    '1,Nord AS,923 609 016,https://www.nord.no/om',
    '2,Vest,,vest.no',
    '3,Øst,,https://facebook.com/ost',
  )
  const { counts, messages } = await take(
    workspace,
    { source: 'support' },
    'customer_id,company_name,org number,domain',
    'S1,NORD,NO923609016MVA,',
    'S2,Vest Holding,,www.vest.no',
    'S3,Annen,,facebook.com',
    'S4,Søster,974 760 673,nord.no',
  )
  expect(counts).toMatchObject({ inserted: 2, changed: 2, unchanged: 0 })
  expect(messages).toMatch(
    /1 row with a website that another company has too; each stays a company of its own/,
  )
  expect((await customers(workspace)).map(({ name }) => name).toSorted()).toEqual([
    'Annen',
    'Nord AS',
    'Søster',
    'Vest',
    'Øst',
  ])
  const targets = new Map((await records(workspace)).map((each) => [each.external_id, each.customer_id]))
  expect(targets.get('S1')).toBe(targets.get('1'))
  expect(targets.get('S2')).toBe(targets.get('2'))
})

test('rows that only a pair of columns tells apart get that pair as their key; a name is told apart without its case', async () => {
  const workspace = await makeWorkspace()
  const { mapping, counts } = await take(
    workspace,
    {},
    'navn;kommune;sum',
    'Laget;Oslo;1,5',
    'LAGET;Bergen;1,5',
    'Laget;Oslo;1,5',
  )
  expect(mapping.key).toEqual(['navn', 'kommune'])
  expect(counts).toEqual({ rows: 3, inserted: 2, changed: 0, unchanged: 1, rejected: 0 })
  const other = await makeWorkspace()
  const clash = await take(
    other,
    { changes: { key: ['navn'] } },
    'navn;kommune',
    'Laget;Oslo',
    'LAGET;Bergen',
  )
  expect(clash.counts).toMatchObject({ inserted: 1, rejected: 1 })
  expect(clash.rejects).toEqual([
    '3: the same navn as line 2, but other values; choose what tells rows apart with --key',
  ])
})

test('a broken row costs that row, with the reason', async () => {
  const workspace = await makeWorkspace()
  const { counts, rejects } = await take(
    workspace,
    {},
    'name,employees,founded on',
    ...Array.from({ length: 60 }, (_, index) => `Company ${index},${index},2001-02-${(index % 28) + 1}`),
    'Short,1',
    'Long,1,2001-01-01,more',
    ',4,2001-01-01',
    'Many,a lot,2001-01-01',
    'Never,1,2001-02-30',
    `${'x'.repeat(600)},1,2001-01-01`,
  )
  expect(counts).toMatchObject({ rows: 66, inserted: 60, rejected: 6 })
  expect(rejects).toEqual([
    '62: the row has 2 cells where the header has 3; look for stray quotes or separators',
    '63: the row has 4 cells where the header has 3; look for stray quotes or separators',
    '64: name: blank, so nothing tells which one this is',
    '65: employees: "a lot" is not a number',
    '66: founded on: "2001-02-30" is not a day of the calendar',
    expect.stringMatching(/^67: name: 600 characters are too many/),
  ])
})

test('headers that are called like parts of JavaScript are columns like any other', async () => {
  const workspace = await makeWorkspace()
  const lines = ['name,constructor,__proto__,toString', 'Nord,a,b,c', 'Sør,,,']
  expect((await take(workspace, {}, ...lines)).counts).toMatchObject({ inserted: 2, rejected: 0 })
  expect((await take(workspace, {}, ...lines)).counts).toMatchObject({ unchanged: 2 })
  expect((await customers(workspace))[0]?.attributes).toEqual({ constructor: 'a', proto: 'b', toString: 'c' })
})

test('people belong to their companies, by id or by name, and keep their e-mail across sources', async () => {
  const workspace = await makeWorkspace()
  await take(workspace, {}, 'id,name', '1,Nord')
  const { counts, messages } = await take(
    workspace,
    { kind: 'contacts' },
    'Record ID;First Name;Last Name;Email;Job Title;Company ID;Company',
    '10;Kari;Nordmann;Kari@Nord.no;Daglig leder;1;',
    '11;Ola;Hansen;ola@sor.no;;;Sør AS',
    '12;Eva;;;;;',
  )
  expect(counts).toMatchObject({ inserted: 3, rejected: 0 })
  expect(messages).toMatch(/1 row of companies that were not known; they are added with their name only/)
  clock.now = new Date(clock.now.getTime() + 1000)
  await take(
    workspace,
    { kind: 'contacts', source: 'news' },
    'email,name,language',
    'kari@nord.no,Kari N.,nb',
  )
  const all = await customers(workspace)
  const nameOf = (id: string | null | undefined) => all.find((each) => each.id === id)?.name
  expect(
    all
      .filter(({ kind }) => kind === 'person')
      .map(({ name, company_id, attributes }) => [name, nameOf(company_id), attributes]),
  ).toEqual([
    ['Eva', undefined, {}],
    [
      'Kari Nordmann',
      'Nord',
      expect.objectContaining({ title: 'Daglig leder', email: 'kari@nord.no', language: 'nb' }),
    ],
    ['Ola Hansen', 'Sør AS', { email: 'ola@sor.no' }],
  ])
})

test('a mapping that was proposed once can be changed and used again', async () => {
  const workspace = await makeWorkspace()
  const lines = ['Company,Turnover,Secret', 'Nord,1.5,x'] as const
  const first = await take(workspace, { dryRun: true }, ...lines)
  const mapping = {
    ...first.mapping,
    columns: first.mapping.columns.map((column) =>
      column.column === 'Secret' ? { ...column, target: { kind: 'kept' } } : column,
    ),
  }
  await take(
    workspace,
    { mapping, changes: { set: { Turnover: { scale: '1000000', currency: 'SEK' } } } },
    ...lines,
  )
  expect((await customers(workspace))[0]?.attributes).toEqual({
    annualRevenue: { amount: 1_500_000, currency: 'SEK' },
  })
  const foreign = await importFile(
    url,
    workspace.secretKey,
    { kind: 'companies', mapping },
    'Company,Other\nNord,1\n',
  )
  expect(foreign.one('failed')).toMatchObject({
    code: 'FOREIGN_MAPPING',
    message: expect.stringMatching(/another file/),
  })
})
