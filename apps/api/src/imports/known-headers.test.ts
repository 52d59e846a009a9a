import { inWorkspace } from '@profilkort/database/connect'
import { expect, test, vi } from 'vitest'
import { importFile } from '../testing/import-file.ts'
import { startTestServer, type TestWorkspace } from '../testing/server.ts'

const { url, db, ask, makeWorkspace } = await startTestServer()

const send = (workspace: TestWorkspace, request: object, content: string) =>
  importFile(url, workspace.secretKey, request, content)
const companies = { kind: 'companies' }

const customers = ({ id }: TestWorkspace) =>
  inWorkspace(db, id, (tx) =>
    tx.selectFrom('customer').select(['name', 'attributes']).orderBy('name').execute(),
  )

async function query({ secretKey: key }: TestWorkspace, text: string) {
  const { body } = await ask(text, { key })
  expect(body.errors, text).toBeUndefined()
  return body.data
}

const attributesOf = async (workspace: TestWorkspace) =>
  (await query(workspace, '{ attributes { key type sensitive revision } }')).attributes
const attribute = async (workspace: TestWorkspace, key: string) =>
  (await attributesOf(workspace)).find((each: { key: string }) => each.key === key)

const problems = '__typename ... on Problem { message } ... on InvalidInput { problems { path message } }'

/** The server lets go of an import a moment after it told its end. */
const migrate = (workspace: TestWorkspace, key: string, revision: number, migration: string) =>
  vi.waitFor(async () => {
    const { result } = await query(
      workspace,
      `mutation { result: attributeMigrate(key: "${key}", expectedRevision: ${revision}, migration: { ${migration} }) {
        ... on AttributeMigrateSuccess { migrated { attribute { key } migration { rewritten { kind name } } } } ${problems} } }`,
    )
    expect(result).toMatchObject({ __typename: 'AttributeMigrateSuccess' })
    return result.migrated
  }, 10_000)
const rename = (workspace: TestWorkspace, from: string, to: string, revision = 1) =>
  migrate(workspace, from, revision, `rename: { to: "${to}" }`)
const targets = ({
  mapping,
}: {
  readonly mapping: { readonly columns: readonly { readonly target: object }[] }
}) =>
  mapping.columns.map(({ target }) =>
    'key' in target ? target.key : 'part' in target ? target.part : 'kept',
  )

test('special categories under Nordic headers are those of the catalogue, and are withheld as those are', async () => {
  const workspace = await makeWorkspace()
  const before = await attributesOf(workspace)
  const file =
    'Navn;E-post;Helse;Politisk syn;Etnisitet;Tro og livssyn;Seksuell orientering;Fagforening\nKari;kari@x.no;Diabetes;Rød;Samisk;Ingen;Hetero;NTL\n'
  const answer = await send(workspace, { kind: 'contacts' }, file)
  const { warnings, ...proposal } = answer.one('proposal')
  expect(targets(proposal)).toEqual([
    'name',
    'email',
    'health',
    'politics',
    'ethnicity',
    'religion',
    'sexuality',
    'fagforening',
  ])
  expect(warnings).toEqual([expect.stringMatching(/"Fagforening" speaks of a special category/)])
  const known = new Set(before.map(({ key }: { key: string }) => key))
  expect((await attributesOf(workspace)).filter(({ key }: { key: string }) => !known.has(key))).toEqual([
    { key: 'fagforening', type: 'TEXT', sensitive: true, revision: 1 },
  ])
  expect(await customers(workspace)).toEqual([{ name: 'Kari', attributes: { email: 'kari@x.no' } }])
  const exported = await fetch(`${url}/v1/exports/customers.csv?kind=person`, {
    headers: { authorization: `Bearer ${workspace.secretKey}` },
  })
  expect(exported.status).toBe(200)
  expect(await exported.text()).not.toMatch(/helse|fagforening|Diabetes|NTL|Samisk|politi/i)
})

