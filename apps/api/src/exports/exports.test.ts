import { ensureAttributes } from '@profilkort/database/attributes/attributes.queries'
import { inWorkspace } from '@profilkort/database/connect'
import { expect, test } from 'vitest'
import { importFile } from '../testing/import-file.ts'
import { startTestServer, type TestWorkspace } from '../testing/server.ts'

const { ask, url, db, workspace, makeWorkspace } = await startTestServer()

async function get(path: string, { secretKey }: TestWorkspace = workspace) {
  const response = await fetch(`${url}/v1/exports/${path}`, {
    headers: { authorization: `Bearer ${secretKey}` },
  })
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    text: Buffer.from(await response.arrayBuffer()).toString(),
  }
}
const lines = (text: string) => text.trimEnd().split('\r\n')

const companies = `id;name;employees;annualRevenue;industry;founded;note
1;=HYPERLINK("x");12;1 234,5;Retail;1998;"a;b
c"
2;Nord;;;Energy;;
3;Sør;7;9;Retail;2001;+47 22 22 22 22
`
const label = { nb: 'Etnisitet', sv: 'Etnicitet', da: 'Etnicitet', en: 'Ethnicity' }
await inWorkspace(db, workspace.id, (tx) =>
  ensureAttributes(tx, workspace.id, [
    {
      key: 'ethnicity',
      subject: 'person',
      type: 'text',
      category: 'demographic',
      label,
      options: [],
      sensitive: true,
    },
  ]),
)
await importFile(url, workspace.secretKey, { kind: 'companies' }, companies)
await importFile(
  url,
  workspace.secretKey,
  { kind: 'contacts' },
  'id;name;email;company;ethnicity\n1;Kari;kari@nord.no;Nord;Sami\n',
)
await importFile(
  url,
  workspace.secretKey,
  { kind: 'deals' },
  'id;company;product;stage;value;close_date\nD1;Nord;GTX;Won;100,5;2026-01-02\nD2;Sør;GTX;Lost;;2026-02-03\n',
)

test('all customers leave as a table, with what a spreadsheet would compute escaped', async () => {
  const { status, type, text } = await get(
    'customers.csv?kind=company&columns=name,employees,annualRevenue,industry,note',
  )
  expect([status, type]).toEqual([200, 'text/csv; charset=utf-8'])
  expect(lines(text).toSorted()).toEqual(
    [
      'name,employees,annualRevenue,industry,note',
      `"'=HYPERLINK(""x"")",12,1234.5 NOK,retail,"a;b\nc"`,
      'Nord,,,energy,',
      `Sør,7,9 NOK,retail,'+47 22 22 22 22`,
    ].toSorted(),
  )
})

test('what leaves comes in again as it was', async () => {
  const other = await makeWorkspace()
  const { text } = await get(
    'customers.csv?kind=company&columns=id,name,employees,annualRevenue,industry&locale=nb&bom=true',
  )
  expect(text.startsWith('\uFEFFid;name;employees;annualRevenue;industry\r\n')).toBe(true)
  expect(text).toContain(';1234,5 NOK;')
  const answer = await importFile(url, other.secretKey, { kind: 'companies' }, text)
  expect(answer.one('report')).toMatchObject({ inserted: 3, rejected: 0 })
  const again = await get('customers.csv?kind=company&columns=employees,annualRevenue,industry', other)
  const before = await get('customers.csv?kind=company&columns=employees,annualRevenue,industry')
  expect(lines(again.text).toSorted()).toEqual(lines(before.text).toSorted())
})

