import { expect, test } from 'vitest'
import { encodeGlobalId } from '../graphql/global-id.ts'
import { addCompany } from '../testing/companies.ts'
import { startTestServer } from '../testing/server.ts'

const { ask, db, makeWorkspace } = await startTestServer()

/** A workspace of its own, so that no test's customers share another's costs. */
async function open() {
  const { id: workspaceId, secretKey: key } = await makeWorkspace()
  const run = async (query: string, variables = {}) => {
    const { body } = await ask(query, { key, variables })
    expect(body.errors, query).toBeUndefined()
    return body.data
  }
  const create = async (field: string, type: string, input: object, answer: string) => {
    const data = await run(
      `mutation ($input: ${type}!) { made: ${field}(input: $input) { __typename ... on ${field[0]?.toUpperCase()}${field.slice(1)}Success { ${answer} } ... on Problem { message path } } }`,
      { input },
    )
    return data.made
  }
  return {
    run,
    company: async (name: string) => encodeGlobalId('Customer', await addCompany(db, workspaceId, name, {})),
    deal: (input: object) => create('dealCreate', 'DealCreateInput', input, 'deal { id revision status }'),
    order: (input: object) =>
      create('orderCreate', 'OrderCreateInput', input, 'order { id revision netAmount costOfGoods }'),
    cost: (input: object) => create('costCreate', 'CostCreateInput', input, 'cost { id amount }'),
    channelCost: (input: object) =>
      create(
        'channelCostSet',
        'ChannelCostInput',
        input,
        'channelCost { id channel month amount allocated unallocated customers }',
      ),
    referral: (input: object) => create('referralCreate', 'ReferralCreateInput', input, 'referral { id }'),
    customer: async (id: string, fields: string) =>
      (await run(`query ($id: ID!) { customer(id: $id) { ${fields} } }`, { id })).customer,
  }
}

const won = (customer: string, closedOn: string, channel?: string, value = 100) => ({
  customer,
  stage: 'Won',
  openedOn: closedOn,
  closedOn,
  channel,
  value,
})
const sharesOf =
  'costs { shares { purpose channel month amount of customers } } metrics { acquisitionCost serviceCost }'

test("a month's cost of a channel is split over the customers that were first won through it that month", async () => {
  const { run, company, deal, channelCost, customer } = await open()
  const [a, b, c, old] = [await company('A'), await company('B'), await company('C'), await company('Old')]
  await deal(won(old, '2025-12-31', 'Fair'))
  await deal(won(old, '2026-01-05', 'google ads'))
  await deal(won(a, '2026-01-05', 'Google Ads'))
  await deal(won(a, '2026-01-20', 'google ads'))
  await deal(won(b, '2026-01-31', ' google  ads'))
  await deal(won(c, '2026-02-01', 'google ads'))
  const cost = { purpose: 'ACQUISITION', channel: 'Google Ads', month: '2026-01-17' }
  expect((await channelCost({ ...cost, amount: 100.01 })).channelCost).toMatchObject({
    channel: 'google ads',
    month: '2026-01-01',
    allocated: 100.01,
    unallocated: 0,
    customers: 2,
  })
  const share = {
    purpose: 'ACQUISITION',
    channel: 'google ads',
    month: '2026-01-01',
    of: 100.01,
    customers: 2,
  }
  const [ofA, ofB] = [await customer(a, sharesOf), await customer(b, sharesOf)]
  expect([ofA.costs.shares, ofB.costs.shares]).toMatchObject([[share], [share]])
  const [least, most] = [ofA, ofB]
    .map(({ metrics }) => metrics.acquisitionCost)
    .toSorted((one, two) => one - two)
  expect([least, most]).toEqual([50, 50.01])
  expect(await customer(old, sharesOf)).toMatchObject({
    costs: { shares: [] },
    metrics: { acquisitionCost: null },
  })

  await channelCost({ ...cost, amount: 30 })
  await deal(won(await company('D'), '2026-01-02', 'google ads'))
  expect((await customer(a, sharesOf)).metrics.acquisitionCost).toBe(10)
  const nobody = await channelCost({ ...cost, channel: 'Fair', amount: 500 })
  expect(nobody.channelCost).toMatchObject({ allocated: 0, unallocated: 500, customers: 0 })
  const { channelCosts } = await run('{ channelCosts { channel amount unallocated } }')
  expect(channelCosts).toEqual([
    { channel: 'fair', amount: 500, unallocated: 500 },
    { channel: 'google ads', amount: 30, unallocated: 0 },
  ])
  await run('mutation ($id: ID!) { channelCostRemove(id: $id) { __typename } }', {
    id: (await channelCost({ ...cost, amount: 30 })).channelCost.id,
  })
  expect(await customer(a, sharesOf)).toMatchObject({
    costs: { shares: [] },
    metrics: { acquisitionCost: null },
  })
})

