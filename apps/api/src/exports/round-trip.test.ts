import { inWorkspace } from '@profilkort/database/connect'
import { expect, test } from 'vitest'
import { encodeGlobalId } from '../graphql/global-id.ts'
import { importFile } from '../testing/import-file.ts'
import { startTestServer, type TestWorkspace } from '../testing/server.ts'

const { url, db, clock, ask, makeWorkspace } = await startTestServer()

const companies = `id;name;Orgnr;employees;annualRevenue;industry;Systemer i bruk;founded on;Startet;Score;note
1;-Minus AS;923609016;12;1 234,5;Retail;CRM, ERP;2001-02-03;2020-12-30 23:00;1,234;=1+1
2;Nord;;;;Energy;;;;;"a;b
c"
3;Nord;;7;9;;;;;-5,5;+47 22 22 22 22
4;'s Bakeri;958935420;;;;;;;;''=x
`
const contacts = `id;name;email;phone;company id;company
1;Kari @home;kari@nord.no;+47 22 22 22 23;1;
2;Ola;;;3;
3;Per;;;;Sør
`
const deals = `id;company id;company;product;owner;stage;value;created;close date;expected close date;lost reason;channel;campaign
D1;1;;GTX;Eva;Won;100,5;2026-01-01;2026-01-02;;;Search;+spring
D2;3;;GTX Pro;;Lost;;2026-01-05;2026-02-03;2026-03-03;Price;;
D3;;;;;Tilbud;;2026-02-05;;2026-04-03;;;
`

async function send({ secretKey }: TestWorkspace, request: object, content: string) {
  const answer = await importFile(url, secretKey, request, content)
  const { inserted, changed, unchanged, rejected } = answer.one('report')
  const { mapping, ready, warnings } = answer.one('proposal')
  return {
    counts: { inserted, changed, unchanged, rejected },
    added: mapping.columns.flatMap(({ target }) =>
      target.kind === 'attribute' && target.isNew ? [`${target.key} ${target.type}`] : [],
    ),
    ready,
    warnings,
    rejects: answer.all('rejected').map(({ reason }) => reason),
  }
}

async function filled(): Promise<TestWorkspace> {
  const workspace = await makeWorkspace()
  for (const [kind, content] of Object.entries({ companies, contacts, deals })) {
    expect((await send(workspace, { kind }, content)).counts).toMatchObject({ rejected: 0 })
  }
  return workspace
}

async function get({ secretKey }: TestWorkspace, path: string, method = 'GET'): Promise<string> {
  const headers = { authorization: `Bearer ${secretKey}` }
  const response = await fetch(`${url}/v1/exports/${path}`, { method, headers })
  expect(response.status).toBe(200)
  return Buffer.from(await response.arrayBuffer()).toString()
}

/** What is known of customers and deals, whatever their ids. */
const known = ({ id }: TestWorkspace, kind = 'company') =>
  inWorkspace(db, id, async (tx) => {
    const customers = await tx
      .selectFrom('customer')
      .leftJoin('customer as company', 'company.id', 'customer.company_id')
      .select(['customer.name', 'customer.stage', 'customer.attributes', 'company.name as company'])
      .where('customer.kind', '=', kind)
      .execute()
    return customers
      .map(
        ({ name, stage, company, attributes }) => `${name} ${stage} ${company} ${JSON.stringify(attributes)}`,
      )
      .toSorted()
  })
const knownDeals = ({ id }: TestWorkspace) =>
  inWorkspace(db, id, (tx) =>
    tx
      .selectFrom('deal')
      .leftJoin('customer', 'customer.id', 'deal.customer_id')
      .select([
        'customer.name',
        'product_key',
        'owner',
        'deal.stage',
        'status',
        'value',
        'currency',
        'opened_on',
      ])
      .select(['closed_on', 'expected_close_on', 'lost_reason', 'channel', 'campaign'])
      .orderBy('opened_on')
      .execute(),
  )

const count = ({ id }: TestWorkspace) =>
  inWorkspace(db, id, async (tx) => [
    (await tx.selectFrom('customer').select('id').execute()).length,
    (await tx.selectFrom('source_record').select('id').execute()).length,
    (await tx.selectFrom('deal').select('id').execute()).length,
  ])

const workspace = await filled()
const nothing = { inserted: 0, changed: 0, rejected: 0 }

