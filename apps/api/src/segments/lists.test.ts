import { expect, test } from 'vitest'
import { addDeal } from '../testing/companies.ts'
import { importFile } from '../testing/import-file.ts'
import { addInteractions } from '../testing/interactions.ts'
import { peopleOf } from '../testing/people.ts'
import { startTestServer } from '../testing/server.ts'

const server = await startTestServer()
const { ask, db, url, workspace, clock } = server
const people = await peopleOf(server)

async function run(query: string, variables = {}) {
  const { body } = await ask(query, { variables })
  expect(body.errors, JSON.stringify(body.errors)).toBeUndefined()
  return body.data
}

await importFile(
  url,
  workspace.secretKey,
  { kind: 'companies', source: 'crm' },
  'id;name;employees;industry\nc1;Ask;5;Retail\nc2;Bjørk;25;Retail\nc3;Gran;40;Software\n',
)
const { customers } = await run('{ customers { nodes { id name } } }')
const idOf = (name: string): string =>
  customers.nodes.find((each: { name: string }) => each.name === name)?.id ?? ''

async function makeList(name: string): Promise<string> {
  const { segmentCreate } = await run(
    `mutation { segmentCreate(input: { name: { en: "${name}" }, kind: STATIC }) { ... on SegmentCreateSuccess { segment { id } } ... on Problem { message } } }`,
  )
  return segmentCreate.segment.id
}
const change = async (field: string, id: string, chosen: string) => {
  const data = await run(
    `mutation ($id: ID!) { ${field}(id: $id, customers: ${chosen}) {
      ... on Problem { message path }
      ... on ${field[0]?.toUpperCase()}${field.slice(1)}Success { change { changed unknown segment { customerCount } } } } }`,
    { id },
  )
  return data[field].change ?? data[field]
}
const add = (id: string, chosen: string) => change('segmentAddCustomers', id, chosen)
const remove = (id: string, chosen: string) => change('segmentRemoveCustomers', id, chosen)
const why = async (customer: string, of: string) => {
  const { segmentWhy } = await run(
    `query ($customer: ID!) { segmentWhy(customer: $customer, of: ${of}, locale: en) { ... on Problem { message }
      ... on SegmentWhySuccess { why { isIn isWithheld pickedBy pickedAt nodes { path kind sentence holds key value text source ageDays } } } } }`,
    { customer },
  )
  return segmentWhy.why ?? segmentWhy
}

test('customers are put on a list by themselves, by a rule, by what a source calls them, and taken off', async () => {
  const id = await makeList('Guests')
  const there = `{ customers: ["${idOf('Ask')}", "${idOf('Gran')}"] }`
  expect(await add(id, there)).toEqual({ changed: 2, unknown: [], segment: { customerCount: 2 } })
  expect(await add(id, there)).toMatchObject({ changed: 0, segment: { customerCount: 2 } })
  const retail = '{ where: { is: { field: { attribute: "industry" }, value: { text: "retail" } } } }'
  expect(await add(id, retail)).toMatchObject({ changed: 1, segment: { customerCount: 3 } })
  expect(await remove(id, '{ externalIds: { source: "crm", ids: ["c3", "c9"] } }')).toEqual({
    changed: 1,
    unknown: ['c9'],
    segment: { customerCount: 2 },
  })
  expect(await remove(id, retail)).toMatchObject({ changed: 2, segment: { customerCount: 0 } })
  const { imports } = await run('{ imports { nodes { id } } }')
  expect(await add(id, `{ import: "${imports.nodes[0].id}" }`)).toMatchObject({ changed: 3 })
})

test('a list is what was picked: it does not follow the rule that it was picked by, and has none of its own', async () => {
  const id = await makeList('Then')
  const small = '{ atMost: { field: { attribute: "employees" }, value: { number: 5 } } }'
  await add(id, `{ where: ${small} }`)
  await run(
    `mutation ($id: ID!) { customerUpdate(id: $id, expectedRevision: 0, input: { attributes: [{ key: "employees", value: 500 }] }) { __typename ... on Problem { message } } }`,
    { id: idOf('Ask') },
  )
  expect((await why(idOf('Ask'), `{ segment: "${id}" }`)).isIn).toBe(true)
  expect((await why(idOf('Gran'), `{ segment: "${id}" }`)).isIn).toBe(false)
  const { segmentUpdate } = await run(
    `mutation ($id: ID!) { segmentUpdate(id: $id, expectedRevision: 1, input: { rule: ${small} }) { __typename ... on Problem { message path } } }`,
    { id },
  )
  expect(segmentUpdate).toMatchObject({ __typename: 'InvalidInput', path: ['rule'] })
  const { segmentCreate } = await run(
    'mutation { segmentCreate(input: { name: { en: "Neither" } }) { __typename ... on Problem { message path } } }',
  )
  expect(segmentCreate).toMatchObject({ __typename: 'InvalidInput', path: ['rule'] })
})

