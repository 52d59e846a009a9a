import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { importFile } from '../testing/import-file.ts'
import { startTestServer } from '../testing/server.ts'

const { ask, url, makeWorkspace } = await startTestServer()
const shared = path.resolve(import.meta.dirname, '../../../../../shared')

async function open() {
  const { secretKey: key } = await makeWorkspace()
  return {
    take: async (kind: string, content: string | Uint8Array<ArrayBuffer>, source = 'crm') => {
      const request = { kind, source, currency: 'NOK' }
      const first = await importFile(url, key, request, content)
      const again = (await importFile(url, key, request, content)).one('report')
      expect([again.inserted, again.changed], `${kind} the second time`).toEqual([0, 0])
      return { ...first.one('report'), reasons: first.all('rejected').map(({ reason }) => reason) }
    },
    run: async (query: string, variables = {}) => {
      const { body } = await ask(query, { key, variables })
      expect(body.errors, query).toBeUndefined()
      return body.data
    },
  }
}

test('a Norwegian business is imported whole: companies, deals, orders, costs, channels, referrals, tickets, NPS', async () => {
  const { take, run } = await open()
  await take('companies', 'Kundenummer;Navn\n1;Nord AS\n2;Sør AS\n3;Vest AS\n')
  const deals = await take(
    'deals',
    `Salgs-ID;Selskap;Fase;Opprettet;Avsluttet;Forventet lukkedato;Verdi;Kanal;Kampanje;Tapsårsak
S1;Nord AS;Vunnet;01.01.2026;10.01.2026;;1 000,00;Google Ads;Vår;
S2;Sør AS;Vunnet;02.01.2026;20.01.2026;;500,00;google ads;;
S3;Vest AS;Forhandling;01.02.2026;;01.12.2026;250,50;messe;;
S4;Vest AS;Tapt;01.02.2026;10.03.2026;;99,00;;;for dyrt
`,
  )
  expect(deals).toMatchObject({ inserted: 4, rejected: 0 })
  const orders = await take(
    'orders',
    `Ordrenummer;Linje;Ordredato;Kundenavn;Selskap;Produkt;Antall;Nettobeløp;Varekost;Kanal
O1;1;15.01.2026;;Nord AS;Kvist Lønn;2;800,00;300,00;google ads
O1;2;15.01.2026;;Nord AS;Kvist Tid;1;200,00;;
O2;1;20.02.2026;;Nord AS;Kvist Lønn;-1;-100,50;-37,50;
O3;1;;;Nord AS;Kvist Lønn;1;5,00;;
`,
  )
  expect(orders).toMatchObject({
    inserted: 3,
    rejected: 1,
    reasons: [expect.stringMatching(/Ordredato: blank/)],
  })
  const costs = await take(
    'costs',
    `Selskap;Formål;Dato;Timer;Timepris;Beløp;Hva;Hvem
Nord AS;Anskaffelse;05.01.2026;2;750,00;;Demo;Kari
Nord AS;Support;05.03.2026;;;120,00;Besøk;Ola
`,
  )
  expect(costs).toMatchObject({ inserted: 2, rejected: 0 })
  await take(
    'channelCosts',
    'Måned;Kanal;Formål;Beløp\n2026-01;Google Ads;Markedsføring;101,01\n2026-03;;Support;300,00\n',
  )
  await take('referrals', 'Henvist av;Henvist;Dato\nNord AS;Sør AS;01.01.2026\nNord AS;Ny AS;02.02.2026\n')
  await take(
    'tickets',
    `Saksnummer;Selskap;Emne;Opprettet;Lukket;Minutter;Tilfredshet\nT1;Nord AS;Hjelp;02.03.2026;03.03.2026;30;5
T2;Sør AS;Faktura;02.03.2026;;10;bra\n`,
    'desk',
  )
  await take('nps', 'Svarid;Selskap;Dato;Poeng\nN1;Nord AS;01.01.2026;6\nN2;Nord AS;01.02.2026;9\n')
  const { customers } = await run(
    `{ customers(first: 1, search: "nord") { nodes {
      deals { stage channel campaign value stages { stage enteredOn } }
      orders { number netAmount costOfGoods lines { product { name } quantity netAmount } }
      costs { direct { purpose amount what who } shares { purpose channel month amount of customers } }
      tickets { number subject openedOn closedOn minutes satisfaction }
      referrals { referred { name } referredOn }
      npsAnswers { score }
      timeline(locale: nb) { nodes { text } }
      metrics { orders revenue costOfGoods acquisitionCost serviceCost margin referralsMade tickets supportMinutes nps }
    } } }`,
  )
  const [nord] = customers.nodes
  expect(nord).toMatchObject({
    deals: [
      {
        stage: 'Vunnet',
        channel: 'google ads',
        campaign: 'Vår',
        value: 1000,
        stages: [{ stage: 'Vunnet', enteredOn: '2026-01-10' }],
      },
    ],
    orders: [
      { number: 'O2', netAmount: -100.5, costOfGoods: -37.5 },
      {
        number: 'O1',
        netAmount: 1000,
        costOfGoods: 300,
        lines: [{ product: { name: 'Kvist Lønn' }, quantity: 2, netAmount: 800 }, { netAmount: 200 }],
      },
    ],
    costs: {
      direct: [
        { purpose: 'SERVICE', amount: 120, what: 'Besøk', who: 'Ola' },
        { purpose: 'ACQUISITION', amount: 1500 },
      ],
      shares: [
        { purpose: 'SERVICE', channel: null, month: '2026-03-01', amount: 225, of: 300, customers: 2 },
        { purpose: 'ACQUISITION', channel: 'google ads', month: '2026-01-01', of: 101.01, customers: 2 },
      ],
    },
    tickets: [
      {
        number: 'T1',
        subject: 'Hjelp',
        openedOn: '2026-03-02',
        closedOn: '2026-03-03',
        minutes: 30,
        satisfaction: 5,
      },
    ],
    referrals: [{ referred: { name: 'Ny AS' } }, { referred: { name: 'Sør AS' } }],
    npsAnswers: [{ score: 9 }, { score: 6 }],
    metrics: {
      orders: 1,
      revenue: 899.5,
      costOfGoods: 262.5,
      serviceCost: 345,
      referralsMade: 2,
      tickets: 1,
      supportMinutes: 30,
      nps: 9,
    },
  })
  expect([1550.5, 1550.51]).toContain(nord.metrics.acquisitionCost)
  expect(nord.timeline.nodes.map(({ text }: { text: string }) => text)).toContain('Supportsak åpnet: Hjelp')
  const { deals: open1 } = await run(
    '{ deals(where: { status: [OPEN, LOST] }) { totalCount nodes { value expectedCloseOn lostReason } } }',
  )
  expect(open1).toEqual({
    totalCount: 2,
    nodes: [
      { value: 99, expectedCloseOn: null, lostReason: 'for dyrt' },
      { value: 250.5, expectedCloseOn: '2026-12-01', lostReason: null },
    ],
  })
})