test.each([
  'customers.csv?kind=company',
  'customers.csv?kind=company&locale=nb&bom=true',
  'customers.ndjson?kind=company',
])('%s comes in again as it went out, elsewhere and here', async (path) => {
  const file = await get(workspace, path)
  const other = await makeWorkspace()
  const there = await send(other, { kind: 'companies' }, file)
  expect(there).toMatchObject({
    ready: 'profilkort-companies',
    warnings: [],
    counts: { inserted: 5, rejected: 0 },
  })
  expect(there.added.toSorted()).toEqual(['foundedOn time', 'note text', 'score number', 'startet time'])
  expect(await known(other)).toEqual(await known(workspace))
  const before = [await count(workspace), await known(workspace)]
  const here = await send(workspace, { kind: 'companies' }, file)
  expect(here).toMatchObject({ counts: { ...nothing, unchanged: 5 }, added: [] })
  expect([await count(workspace), await known(workspace)]).toEqual(before)
  // And as another source's, again and again.
  const again = await send(workspace, { kind: 'companies', source: 'sheet' }, file)
  expect(again.counts).toEqual({ ...nothing, unchanged: 5 })
  expect([await count(workspace), await known(workspace)]).toEqual(before)
})

test.each(['csv', 'ndjson'])(
  'a list of everybody comes in as companies and as contacts: %s',
  async (format) => {
    const file = await get(workspace, `customers.${format}`)
    const other = await makeWorkspace()
    const first = await send(other, { kind: 'companies' }, file)
    expect(first.counts).toEqual({ inserted: 5, changed: 0, unchanged: 0, rejected: 3 })
    expect(first.rejects[0]).toBe('this is a person; import the file as contacts, too')
    const second = await send(other, { kind: 'contacts' }, file)
    expect(second.counts).toEqual({ inserted: 3, changed: 0, unchanged: 0, rejected: 5 })
    for (const kind of ['company', 'person'])
      expect(await known(other, kind)).toEqual(await known(workspace, kind))
    const before = await count(workspace)
    const here = await send(workspace, { kind: 'contacts' }, file)
    expect(here.counts).toEqual({ ...nothing, unchanged: 3, rejected: 5 })
    expect(await count(workspace)).toEqual(before)
  },
)

test('a list of everybody adds nothing to the catalogue that it comes from', async () => {
  const own = await filled()
  // Attributes of people only, of companies only, and one whose key is not what its header would become.
  await send(own, { kind: 'contacts' }, 'id;name;Hobby;Topp 2 Valg\n1;Kari @home;Sjakk;A\n2;Ola;Ski;B\n')
  await send(own, { kind: 'companies' }, 'id;name;Revenue count;Topp 3 Valg\n1;-Minus AS;4;A\n2;Nord;5;B\n')
  const catalogue = async () => {
    const { body } = await ask('{ attributes { key type subject label } }', { key: own.secretKey })
    expect(body.errors).toBeUndefined()
    return body.data
  }
  const before = await catalogue()
  for (const path of ['customers.csv', 'customers.csv?locale=nb', 'customers.ndjson']) {
    const file = await get(own, path)
    for (const kind of ['companies', 'contacts']) {
      const { added, counts } = await send(own, { kind }, file)
      expect([added, counts.inserted, counts.changed]).toEqual([[], 0, 0])
    }
  }
  expect(await catalogue()).toEqual(before)
  // Elsewhere each goes to whom it is said of.
  const [other, file] = [await makeWorkspace(), await get(own, 'customers.csv')]
  const [first, second] = [
    await send(other, { kind: 'companies' }, file),
    await send(other, { kind: 'contacts' }, file),
  ]
  expect(first.added).not.toContain('hobby text')
  expect(second.added.toSorted()).toEqual(['hobby text', 'topp2valg text'])
  expect(await known(other, 'company')).toHaveLength(5)
})

test.each(['deals.csv', 'deals.csv?locale=da', 'deals.ndjson'])(
  '%s comes in again as it went out, elsewhere and here',
  async (path) => {
    const file = await get(workspace, path)
    const other = await makeWorkspace()
    await send(other, { kind: 'companies' }, await get(workspace, 'customers.csv?kind=company'))
    const there = await send(other, { kind: 'deals' }, file)
    expect(there).toMatchObject({ ready: 'profilkort-deals', counts: { inserted: 3, rejected: 0 } })
    expect(await knownDeals(other)).toEqual(await knownDeals(workspace))
    const empty = await makeWorkspace()
    expect((await send(empty, { kind: 'deals' }, file)).counts).toMatchObject({ inserted: 3, rejected: 0 })
    // Its two companies of one name are known by their ids only, which the deals tell.
    expect(await knownDeals(empty)).toEqual(await knownDeals(workspace))
    const before = [await count(workspace), await knownDeals(workspace)]
    for (const source of ['crm', 'sheet']) {
      const here = await send(workspace, { kind: 'deals', source }, file)
      expect(here.counts).toEqual({ ...nothing, unchanged: 3 })
    }
    expect([await count(workspace), await knownDeals(workspace)]).toEqual(before)
  },
)