test('nobody is put on a list by a special category before the workspace has stated the ground', async () => {
  const id = await makeList('Faithful')
  const refused = await add(id, '{ where: { isKnown: { field: { attribute: "faith" } } } }')
  expect(refused).toMatchObject({
    path: ['customers', 'where'],
    message: expect.stringMatching(/"faith" is of a special category/),
  })
})

test('a customer that is joined with another is on the list as that one; taken back, it is itself again', async () => {
  const id = await makeList('Joined')
  await add(id, `{ customers: ["${idOf('Ask')}", "${idOf('Bjørk')}"] }`)
  const { customerJoin } = await run(
    `mutation ($ids: [ID!]!) { customerJoin(ids: $ids) { ... on CustomerJoinSuccess { outcome { change { id } customers { id } } } ... on Problem { message } } }`,
    { ids: [idOf('Gran'), idOf('Ask')] },
  )
  const joined = customerJoin.outcome.customers[0].id
  const count = async () =>
    (await run('{ segments { slug customerCount } }')).segments.find(
      ({ slug }: { slug: string }) => slug === 'joined',
    ).customerCount
  expect(await count()).toBe(2)
  expect((await why(joined, `{ segment: "${id}" }`)).isIn).toBe(true)
  expect(await add(id, `{ customers: ["${joined}"] }`)).toMatchObject({ changed: 0 })
  await run(`mutation { identityChangeUndo(id: "${customerJoin.outcome.change.id}") { __typename } }`)
  expect((await why(idOf('Ask'), `{ segment: "${id}" }`)).isIn).toBe(true)
  expect((await why(idOf('Gran'), `{ segment: "${id}" }`)).isIn).toBe(false)
  expect(await count()).toBe(2)
})

test('a person that is erased is on no list any more', async () => {
  const id = await makeList('Erased')
  const kari = await people.add('Kari', { age: 30 })
  await add(id, `{ customers: ["${kari}"] }`)
  const { customerErase } = await run(
    `mutation ($id: ID!) { customerErase(id: $id, reason: MISTAKE) { __typename ... on Problem { message } } }`,
    { id: kari },
  )
  expect(customerErase.__typename).toBe('CustomerEraseSuccess')
  const { segment } = await run('{ segment(slug: "erased") { customerCount } }')
  expect(segment.customerCount).toBe(0)
})

test('each node of a rule tells whether it holds, by which value, who said it and how long ago', async () => {
  clock.now = new Date('2026-12-03T08:00:00Z')
  const rule = `{ all: [
    { is: { field: { attribute: "industry" }, value: { text: "retail" } } },
    { not: { atLeast: { field: { attribute: "employees" }, value: { number: 100 } } } },
    { isUnknown: { field: { attribute: "city" } } },
    { moreThan: { field: { metric: "wonDeals" }, value: { number: 0 } } }] }`
  const answer = await why(idOf('Bjørk'), `{ rule: ${rule} }`)
  expect(answer).toMatchObject({ isIn: false, isWithheld: false })
  expect(
    answer.nodes.map(({ path, holds }: { path: string[]; holds: boolean }) => [path.join('.'), holds]),
  ).toEqual([
    ['', false],
    ['rules.0', true],
    ['rules.1', true],
    ['rules.1.rule', false],
    ['rules.2', true],
    ['rules.3', false],
  ])
  const [, industry, , employees, city, won] = answer.nodes
  expect(industry).toMatchObject({
    sentence: 'Industry is Retail',
    value: 'retail',
    text: 'Retail',
    source: 'crm',
    ageDays: 10,
  })
  expect(employees).toMatchObject({ key: 'employees', value: 25, kind: 'atLeast' })
  expect(city).toMatchObject({ value: null, source: null })
  expect(won).toMatchObject({ key: 'wonDeals', value: 0, source: null })
})