test('a deal that is lost after all, or put away, gives its share to the others', async () => {
  const { run, company, deal, channelCost, customer } = await open()
  const [a, b] = [await company('A'), await company('B')]
  await channelCost({ purpose: 'ACQUISITION', month: '2026-03-01', amount: 90 })
  await deal(won(a, '2026-03-01'))
  const { id, revision } = (await deal(won(b, '2026-03-02', 'fair'))).deal
  expect((await customer(a, sharesOf)).metrics.acquisitionCost).toBe(45)
  const change = (query: string) => run(`mutation ($id: ID!) { done: ${query} { __typename } }`, { id })
  await change(
    `dealUpdate(id: $id, expectedRevision: ${revision}, input: { stage: "Lost", lostReason: "price" })`,
  )
  expect((await customer(a, sharesOf)).metrics.acquisitionCost).toBe(90)
  await change(`dealUpdate(id: $id, expectedRevision: ${revision + 1}, input: { status: WON })`)
  expect((await customer(a, sharesOf)).metrics.acquisitionCost).toBe(45)
  await change(`dealArchive(id: $id, expectedRevision: ${revision + 2})`)
  expect((await customer(a, sharesOf)).metrics.acquisitionCost).toBe(90)
})

test('those won without a channel are told of, the last first', async () => {
  const { run, company, deal, order } = await open()
  const [a, b, c] = [await company('A'), await company('B'), await company('C')]
  await deal(won(a, '2026-01-05'))
  await deal(won(b, '2026-01-06', 'fair'))
  await order({ customer: c, orderedOn: '2026-01-07', lines: [{ netAmount: 5 }] })
  const { customersWonWithoutChannel } = await run(
    '{ customersWonWithoutChannel(from: "2026-01-01") { count customers { wonOn customer { name } } } }',
  )
  expect(customersWonWithoutChannel).toEqual({
    count: 2,
    customers: [
      { wonOn: '2026-01-07', customer: { name: 'C' } },
      { wonOn: '2026-01-05', customer: { name: 'A' } },
    ],
  })
})

test('what a customer brings and costs follows the formulas, and is null without a basis', async () => {
  const { company, deal, order, cost, referral, customer } = await open()
  const [a, b] = [await company('A'), await company('B')]
  const metrics = `metrics { wonValue openValue openDeals orders revenue yearlyRevenue costOfGoods acquisitionCost
    serviceCost margin marginRate lifetimeValue tenureDays referralsMade tickets nps }`
  expect((await customer(b, metrics)).metrics).toEqual({
    wonValue: 0,
    openValue: 0,
    openDeals: 0,
    orders: 0,
    revenue: null,
    yearlyRevenue: null,
    costOfGoods: null,
    acquisitionCost: null,
    serviceCost: null,
    margin: null,
    marginRate: null,
    lifetimeValue: null,
    tenureDays: null,
    referralsMade: 0,
    tickets: 0,
    nps: null,
  })
  await deal(won(b, '2025-11-23', undefined, 400))
  await deal({ customer: b, stage: 'Negotiation', value: 70 })
  await deal({ customer: b, stage: 'Negotiation', value: 70, currency: 'SEK' })
  expect((await customer(b, metrics)).metrics).toMatchObject({
    wonValue: 400,
    openValue: 70,
    openDeals: 2,
    revenue: 400,
    yearlyRevenue: 0,
    lifetimeValue: 0,
    margin: null,
    tenureDays: 365,
  })
  await deal(won(a, '2023-11-23', undefined, 10))
  const line = { netAmount: 1000, costOfGoods: 300, quantity: 2 }
  await order({ customer: a, orderedOn: '2024-01-01', lines: [line, { ...line, costOfGoods: null }] })
  await order({ customer: a, orderedOn: '2026-01-01', lines: [line] })
  await order({ customer: a, orderedOn: '2026-02-01', lines: [{ netAmount: -250, costOfGoods: -75 }] })
  await order({ customer: a, orderedOn: '2026-02-01', currency: 'EUR', lines: [line] })
  expect(
    (await cost({ customer: a, purpose: 'ACQUISITION', hours: 3, hourlyRate: 33.335 })).cost.amount,
  ).toBe(100.01)
  await cost({ customer: a, purpose: 'SERVICE', amount: 50, what: 'Visit', who: 'Kari' })
  await referral({ referrer: a, referred: b })
  await referral({ referrer: a, referred: b, referredOn: '2026-01-01' })
  const revenue = 2000 + 1000 - 250
  const margin = revenue - (300 + 300 - 75) - 100.01 - 50
  const told = (await customer(a, metrics)).metrics
  expect(told).toMatchObject({
    orders: 3,
    revenue,
    yearlyRevenue: 750,
    costOfGoods: 525,
    acquisitionCost: 100.01,
    serviceCost: 50,
    tenureDays: 1096,
    referralsMade: 1,
  })
  expect(told.margin).toBeCloseTo(margin, 9)
  expect(told.marginRate).toBeCloseTo(margin / revenue, 9)
  expect(told.lifetimeValue).toBeCloseTo((750 * 1096) / 365.25, 9)
})

