import { inWorkspace } from '@profilkort/database/connect'
import { expect, test } from 'vitest'
import { importFile } from '../testing/import-file.ts'
import { startTestServer, type TestWorkspace } from '../testing/server.ts'

const { url, db, makeWorkspace } = await startTestServer()

async function take(workspace: TestWorkspace, kind: string, ...lines: readonly string[]) {
  const answer = await importFile(url, workspace.secretKey, { kind }, lines.join('\n'))
  const report = answer.one('report')
  return {
    report,
    messages: report.notes.map(({ message }) => message),
    rejects: answer.all('rejected').map(({ line, reason }) => `${line}: ${reason}`),
  }
}

const deals = ({ id }: TestWorkspace) =>
  inWorkspace(db, id, (tx) =>
    tx
      .selectFrom('deal')
      .leftJoin('customer', 'customer.id', 'deal.customer_id')
      .select([
        'external_id',
        'customer.name',
        'customer.stage as customerStage',
        'product_key',
        'owner',
        'status',
        'opened_on',
        'closed_on',
        'value',
        'deal.currency',
      ])
      .orderBy('external_id')
      .execute(),
  )
const names = ({ id }: TestWorkspace, table: 'customer' | 'product') =>
  inWorkspace(db, id, async (tx) =>
    (await tx.selectFrom(table).select('name').orderBy('name').execute()).map(({ name }) => name),
  )

const header = 'deal_id,account,product,sales_agent,stage,created,close_date,amount'

test('deals find their company and product; what is unusual is told, and nothing is left out', async () => {
  const workspace = await makeWorkspace()
  await take(workspace, 'companies', 'name', 'Nord AS', 'Sør AS', 'Vest AS')
  await take(workspace, 'products', 'product,price', 'GTX Pro,4821')
  const { report, messages } = await take(
    workspace,
    'deals',
    header,
    'D1,nord  as,GTXPro,Kari,Won,2017-01-01,2017-03-01,1054',
    'D2,Sør AS,GTX Pro,Kari,Lost,2017-01-01,2017-03-02,0',
    'D3,,GTX Pro,,Prospecting,,,',
    'D4,Ny AS,Annet,,Closed Won,2017-01-01,,',
    'D5,Vest AS,,,Engaging,2017-05-05,,900',
  )
  expect(report).toMatchObject({ rows: 5, inserted: 5, rejected: 0 })
  expect(messages.toSorted()).toEqual(
    [
      '1 row without a company; kept, but counted for no company.',
      '1 row of companies that were not known; they are added with their name only.',
      '"GTXPro" (1 row) is read as the product "GTX Pro".',
      'Stage "Won" (1 row) counts as won.',
      'Stage "Lost" (1 row) counts as lost.',
      'Stage "Prospecting" (1 row) counts as open.',
      'Stage "Closed Won" (1 row) counts as won.',
      'Stage "Engaging" (1 row) counts as open.',
      '1 row won or lost without a date of closing; they count, but in no year.',
      '1 row won without a value; they count as won, but add nothing to the won value.',
    ].toSorted(),
  )
  const deal = {
    product_key: 'gtxpro',
    owner: null,
    opened_on: '2017-01-01',
    closed_on: null,
    value: null,
    currency: 'NOK',
  }
  expect(await deals(workspace)).toEqual([
    {
      ...deal,
      external_id: 'D1',
      name: 'Nord AS',
      customerStage: 'customer',
      owner: 'Kari',
      status: 'won',
      closed_on: '2017-03-01',
      value: 1054,
    },
    {
      ...deal,
      external_id: 'D2',
      name: 'Sør AS',
      customerStage: 'lead',
      owner: 'Kari',
      status: 'lost',
      closed_on: '2017-03-02',
    },
    { ...deal, external_id: 'D3', name: null, customerStage: null, status: 'open', opened_on: null },
    {
      ...deal,
      external_id: 'D4',
      name: 'Ny AS',
      customerStage: 'customer',
      product_key: 'annet',
      status: 'won',
    },
    {
      ...deal,
      external_id: 'D5',
      name: 'Vest AS',
      customerStage: 'prospect',
      product_key: null,
      status: 'open',
      opened_on: '2017-05-05',
      value: 900,
    },
  ])
})

test('the order of the files does not matter', async () => {
  const workspace = await makeWorkspace()
  const lines = [
    'Salgs-ID;Selskaps-ID;Produkt;Fase;Avsluttet;Verdi',
    'D1;17;GTXPro;Vunnet;01.03.2017;1 054,50',
    'D2;17;GTX Pro;Tapt;02.03.2017;0',
  ]
  await take(workspace, 'deals', ...lines)
  expect(await names(workspace, 'customer')).toEqual(['17'])
  await take(workspace, 'companies', 'Selskaps-ID;Navn', '17;Nord AS')
  await take(workspace, 'products', 'product,series', 'GTX Pro,GTX')
  expect(await names(workspace, 'customer')).toEqual(['Nord AS'])
  expect(await names(workspace, 'product')).toEqual(['GTX Pro'])
  const again = await take(workspace, 'deals', ...lines)
  expect(again.report).toMatchObject({ inserted: 0, changed: 0, unchanged: 2 })
  expect(await deals(workspace)).toMatchObject([
    { name: 'Nord AS', customerStage: 'customer', value: 1054.5, closed_on: '2017-03-01' },
    { name: 'Nord AS', value: null },
  ])
})

