import { expect, test } from 'vitest'
import { encodeGlobalId } from '../graphql/global-id.ts'
import { addCompany, addDeal } from '../testing/companies.ts'
import { peopleOf } from '../testing/people.ts'
import { secondServer, startTestServer } from '../testing/server.ts'

const server = await startTestServer()
const { ask, db, workspace } = server

async function data(query: string, variables = {}) {
  const { body } = await ask(query, { variables })
  expect(body.errors, JSON.stringify(body.errors)).toBeUndefined()
  return body.data
}

const size = (weight: number) => `{ rule: { key: "size", label: { en: "Size" }, weight: ${weight},
  two: { atLeast: { field: { attribute: "employees" }, value: { number: 100 } } },
  one: { atLeast: { field: { attribute: "employees" }, value: { number: 20 } } } } }`
const trade = `{ rule: { key: "trade", label: { en: "Trade" }, weight: 2,
  two: { oneOf: { field: { attribute: "industry" }, values: ["j", "m"] } } } }`
const need = '{ starter: { key: "need" } }'
const lost = `{ key: "lost", reason: { en: "Lost twice" },
  rule: { atLeast: { field: { deals: { status: LOST } }, value: { number: 2 } } } }`

const { scorecardCreate } = await data(
  `mutation { scorecardCreate(input: { name: { en: "Leads" }, slug: "leads", threshold: 3, coverageFloor: 0.4,
    criteria: [${size(1)}, ${trade}, ${need}], disqualifiers: [${lost}],
    bands: [{ key: "cold", label: { en: "Cold" }, from: 0 }, { key: "warm", label: { en: "Warm" }, from: 50 }] })
    { ... on ScorecardCreateSuccess { scorecard { id } } ... on InvalidInput { problems { message path } } } }`,
)
const card = scorecardCreate.scorecard.id

const employees = [undefined, 5, 19, 20, 60, 99, 100, 4000]
const industries = [undefined, 'j', 'm', 'a']
for (let index = 0; index < 64; index++) {
  const values = { employees: employees[index % 8], industry: industries[Math.floor(index / 8) % 4] }
  const known = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
  const id = await addCompany(db, workspace.id, `Company ${String(index).padStart(2, '0')}`, known as never)
  if (index % 5 === 0) {
    const customer = encodeGlobalId('Customer', id)
    await data(
      `mutation { criterionAnswer(scorecard: "${card}", customer: "${customer}", criterion: "need", points: ${index % 3}) { __typename } }`,
    )
  }
  for (let deal = 0; deal < index % 3; deal++)
    await addDeal(db, workspace.id, { customerId: id, status: 'lost', closedOn: '2026-05-01' })
}
await data(`mutation { scorecardPublish(id: "${card}", expectedRevision: 1) { __typename } }`)

const fields = `count distribution { from to count } bands { key label count before } statuses { status count before }
  thresholds { answer count before } criteria { key zero one two unknown } disqualifiers { key reason count }
  up { count sample { name } } down { count sample { name } } sensitivity { threshold yes undecided }`

const query = (args: string) =>
  `{ scorecard(slug: "leads", locale: en) { revision preview${args} { ${fields} } } }`

async function preview(args: string) {
  return (await data(query(args))).scorecard.preview
}

/** Every fit by the published revision, computed customer by customer. */
async function published() {
  const { scorecard } = await data(
    '{ scorecard(slug: "leads") { fits(first: 100) { nodes { customer { name } status meetsThreshold range { low high } band { key } } } } }',
  )
  return scorecard.fits.nodes as readonly {
    readonly customer: { readonly name: string }
    readonly status: string
    readonly meetsThreshold: string
    readonly band: { readonly key: string } | null
    readonly range: { readonly low: number; readonly high: number }
  }[]
}

const qualifying = (fits: Awaited<ReturnType<typeof published>>) =>
  new Set(
    fits
      .filter(({ status, meetsThreshold }) => status !== 'DISQUALIFIED' && meetsThreshold === 'YES')
      .map(({ customer }) => customer.name),
  )