test('a test of records tells what it was decided by, and a segment that is named its own nodes', async () => {
  const id = await people.add('Siri')
  await people.say(id, 'marketing', 'WITHDRAWN')
  await people.say(id, 'profiling', 'GIVEN')
  const did = (daysAgo: number, amount: number) => ({
    name: 'Order Placed',
    at: new Date(clock.now.getTime() - daysAgo * 86_400_000).toISOString(),
    properties: { amount },
  })
  const database = Buffer.from(id, 'base64url').toString().split(':')[1] ?? ''
  await addInteractions(db, workspace.id, database, [did(3, 200), did(5, 100.5), did(300, 1)])
  await addDeal(db, workspace.id, { customerId: database, status: 'won', value: 900, closedOn: '2026-11-02' })
  const orders = (parts: string) => `field: { interactions: { name: "Order Placed", ${parts} } }`
  const buyers = `{ any: [
    { atLeast: { ${orders('figure: COUNT, window: { lastDays: 30 }')}, value: { number: 3 } } },
    { withinDays: { ${orders('figure: LAST')}, days: 2 } },
    { atLeast: { ${orders('figure: SUM, property: "amount"')}, value: { number: 300 } } }] }`
  const made = await run(
    `mutation { segmentCreate(input: { slug: "buyers", name: { en: "Buyers" }, rule: ${buyers} }) { ... on SegmentCreateSuccess { segment { id } } ... on Problem { message } } }`,
  )
  expect(made.segmentCreate.message).toBeUndefined()
  const list = await makeList('Invited')
  const answer = await why(
    id,
    `{ rule: { all: [
      { inSegment: "buyers" },
      { not: { inSegment: "invited" } },
      { is: { field: { consent: "marketing" }, value: { text: "given" } } },
      { atLeast: { field: { deals: { figure: SUM, status: WON } }, value: { money: { amount: 500, currency: "NOK" } } } },
      { isKnown: { field: { deals: { figure: FIRST, status: LOST } } } }] } }`,
  )
  expect(
    answer.nodes.map((node: { path: string[]; holds: boolean; text: string | null }) => [
      node.path.join('.'),
      node.holds,
      node.text,
    ]),
  ).toEqual([
    ['', false, null],
    ['rules.0', true, null],
    ['rules.0.segment', true, null],
    ['rules.0.segment.rules.0', false, '2'],
    ['rules.0.segment.rules.1', false, expect.stringMatching(/^November 30, 2026 at 8:00.AM UTC$/)],
    ['rules.0.segment.rules.2', true, '301.5'],
    ['rules.1', true, null],
    ['rules.1.rule', false, null],
    ['rules.2', false, 'withdrawn'],
    ['rules.3', true, expect.stringMatching(/^NOK.900$/)],
    ['rules.4', false, null],
  ])
  await add(list, `{ customers: ["${id}"] }`)
  expect(await why(id, '{ rule: { inSegment: "invited" } }')).toMatchObject({ nodes: [{ holds: true }] })
})

test('a person that may not be profiled is out and it is said why; with a yes it is in at once', async () => {
  const ola = await people.add('Ola', { age: 40 })
  const adults = '{ atLeast: { field: { attribute: "age" }, value: { number: 18 } } }'
  const { segmentCreate } = await run(
    `mutation { segmentCreate(input: { name: { en: "Adults" }, rule: ${adults} }) { ... on SegmentCreateSuccess { segment { id } } } }`,
  )
  const of = `{ segment: "${segmentCreate.segment.id}" }`
  const segments = async () =>
    (await run('query ($id: ID!) { customer(id: $id) { segments { slug } } }', { id: ola })).customer.segments
  expect(await why(ola, of)).toMatchObject({
    isIn: false,
    isWithheld: true,
    nodes: [{ holds: true, value: 40 }],
  })
  expect(await segments()).toEqual([])
  await people.say(ola, 'profiling', 'GIVEN')
  expect(await why(ola, of)).toMatchObject({ isIn: true, isWithheld: false })
  expect(await segments()).toEqual([{ slug: 'adults' }])
})

test('another workspace neither picks these customers nor sees these lists', async () => {
  const other = await server.makeWorkspace()
  const id = await makeList('Wall')
  const { body } = await ask(
    `mutation { segmentAddCustomers(id: "${id}", customers: { customers: ["${idOf('Ask')}"] }) { __typename } }`,
    { key: other.secretKey },
  )
  expect(body.data.segmentAddCustomers.__typename).toBe('NotFound')
})