test('a stage that a file has told stays, whatever the deals say', async () => {
  const workspace = await makeWorkspace()
  await take(workspace, 'companies', 'name,lifecycle stage', 'Nord,former', 'Sør,Somewhere')
  const { report } = await take(
    workspace,
    'deals',
    header,
    'D1,Nord,,,Won,,2017-01-01,5',
    'D2,Sør,,,Won,,2017-01-01,5',
  )
  expect(report.inserted).toBe(2)
  expect((await deals(workspace)).map(({ customerStage }) => customerStage)).toEqual(['former', 'customer'])
})

test('a company name that several have is not guessed', async () => {
  const workspace = await makeWorkspace()
  await take(workspace, 'companies', 'id,name', '1,Nord', '2,Nord')
  const { report, messages } = await take(workspace, 'deals', header, 'D1,Nord,,,Won,,2017-01-01,5')
  expect(report).toMatchObject({ inserted: 1, rejected: 0 })
  expect(messages).toContain(
    'There are several companies called "Nord" (1 row); kept, but counted for none of them. Give the rows a company id.',
  )
  expect((await deals(workspace))[0]?.name).toBeNull()
})

test('deals without an id are told apart by the columns that are named', async () => {
  const workspace = await makeWorkspace()
  const lines = 'account,stage,created,amount\nNord,Won,2017-01-01,5\nNord,Won,2017-01-02,5\n'
  const refused = await importFile(url, workspace.secretKey, { kind: 'deals' }, lines)
  expect(refused.one('failed').message).toMatch(/names the deals by an id.*Say which do with --key/)
  const request = { kind: 'deals', changes: { key: ['account', 'created'] } }
  const answer = await importFile(url, workspace.secretKey, request, lines)
  expect(answer.one('report')).toMatchObject({ inserted: 2, rejected: 0 })
})

test('amounts name their currency; one that is none costs its row', async () => {
  const workspace = await makeWorkspace()
  const { rejects } = await take(
    workspace,
    'deals',
    'deal_id,account,stage,close date,amount,currency',
    'D1,Nord,Won,2017-01-01,5,eur',
    'D2,Nord,Won,2017-01-01,5,',
    'D3,Nord,Won,2017-01-01,5,lokal',
    'D4,Nord,Won,2017-01-01,5,kr.',
    'D5,Nord,Won,2017-01-01,5,danske kroner',
  )
  expect(rejects).toEqual(['4: currency: "lokal" is no currency such as NOK'])
  expect((await deals(workspace)).map(({ currency }) => currency)).toEqual(['EUR', 'NOK', 'NOK', 'DKK'])
})

test('the header of an amount names its currency, and tax does not hide it', async () => {
  for (const [header, value, currency] of [
    ['Beløp (SEK)', 5, 'SEK'],
    ['Amount in EUR excl. VAT', 5, 'EUR'],
    ['Beløp eks. mva', 5, 'NOK'],
  ] as const) {
    const workspace = await makeWorkspace()
    await take(workspace, 'deals', `deal_id,account,stage,close date,${header}`, 'D1,Nord,Won,2017-01-01,5')
    expect((await deals(workspace)).map((deal) => [Number(deal.value), deal.currency])).toEqual([
      [value, currency],
    ])
  }
})

test("the currency of an order's value counts, wherever its cost of goods stands", async () => {
  const workspace = await makeWorkspace()
  await take(workspace, 'orders', 'Ordrenr,Dato,Kunde,Varekost,Beløp (SEK)', 'O1,2026-01-01,Nord,3,5')
  const orders = await inWorkspace(db, workspace.id, (tx) =>
    tx.selectFrom('sales_order').select('currency').execute(),
  )
  expect(orders).toEqual([{ currency: 'SEK' }])
})

test('an amount beyond all measure costs its row', async () => {
  const { report, rejects } = await take(
    await makeWorkspace(),
    'deals',
    'deal_id,account,stage,close date,amount',
    'D1,Nord,Won,2017-01-01,5',
    `D2,Nord,Won,2017-01-01,17${'0'.repeat(307)}`,
  )
  expect(report).toMatchObject({ inserted: 1, rejected: 1 })
  expect(rejects).toEqual([expect.stringMatching(/^3: amount: .*is too large/)])
})