test('a draft comes to what its fits are once it is published, and tells who crosses the threshold', async () => {
  const before = await published()
  const changes = `input: { criteria: [${size(4)}, ${trade}, ${need}], threshold: 5 }`
  const seen = await preview(`(sample: 50, ${changes})`)
  expect(seen.count).toBe(64)
  // Nothing has been saved.
  expect((await data('{ scorecard(slug: "leads") { latestRevision } }')).scorecard.latestRevision).toBe(1)

  await data(`mutation { scorecardUpdate(id: "${card}", expectedRevision: 1, ${changes}) { __typename } }`)
  await data(`mutation { scorecardPublish(id: "${card}", expectedRevision: 2) { __typename } }`)
  const after = await published()
  const counted = (fits: typeof after, is: (fit: (typeof after)[number]) => boolean) => fits.filter(is).length
  for (const { status, count, before: now } of seen.statuses) {
    expect(count).toBe(counted(after, (fit) => fit.status === status))
    expect(now).toBe(counted(before, (fit) => fit.status === status))
  }
  for (const { key, count, before: now } of seen.bands) {
    expect(count).toBe(counted(after, ({ band }) => band?.key === key))
    expect(now).toBe(counted(before, ({ band }) => band?.key === key))
  }
  const open = after.filter(({ status }) => status !== 'DISQUALIFIED')
  for (const { threshold, yes, undecided } of seen.sensitivity) {
    expect(yes).toBe(open.filter(({ range }) => range.low >= threshold).length)
    expect(undecided).toBe(
      open.filter(({ range }) => range.low < threshold && range.high >= threshold).length,
    )
  }
  const up = qualifying(after).difference(qualifying(before))
  const down = qualifying(before).difference(qualifying(after))
  expect(up.size).toBeGreaterThan(0)
  expect(down.size).toBeGreaterThan(0)
  const names = (sample: readonly { name: string }[]) => new Set(sample.map(({ name }) => name))
  expect(seen.up.count).toBe(up.size)
  expect(names(seen.up.sample)).toEqual(up)
  expect(seen.down.count).toBe(down.size)
  expect(names(seen.down.sample)).toEqual(down)
})

test('columns and the database preview alike, also by new rules over records and for a part of the customers', async () => {
  const plain = await secondServer(server, { columnsMiB: 0 })
  const people = await peopleOf(server)
  for (const state of ['GIVEN', 'GIVEN', 'DENIED', undefined]) {
    const person = await people.add(`Person ${state}`)
    if (state !== undefined) await people.say(person, 'profiling', state)
  }
  expect((await preview('(kind: PERSON)')).count).toBe(2)
  const asked = [
    '',
    `(input: { criteria: [${size(0.3)}, ${need}, { rule: { key: "won", label: { en: "Won" }, weight: 1,
      two: { is: { field: { deals: { status: LOST } }, value: { number: 0 } } } } }],
      groups: [], disqualifiers: [], threshold: 2 })`,
    '(stage: CUSTOMER)',
    '(kind: PERSON)',
    `(where: { atLeast: { field: { attribute: "employees" }, value: { number: 60 } } }, input: { coverageFloor: 1 })`,
  ]
  for (const args of asked) {
    const slow = await fetch(`${plain.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${workspace.secretKey}` },
      body: JSON.stringify({ query: query(args) }),
    })
    const { data: expected } = (await slow.json()) as {
      data: { scorecard: { preview: { up: { count: number }; down: { count: number } } } }
    }
    const seen = await preview(args)
    // Which of them are shown is up to the order in which they are looked at.
    const { up, down, ...rest } = expected.scorecard.preview
    expect(seen).toMatchObject({ ...rest, up: { count: up.count }, down: { count: down.count } })
  }
})

test('tells what is wrong with a draft, and with what is asked of it', async () => {
  const message = async (args: string) => (await ask(query(args))).body.errors?.[0]?.message
  expect(await message('(input: { threshold: 99 })')).toContain('threshold')
  expect(await message('(sample: 51)')).toBe('`sample` is 0 to 50; this is 51.')
  const unknown = `(input: { criteria: [{ rule: { key: "x", label: { en: "X" }, two: { isKnown: { field: { attribute: "employes" } } } } }] })`
  expect(await message(unknown)).toContain('employees')
})