test('metrics are what rules speak of, and each has its formula in the language asked for', async () => {
  const { run, company, order, cost } = await open()
  const [a, b] = [await company('Good'), await company('Bad')]
  for (const customer of [a, b]) await order({ customer, lines: [{ netAmount: 100 }] })
  await cost({ customer: b, purpose: 'SERVICE', amount: 120 })
  await cost({ customer: a, purpose: 'SERVICE', amount: 20 })
  const where = { lessThan: { field: { metric: 'margin' }, value: { number: 0 } } }
  const found = await run(
    'query ($where: RuleInput!) { customers(where: $where) { totalCount nodes { name } } }',
    { where },
  )
  expect(found.customers).toEqual({ totalCount: 1, nodes: [{ name: 'Bad' }] })
  const { bestCustomers } = await run(
    '{ bestCustomers(mix: { margin: 1 }) { customer { name } parts { value } } }',
  )
  expect(bestCustomers).toEqual([
    { customer: { name: 'Good' }, parts: [{ value: 80 }] },
    { customer: { name: 'Bad' }, parts: [{ value: -20 }] },
  ])
  const { metrics } = await run('{ metrics(locale: da) { key label unit formula } }')
  expect(metrics).toContainEqual({
    key: 'marginRate',
    label: 'Dækningsgrad',
    unit: null,
    formula: 'dækningsbidrag / indtægt, hvor indtægten er over 0',
  })
})

test('what makes no sense is refused with what to do', async () => {
  const { company, cost, channelCost, referral, order, deal } = await open()
  const a = await company('A')
  const problem = { __typename: 'InvalidInput' }
  expect(await cost({ customer: a, purpose: 'SERVICE', hours: 2 })).toMatchObject(problem)
  expect(await cost({ customer: a, purpose: 'SERVICE', hours: 2, hourlyRate: 10, amount: 21 })).toMatchObject(
    problem,
  )
  expect(await channelCost({ purpose: 'SERVICE', month: '2026-01-01', amount: 1.005 })).toMatchObject(problem)
  expect(await channelCost({ purpose: 'SERVICE', month: '2026-01-01', amount: -1 })).toMatchObject(problem)
  expect(await referral({ referrer: a, referred: a })).toMatchObject(problem)
  expect(await order({ customer: a, lines: [] })).toMatchObject(problem)
  expect(
    await deal({ customer: a, stage: 'Won', openedOn: '2026-02-01', closedOn: '2026-01-01' }),
  ).toMatchObject(problem)
  expect(await deal({ customer: a, stage: 'Won', product: 'nosuch' })).toMatchObject({
    __typename: 'NotFound',
  })
})

test('an amount so large that sums of it are no numbers is refused, and the figures of the others stand', async () => {
  const { run, company, cost, channelCost, order, deal } = await open()
  const a = await company('A')
  const refused = { __typename: 'InvalidInput', message: expect.stringMatching(/1000000000000000/) }
  expect(await deal({ ...won(a, '2026-02-01'), value: 1.7e308 })).toMatchObject(refused)
  expect(await cost({ customer: a, purpose: 'SERVICE', amount: 1e308 })).toMatchObject(refused)
  expect(await cost({ customer: a, purpose: 'SERVICE', hours: 1e200, hourlyRate: 1e200 })).toMatchObject(
    refused,
  )
  expect(await channelCost({ purpose: 'SERVICE', month: '2026-01-01', amount: 1e300 })).toMatchObject(refused)
  const line = { netAmount: 1e308 }
  expect(await order({ customer: a, orderedOn: '2026-02-01', lines: [line] })).toMatchObject(refused)
  for (let times = 0; times < 2; times++) await deal({ ...won(a, '2026-02-01'), value: 1e15 })
  expect((await run('{ dealsSummary { wonValue } }')).dealsSummary.wonValue).toBe(2e15)
})