test('a deal that its source tells anew in another stage has its history, and is paged both ways', async () => {
  const { take, run } = await open()
  const file = (stage: string, closed: string) =>
    `Deal ID,Company,Stage,Created,Closed,Amount\n${Array.from({ length: 5 }, (_, index) => `D${index},Nord AS,${index === 0 ? stage : 'Offer'},2026-01-0${index + 1},${index === 0 ? closed : ''},${index}`).join('\n')}\n`
  await take('deals', file('Offer', ''))
  await take('deals', file('Won', '2026-02-01'))
  const page = async (args: string) => {
    const { deals } = await run(
      `{ deals(${args}) { nodes { value status stages { stage status enteredOn } } pageInfo { endCursor startCursor hasNextPage } } }`,
    )
    return deals
  }
  const first = await page('first: 2')
  expect(first.nodes).toMatchObject([
    {
      value: 0,
      status: 'WON',
      stages: [
        { stage: 'Offer', status: 'OPEN', enteredOn: null },
        { stage: 'Won', enteredOn: '2026-02-01' },
      ],
    },
    { value: 4 },
  ])
  const second = await page(`first: 2, after: "${first.pageInfo.endCursor}"`)
  expect(second.nodes.map(({ value }: { value: number }) => value)).toEqual([3, 2])
  const back = await page(`last: 2, before: "${second.pageInfo.startCursor}"`)
  expect(back.nodes).toEqual(first.nodes)
})

test('orders of a shop belong to persons by e-mail, who are one with the contact of that address', async () => {
  const { take, run } = await open()
  await take(
    'orders',
    'Order number,Order date,Email,Amount\n1,2026-01-01,kari@nord.example,10\n2,2026-01-02,Kari@nord.example,20\n',
    'shop',
  )
  await take('contacts', 'ID,Name,Email\n7,Kari Nord,kari@nord.example\n')
  const { customers } = await run(
    '{ customers(kind: PERSON) { nodes { name stage orders { number } metrics { revenue } } } }',
  )
  expect(customers.nodes).toEqual([
    {
      name: 'Kari Nord',
      stage: 'CUSTOMER',
      orders: [{ number: '2' }, { number: '1' }],
      metrics: { revenue: 30 },
    },
  ])
})

describe.skipIf(!existsSync(shared))('NPS answers of a bank', () => {
  test('give the reference figures, in all, by time and by market', async () => {
    const { take, run } = await open()
    const file = readFileSync(path.join(shared, 'data/nps-bank/NPStimeseries.csv'))
    const expected = JSON.parse(readFileSync(path.join(shared, 'expected/nps-bank.json'), 'utf8'))
    await take('contacts', file)
    expect(await take('nps', file)).toMatchObject({ rows: 5000, inserted: 5000, rejected: 0 })
    const ask1 = async (args: string) =>
      (await run(`{ nps${args} { answers promoters passives detractors score mean } }`)).nps
    const check = (
      told: { score: number; mean: number },
      reference: { nps: number; mean: number; answers: number },
    ) => {
      const { answers, promoters, passives, detractors } = reference as never
      expect(told).toMatchObject({ answers, promoters, passives, detractors })
      expect(told.score).toBeCloseTo(reference.nps, 3)
      expect(told.mean).toBeCloseTo(reference.mean, 3)
    }
    check(await ask1(''), expected.overall)
    for (const month of expected.by_month) {
      const [from, next] = [month.Month, month.Month + 1].map((each) => new Date(Date.UTC(2021, each - 1, 1)))
      const day = (at: Date | undefined) => at?.toISOString().slice(0, 10)
      const to = day(new Date((next?.getTime() ?? 0) - 86_400_000))
      check(await ask1(`(from: "${day(from)}", to: "${to}")`), month)
    }
    for (const market of expected.by_market) {
      const where = `is: { field: { attribute: "market" }, value: { text: "${market.Market}" } }`
      check(await ask1(`(where: { ${where} })`), market)
    }
  }, 240_000)
})