test('a column is read in the currency that another names: deals of Salesforce', async () => {
  const workspace = await makeWorkspace()
  const file = `Opportunity ID,Opportunity Name,Account Name,Stage,Amount Currency,Amount,Close Date
1,A,Nord,Closed Won,EUR,"1,200.50",2026-01-02
2,B,Nord,Closed Won,SEK,"2,000.00",2026-01-03
3,C,Nord,Closed Won,,"3,000.00",2026-01-04
`
  const answer = await send(workspace, { kind: 'deals' }, file)
  expect(answer.one('proposal').ready).toBe('salesforce-opportunities')
  expect(answer.one('report')).toMatchObject({ inserted: 3, rejected: 0 })
  const deals = await inWorkspace(db, workspace.id, (tx) =>
    tx.selectFrom('deal').select(['value', 'currency']).orderBy('external_id').execute(),
  )
  expect(deals.map(({ value, currency }) => `${Number(value)} ${currency}`)).toEqual([
    '1200.5 EUR',
    '2000 SEK',
    '3000 NOK',
  ])
})

test('a column is read in the currency that another names: what companies earn, and amounts nobody knows', async () => {
  const workspace = await makeWorkspace()
  const file =
    'Navn;Omsetning;Valuta;Kredittgrense\nNord;100;EUR;kr 1 000\nSør;SEK 200;EUR;£ 500\nØst;300;;400\n'
  const answer = await send(workspace, companies, file)
  expect(targets(answer.one('proposal'))).toEqual(['name', 'annualRevenue', 'currency', 'kredittgrense'])
  expect(answer.one('proposal').columns[1]?.examples[0]).toEqual({
    cell: '100',
    value: { amount: 100, currency: 'EUR' },
  })
  expect(answer.one('report')).toMatchObject({ inserted: 3, rejected: 0 })
  expect(await attribute(workspace, 'valuta')).toBeUndefined()
  const money = (amount: number, currency: string) => ({ amount, currency })
  expect(await customers(workspace)).toEqual([
    { name: 'Nord', attributes: { annualRevenue: money(100, 'EUR'), kredittgrense: money(1000, 'EUR') } },
    { name: 'Sør', attributes: { annualRevenue: money(200, 'SEK'), kredittgrense: money(500, 'GBP') } },
    { name: 'Øst', attributes: { annualRevenue: money(300, 'NOK'), kredittgrense: money(400, 'NOK') } },
  ])
  // The same once more changes nothing.
  expect((await send(workspace, companies, file)).one('report')).toMatchObject({ unchanged: 3 })
})

test('an attribute is found by its labels, and by what it was called before', async () => {
  const workspace = await makeWorkspace()
  await query(
    workspace,
    `mutation { attributeCreate(input: { key: "fleet", subject: COMPANY, type: TEXT, category: FIRMOGRAPHIC, label: { nb: "Bilpark", sv: "Fordonspark" } }) { ${problems} } }`,
  )
  const file = 'Navn;Bilpark;Klasse\nNord;3 biler;A\n'
  expect(targets((await send(workspace, companies, file)).one('proposal'))).toEqual([
    'name',
    'fleet',
    'klasse',
  ])
  expect(await rename(workspace, 'klasse', 'tier')).toMatchObject({ attribute: { key: 'tier' } })
  expect(targets((await send(workspace, companies, file)).one('proposal'))).toEqual(['name', 'fleet', 'tier'])
  await query(
    workspace,
    `mutation { attributeUpdate(key: "tier", expectedRevision: 2, input: { label: { nb: "Nivå", sv: "Nivå", da: "Niveau", en: "Tier" } }) { ${problems} } }`,
  )
  expect(await attribute(workspace, 'tier')).toMatchObject({ revision: 3 })
  const again = await send(workspace, companies, 'Navn;Bilpark;Klasse\nNord;3 biler;B\n')
  expect(targets(again.one('proposal'))).toEqual(['name', 'fleet', 'tier'])
  expect(again.one('proposal').columns[2]?.reason).toMatch(/called so before/)
  expect(await attribute(workspace, 'klasse')).toBeUndefined()
  expect(await customers(workspace)).toEqual([{ name: 'Nord', attributes: { fleet: '3 biler', tier: 'B' } }])
})