test('what is changed in an exported file is changed of that customer, and nothing else', async () => {
  const own = await filled()
  const file = await get(
    own,
    'customers.csv?kind=company&columns=id,kind,stage,name,updatedAt,employees,note',
  )
  const before = await count(own)
  clock.now = new Date(clock.now.getTime() + 1000)
  const changed = await send(own, { kind: 'companies', source: 'sheet' }, file.replace(',12,', ',13,'))
  expect(changed.counts).toEqual({ inserted: 0, changed: 1, unchanged: 4, rejected: 0 })
  const [customers, records, ...rest] = before
  expect(await count(own)).toEqual([customers, (records ?? 0) + 1, ...rest])
  expect((await known(own)).filter((each) => each.includes('"employees":13'))).toHaveLength(1)
})

test("apostrophes in the files of others stay, and so do those that others' cells begin with", async () => {
  const other = await makeWorkspace()
  await send(other, { kind: 'companies' }, "id,name,note\n1,'-Minus AS,'+47 22\n2,Sør,'=1\n")
  expect((await known(other)).join()).toMatch(/'-Minus AS.*/)
  expect((await known(other)).join()).toContain("'+47 22")
})

test('the next file of a source is told apart as before, though an export came in in between', async () => {
  const own = await makeWorkspace()
  await send(own, { kind: 'companies' }, 'id;name;Orgnr\n1;Nord;923609016\n2;Sør;\n')
  await send(own, { kind: 'companies' }, (await get(own, 'customers.csv')).replace(',Sør', ',Syd'))
  const next = await send(own, { kind: 'companies' }, 'id;name;Orgnr\n1;Nord;923609016\n2;Sør AS;\n')
  expect(next.counts).toMatchObject({ inserted: 0, rejected: 0 })
  expect((await count(own))[0]).toBe(2)
})

test('an export from before a join comes in as of the one customer that there is now, its contacts and deals too', async () => {
  const own = await makeWorkspace()
  await send(own, { kind: 'companies' }, 'id;name;employees\n1;Nord;7\n2;Nord AS;7\n')
  await send(own, { kind: 'contacts' }, 'id;name;company id\n1;Kari;1\n2;Ola;2\n')
  await send(own, { kind: 'deals' }, 'id;company id;stage\n1;1;Tilbud\n2;2;Tilbud\n')
  const [companies, contacts, deals] = [
    await get(own, 'customers.csv?kind=company'),
    await get(own, 'customers.csv?kind=person'),
    await get(own, 'deals.csv'),
  ]
  const ids = companies.match(/^[0-9a-f-]{36}(?=,)/gm) ?? []
  clock.now = new Date(clock.now.getTime() + 1000)
  const { body } = await ask(
    'mutation ($ids: [ID!]!) { customerJoin(ids: $ids) { ... on Problem { message } } }',
    { key: own.secretKey, variables: { ids: ids.map((id) => encodeGlobalId('Customer', id)) } },
  )
  expect(body.data).toEqual({ customerJoin: {} })
  const before = await count(own)
  expect(await known(own)).toHaveLength(1)
  const changed = { kind: 'companies', source: 'sheet' }
  expect((await send(own, changed, companies.replaceAll(',7', ',8'))).counts).toMatchObject({
    inserted: 0,
    changed: 2,
    rejected: 0,
  })
  expect(await known(own)).toEqual([expect.stringContaining('"employees":8')])
  expect((await send(own, { kind: 'contacts' }, contacts)).counts).toEqual({ ...nothing, unchanged: 2 })
  expect((await send(own, { kind: 'deals' }, deals)).counts).toEqual({ ...nothing, unchanged: 2 })
  const [customers, records, ...rest] = before
  expect(await count(own)).toEqual([customers, (records ?? 0) + 2, ...rest])
})

test('what an export has got since is warned of as in any other file, and nothing that it writes in one way', async () => {
  const header = 'id,kind,stage,name,updatedAt,score,employees'
  const lines = ['a,company,lead,Nord,,1.234,7', 'b,company,lead,Sør,,2.500,mange', 'c,company,lead,Vest,,,9']
  const other = await makeWorkspace()
  const { warnings, counts } = await send(other, { kind: 'companies' }, [header, ...lines].join('\n'))
  expect(counts).toMatchObject({ inserted: 2, rejected: 1 })
  expect(warnings).toEqual([
    expect.stringMatching(/^1 of the 3 cells looked at in "employees" cannot be read as numbers/),
  ])
  const people = 'id,kind,stage,name,updatedAt,Fagforening\np,person,lead,Kari,,NTL'
  expect((await send(other, { kind: 'contacts' }, people)).warnings).toEqual([
    expect.stringMatching(/^"Fagforening" speaks of a special category .* is made sensitive/),
  ])
})