test('a rule narrows what leaves, of customers and of their deals', async () => {
  const rule = { kind: 'is', field: { kind: 'attribute', key: 'industry' }, value: 'retail' }
  const where = encodeURIComponent(JSON.stringify(rule))
  const { text } = await get(`customers.ndjson?columns=name,employees&where=${where}`)
  const rows = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { name: string })
  expect(rows.toSorted((a, b) => (a.name < b.name ? -1 : 1))).toEqual([
    { name: '=HYPERLINK("x")', employees: 12 },
    { name: 'Sør', employees: 7 },
  ])
  const columns = 'externalId,customerName,product,status,value,currency,closedOn'
  expect(lines((await get(`deals.csv?columns=${columns}&where=${where}`)).text)).toEqual([
    columns,
    'D2,Sør,GTX,lost,,NOK,2026-02-03',
  ])
  expect(lines((await get(`deals.csv?columns=${columns}&locale=da`)).text).toSorted()).toEqual(
    [
      columns.replaceAll(',', ';'),
      'D1;Nord;GTX;won;100,5;NOK;2026-01-02',
      'D2;Sør;GTX;lost;;NOK;2026-02-03',
    ].toSorted(),
  )
})

test('special categories neither leave nor narrow what leaves', async () => {
  const { text } = await get('customers.csv?kind=person')
  expect(lines(text)[0]).toContain('email')
  expect(text).not.toMatch(/ethnicity|Sami/i)
  expect(await get('customers.csv?columns=ethnicity')).toMatchObject({
    status: 400,
    text: expect.stringMatching(/There is no column \\"ethnicity\\" to export/),
  })
  const rule = { kind: 'isKnown', field: { kind: 'attribute', key: 'ethnicity' } }
  expect(await get(`customers.csv?where=${encodeURIComponent(JSON.stringify(rule))}`)).toMatchObject({
    status: 400,
  })
})

test('an export is of its own workspace, and for those who may read customers', async () => {
  const other = await makeWorkspace()
  expect(lines((await get('customers.csv', other)).text)).toHaveLength(1)
  expect((await fetch(`${url}/v1/exports/customers.csv`)).status).toBe(401)
  const browser = { authorization: `Bearer ${workspace.publishableKey}`, origin: 'https://intranet.example' }
  expect((await fetch(`${url}/v1/exports/customers.csv`, { headers: browser })).status).toBe(403)
  expect(await get('customers.csv?colums=name')).toMatchObject({
    status: 400,
    text: expect.stringMatching(/"colums\\" is not known/),
  })
})

test('a list for a purpose has those who may be used for it; a purpose there is none of is refused', async () => {
  const contacts = (purpose: string) => get(`customers.csv?kind=person&columns=name&purpose=${purpose}`)
  expect(lines((await contacts('marketing')).text)).toEqual(['name'])
  const { body } = await ask('{ customers(kind: PERSON, search: "kari") { nodes { id } } }')
  await ask(
    'mutation ($id: ID!) { consentRecord(customer: $id, input: { purpose: "marketing", state: GIVEN }) { __typename } }',
    { variables: { id: body.data.customers.nodes[0].id } },
  )
  expect(lines((await contacts('marketing')).text)).toEqual(['name', 'Kari'])
  expect(lines((await contacts('sharing')).text)).toEqual(['name'])
  const refused = await contacts('nothing')
  expect([refused.status, refused.text]).toEqual([400, expect.stringContaining('There is no purpose')])
})

test('what is empty is refused, for it would narrow down nothing', async () => {
  for (const name of ['purpose', 'kind', 'where', 'columns', 'locale', 'delimiter', 'decimal', 'bom']) {
    for (const file of ['customers.csv', 'deals.ndjson'])
      expect(await get(`${file}?${name}=`)).toMatchObject({
        status: 400,
        text: expect.stringContaining(`\`${name}\` is empty. Say what it is to be, or leave it out.`),
      })
  }
  const { body } = await ask('{ customers(kind: PERSON, purpose: "") { totalCount } }')
  expect(body.errors?.[0]?.message).toMatch(/There is no purpose "". These are: analytics, marketing/)
})

test('deals are narrowed down by the kind of their customers, too', async () => {
  const ofKind = async (kind: string) => lines((await get(`deals.csv?columns=externalId&kind=${kind}`)).text)
  expect((await ofKind('company')).toSorted()).toEqual(['D1', 'D2', 'externalId'])
  expect(await ofKind('person')).toEqual(['externalId'])
})