test('saved mappings follow an attribute to its new key, and those kept in files find it', async () => {
  const workspace = await makeWorkspace()
  const file = 'Navn;Egenfelt\nNord;A\n'
  const first = await send(workspace, { ...companies, saveAs: 'crm' }, file)
  const { mapping } = first.one('proposal')
  expect(await rename(workspace, 'egenfelt', 'egetFelt')).toEqual({
    attribute: { key: 'egetFelt' },
    migration: { rewritten: [{ kind: 'ImportMapping', name: 'crm' }] },
  })
  const { importMappings } = await query(workspace, '{ importMappings { name revision mapping } }')
  expect(importMappings).toMatchObject([
    { name: 'crm', revision: 2, mapping: { columns: [{}, { target: { key: 'egetFelt', isNew: false } }] } },
  ])
  const saved = await send(workspace, companies, 'Navn;Egenfelt\nNord;B\n')
  expect(saved.one('proposal')).toMatchObject({ savedAs: 'crm' })
  expect(targets(saved.one('proposal'))).toEqual(['name', 'egetFelt'])
  const whole = await send(workspace, { ...companies, mapping }, 'Navn;Egenfelt\nNord;C\n')
  expect(targets(whole.one('proposal'))).toEqual(['name', 'egetFelt'])
  expect(await attribute(workspace, 'egenfelt')).toBeUndefined()
  expect(await customers(workspace)).toEqual([{ name: 'Nord', attributes: { egetFelt: 'C' } }])
})

test('a saved mapping follows an attribute to its new type, and an import that failed to its new key', async () => {
  const workspace = await makeWorkspace()
  await send(workspace, { ...companies, saveAs: 'crm' }, 'Navn;Klasse\nNord;3\n')
  const { id } = await inWorkspace(db, workspace.id, (tx) =>
    tx
      .updateTable('import')
      .set({ state: 'failed', ended_at: new Date() })
      .returning('id')
      .executeTakeFirstOrThrow(),
  )
  await migrate(workspace, 'klasse', 1, 'changeType: { type: TEXT }')
  await rename(workspace, 'klasse', 'tier', 2)
  const rows = await inWorkspace(db, workspace.id, (tx) =>
    tx.selectFrom('import').select('mapping').where('id', '=', id).execute(),
  )
  const target = { kind: 'attribute', key: 'tier', type: 'text', isNew: false }
  expect(rows).toMatchObject([{ mapping: { columns: [{}, { target }] } }])
  const { importMappings } = await query(workspace, '{ importMappings { mapping } }')
  expect(importMappings).toMatchObject([{ mapping: { columns: [{}, { target }] } }])
})

test('nothing is written to an attribute that is archived, by its key, its label or a saved mapping', async () => {
  const workspace = await makeWorkspace()
  await send(workspace, { ...companies, saveAs: 'crm' }, 'Navn;Antall biler\nNord;mange\n')
  const put = `mutation { attributeArchive(key: "antallBiler", expectedRevision: 1) { __typename ... on Problem { message } } }`
  await query(workspace, put)
  const told = /"Antall biler" is the attribute "antallBiler", which is archived/
  for (const file of ['Navn;Antall biler\nSør;9\n', 'Navn;Antall biler;By\nØst;9;Oslo\n']) {
    const answer = await send(workspace, companies, file)
    expect(targets(answer.one('proposal'))[1]).toBe('kept')
    expect(answer.one('proposal').warnings).toEqual([expect.stringMatching(told)])
  }
  await query(
    workspace,
    `mutation { attributeUnarchive(key: "antallBiler") { __typename ... on Problem { message } } }`,
  )
  expect(await attribute(workspace, 'antallBiler')).toMatchObject({ type: 'TEXT' })
  expect((await customers(workspace)).map(({ attributes }) => attributes)).toEqual([
    { antallBiler: 'mange' },
    {},
    { city: 'Oslo' },
  ])
})
