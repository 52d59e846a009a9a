import { inWorkspace } from '@profilkort/database/connect'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { addCompany, addDeal } from '../testing/companies.ts'
import { addInteractions } from '../testing/interactions.ts'
import { peopleOf } from '../testing/people.ts'
import { startTestServer } from '../testing/server.ts'

const server = await startTestServer()
const { ask, db, workspace, makeWorkspace } = server
const other = await makeWorkspace()
const people = await peopleOf(server)

const [nord, syd, vest] = [
  await addCompany(db, workspace.id, 'Nord', { employees: 50 }),
  await addCompany(db, workspace.id, 'Syd', { employees: 500 }),
  await addCompany(db, workspace.id, 'Vest', {}),
]
const stranger = await addCompany(db, other.id, 'Fremmed', {})
await addDeal(db, workspace.id, { customerId: nord, status: 'won', value: 900, closedOn: '2026-11-02' })
await addDeal(db, workspace.id, { customerId: nord, status: 'won', value: 200, closedOn: '2026-10-31' })
await addDeal(db, workspace.id, { customerId: syd, status: 'lost', value: 5000, closedOn: '2026-11-02' })
await addDeal(db, other.id, { customerId: stranger, status: 'won', value: 9000, closedOn: '2026-11-02' })
const kari = await people.add('Kari')
const ola = await people.add('Ola')

/** Something that a customer did so many days before the clock of the tests. */
async function did(customerId: string, name: string, daysAgo: number, properties = {}): Promise<void> {
  const at = new Date(server.clock.now.getTime() - daysAgo * 86_400_000).toISOString()
  await addInteractions(db, workspace.id, customerId, [{ name, at, properties }])
}

await did(nord, 'Demo Booked', 3, { seats: 5 })
await did(nord, 'Demo Booked', 40, { seats: 10 })
await did(syd, 'Demo Booked', 40, { seats: 1 })
await did(syd, 'Page Left', 1)

async function named(where: string): Promise<readonly string[]> {
  const { body } = await ask(`{ customers(first: 50, where: ${where}) { totalCount nodes { name } } }`)
  expect(body.errors, JSON.stringify(body.errors)).toBeUndefined()
  const names = body.data.customers.nodes.map(({ name }: { name: string }) => name)
  expect(body.data.customers.totalCount).toBe(names.length)
  return names
}

const done = (parts: string, test: string) =>
  `{ ${test.replace('FIELD', `field: { interactions: { ${parts} } }`)} }`
const dealt = (parts: string, test: string) =>
  `{ ${test.replace('FIELD', `field: { deals: { ${parts} } }`)} }`

test.each<[string, string, readonly string[]]>([
  ['did it', done('name: "Demo Booked"', 'atLeast: { FIELD, value: { number: 1 } }'), ['Nord', 'Syd']],
  ['did it twice', done('name: "Demo Booked"', 'atLeast: { FIELD, value: { number: 2 } }'), ['Nord']],
  [
    'did it lately',
    done('name: "Demo Booked", window: { lastDays: 30 }', 'atLeast: { FIELD, value: { number: 1 } }'),
    ['Nord'],
  ],
  [
    'did it not at all lately',
    done('name: "Demo Booked", window: { lastDays: 30 }', 'is: { FIELD, value: { number: 0 } }'),
    ['Kari', 'Ola', 'Syd', 'Vest'],
  ],
  [
    'did it first in autumn',
    done('figure: FIRST, name: "Demo Booked"', 'withinDays: { FIELD, days: 20 }'),
    [],
  ],
  [
    'did it last this month',
    done('figure: LAST, name: "Demo Booked"', 'during: { FIELD, period: THIS_MONTH }'),
    ['Nord'],
  ],
  [
    'seats in all',
    done('figure: SUM, name: "Demo Booked", property: "seats"', 'atLeast: { FIELD, value: { number: 15 } }'),
    ['Nord'],
  ],
  [
    'seats on average',
    done('figure: AVERAGE, name: "Demo Booked", property: "seats"', 'is: { FIELD, value: { number: 7.5 } }'),
    ['Nord'],
  ],
  ['has no seats', done('figure: SUM, property: "seats"', 'isUnknown: { FIELD }'), ['Kari', 'Ola', 'Vest']],
  [
    'won this month',
    dealt('status: WON, window: { during: THIS_MONTH }', 'is: { FIELD, value: { number: 1 } }'),
    ['Nord'],
  ],
  [
    'won for more than a thousand',
    dealt(
      'figure: SUM, status: WON',
      'moreThan: { FIELD, value: { money: { amount: 1000, currency: "NOK" } } }',
    ),
    ['Nord'],
  ],
  [
    'lost from November on',
    dealt(
      'stage: "lost", window: { between: { from: "2026-11-01" } }',
      'atLeast: { FIELD, value: { number: 1 } }',
    ),
    ['Syd'],
  ],
  [
    'lost ever, as far as days can be told',
    dealt(
      'stage: "lost", window: { between: { from: "0001-01-01", to: "9999-12-31" } }',
      'atLeast: { FIELD, value: { number: 1 } }',
    ),
    ['Syd'],
  ],
  [
    'closed before the end of all days',
    dealt('figure: LAST', 'lessThan: { FIELD, value: { time: "9999-12-31T23:59:59Z" } }'),
    ['Nord', 'Syd'],
  ],
  [
    'closed after the first of all days',
    dealt('figure: FIRST', 'moreThan: { FIELD, value: { time: "0001-01-01T00:00:00Z" } }'),
    ['Nord', 'Syd'],
  ],
  [
    'closed at the end of all days',
    dealt('figure: LAST', 'atLeast: { FIELD, value: { time: "9999-12-31T23:59:59Z" } }'),
    [],
  ],
])('%s', async (_, where, names) => {
  expect(await named(where)).toEqual(names)
  expect(await named(`{ not: ${where} }`)).toEqual(
    ['Kari', 'Nord', 'Ola', 'Syd', 'Vest'].filter((name) => !names.includes(name)),
  )
})

test('where people stand on a purpose, now: a yes that has run out is none', async () => {
  await people.say(kari, 'marketing', 'GIVEN', { expiresAt: '2026-11-24T00:00:00Z' })
  await people.say(ola, 'marketing', 'DENIED')
  const stands = (values: string) => `{ oneOf: { field: { consent: "marketing" }, values: [${values}] } }`
  expect(await named(stands('"given"'))).toEqual(['Kari'])
  expect(await named(stands('"denied"'))).toEqual(['Ola'])
  expect(await named(stands('"none"'))).toEqual(['Nord', 'Syd', 'Vest'])
  const before = server.clock.now
  server.clock.now = new Date('2026-11-25T08:00:00Z')
  expect(await named(stands('"given"'))).toEqual([])
  expect(await named(stands('"expired", "none"'))).toEqual(['Kari', 'Nord', 'Syd', 'Vest'])
  server.clock.now = before
})

test('people by their company, and a company by its people', async () => {
  await inWorkspace(db, workspace.id, (tx) =>
    sql`update customer set company_id = ${nord} where workspace_id = ${workspace.id} and name in ('Kari', 'Ola')`.execute(
      tx,
    ),
  )
  const won = dealt('status: WON', 'atLeast: { FIELD, value: { number: 2 } }')
  expect(await named(`{ company: ${won} }`)).toEqual(['Kari', 'Ola'])
  const isKari = '{ oneOf: { field: { consent: "marketing" }, values: ["given"] } }'
  expect(await named(`{ people: { rule: ${isKari} } }`)).toEqual(['Nord'])
  expect(await named(`{ people: { rule: ${isKari}, atLeast: 2 } }`)).toEqual([])
  expect(await named(`{ people: { rule: { all: [] }, atLeast: 2 } }`)).toEqual(['Nord'])
})

test('a list and its count have in them what was done right before', async () => {
  const where = done('name: "Page Left"', 'atLeast: { FIELD, value: { number: 2 } }')
  expect(await named(where)).toEqual([])
  await did(syd, 'Page Left', 0)
  expect(await named(where)).toEqual(['Syd'])
})

test('a name that nobody ever did is refused with the nearest, one that just came is known', async () => {
  const refusal = async (where: string) => {
    const { body } = await ask(`{ customers(first: 1, where: ${where}) { nodes { id } } }`)
    return body.errors?.[0]?.message ?? body.data.customers
  }
  expect(await refusal(done('name: "Demo Boked"', 'isKnown: { FIELD }'))).toMatch(
    /Did you mean 'Demo Booked'/,
  )
  expect(await refusal(dealt('stage: "won!"', 'isKnown: { FIELD }'))).toMatch(/Did you mean 'won'/)
  expect(await refusal('{ isKnown: { field: { consent: "Markedsføring" } } }')).toMatch(
    /Did you mean 'marketing'/,
  )
  expect(await refusal('{ is: { field: { consent: "marketing" }, value: { text: "givn" } } }')).toMatch(
    /Did you mean 'given'/,
  )
  expect(await refusal('{ inSegment: "nobody" }')).toMatch(/There is no segment 'nobody'/)
  await did(vest, 'Brand New', 1)
  expect(await named(done('name: "Brand New"', 'atLeast: { FIELD, value: { number: 1 } }'))).toEqual(['Vest'])
})

const problem = '__typename ... on Problem { message path }'
const inUseOr = `${problem} ... on InUse { users { kind name } }`

async function change(query: string, variables = {}) {
  const { body } = await ask(query, { variables })
  expect(body.errors, JSON.stringify(body.errors)).toBeUndefined()
  return body.data.result
}

const createSegment = (slug: string, rule: string) =>
  change(`mutation { result: segmentCreate(input: { slug: "${slug}", name: { nb: "${slug}" }, rule: ${rule} }) {
    ${problem} ... on SegmentCreateSuccess { segment { id sentence } } } }`)

test('segments within segments follow each other, and never close a circle', async () => {
  const twice = await createSegment(
    'ivrige',
    done('name: "Demo Booked"', 'atLeast: { FIELD, value: { number: 2 } }'),
  )
  expect(twice.segment.sentence).toBe('Antall «Demo Booked» er minst 2')
  const inner = await createSegment('indre', '{ inSegment: "ivrige" }')
  expect(inner.segment.sentence).toBe('Kunden er i segmentet «ivrige»')
  await createSegment('ytre', '{ not: { inSegment: "indre" } }')
  // Of people those who may be profiled.
  expect(await named('{ inSegment: "ytre" }')).toEqual(['Syd', 'Vest'])
  await people.say(kari, 'profiling', 'GIVEN')
  expect(await named('{ inSegment: "ytre" }')).toEqual(['Kari', 'Syd', 'Vest'])
  const update = (rule: string) =>
    change(
      `mutation ($id: ID!) { result: segmentUpdate(id: $id, expectedRevision: 1, input: { rule: ${rule} }) { ${problem} } }`,
      { id: twice.segment.id },
    )
  expect((await update('{ inSegment: "ytre" }')).message).toMatch(/ivrige → ytre → indre → ivrige/)
  const once = done('name: "Demo Booked"', 'atLeast: { FIELD, value: { number: 1 } }')
  expect((await update(once)).__typename).toBe('SegmentUpdateSuccess')
  expect(await named('{ inSegment: "ytre" }')).toEqual(['Kari', 'Vest'])
  const removed = await change(
    `mutation ($id: ID!) { result: segmentDelete(id: $id, expectedRevision: 2) { ${inUseOr} } }`,
    { id: twice.segment.id },
  )
  expect(removed).toMatchObject({ __typename: 'InUse', users: [{ kind: 'Segment', name: 'indre' }] })
})

test('of two segments that are changed at once to close a circle, one is refused', async () => {
  const [one, two] = [await createSegment('ene', '{ all: [] }'), await createSegment('andre', '{ all: [] }')]
  const update = (id: string, slug: string) =>
    change(
      `mutation ($id: ID!) { result: segmentUpdate(id: $id, expectedRevision: 1, input: { rule: { inSegment: "${slug}" } }) { ${problem} } }`,
      { id },
    )
  const outcomes = await Promise.all([update(one.segment.id, 'andre'), update(two.segment.id, 'ene')])
  expect(new Set(outcomes.map(({ __typename }) => __typename))).toEqual(
    new Set(['InvalidInput', 'SegmentUpdateSuccess']),
  )
})

test('special categories come into a segment only once the ground is stated, and then into no small count', async () => {
  const byFaith = '{ isKnown: { field: { attribute: "faith" } } }'
  const { segment } = await createSegment('troende', '{ all: [] }')
  const update = (input: string) =>
    change(
      `mutation ($id: ID!) { result: segmentUpdate(id: $id, expectedRevision: 1, input: ${input}) { ${problem} } }`,
      { id: segment.id },
    )
  const refused = {
    message: expect.stringMatching(/"faith" is of a special category.*specialCategoriesEnable/),
  }
  expect(await update(`{ rule: ${byFaith} }`)).toMatchObject(refused)
  expect(await createSegment('tro', `{ company: ${byFaith} }`)).toMatchObject(refused)
  await change('mutation { result: specialCategoriesEnable(ground: "Article 9(2)(d)") { __typename } }')
  expect(await createSegment('tro', byFaith)).toHaveProperty('segment')
  await change('mutation { result: specialCategoriesDisable { __typename } }')
  expect(await update('{ rule: { inSegment: "tro" } }')).toMatchObject(refused)
  expect(await update('{ name: { nb: "Alle" } }')).toMatchObject({ __typename: 'SegmentUpdateSuccess' })
  const { body } = await ask(
    '{ segment(slug: "tro") { customerCount } customers(first: 1, where: { inSegment: "tro" }) { totalCount } }',
  )
  expect(body.data).toEqual({ segment: { customerCount: null }, customers: { totalCount: null } })
  const where = encodeURIComponent('{"kind":"inSegment","segment":"tro"}')
  const answer = await fetch(`${server.url}/v1/exports/customers.csv?where=${where}`, {
    headers: { authorization: `Bearer ${workspace.secretKey}` },
  })
  expect(answer.status).toBe(400)
})

test('what a rule names is not taken away from under it', async () => {
  await change('mutation { result: interactionTypeSave(input: { name: "Signed Up" }) { __typename } }')
  const saved = await change(
    `mutation { result: purposeSave(key: "newsletter", expectedRevision: 0, input: { name: { nb: "Nyhetsbrev" } }) { ${problem} } }`,
  )
  expect(saved.message).toBeUndefined()
  const signedUp = done('name: "Signed Up"', 'atLeast: { FIELD, value: { number: 1 } }')
  const rule = `{ any: [${signedUp}, { isKnown: { field: { consent: "newsletter" } } }] }`
  const { segment } = await createSegment('pameldte', rule)
  const removeType = `mutation { result: interactionTypeDelete(name: "Signed Up") { ${inUseOr} } }`
  const archive = `mutation { result: purposeArchive(key: "newsletter", expectedRevision: 1) { ${inUseOr} } }`
  const inUse = { __typename: 'InUse', users: [{ kind: 'Segment', name: 'pameldte' }] }
  expect(await change(removeType)).toMatchObject(inUse)
  expect(await change(archive)).toMatchObject(inUse)
  await change(`mutation ($id: ID!) { result: segmentDelete(id: $id, expectedRevision: 1) { ${inUseOr} } }`, {
    id: segment.id,
  })
  expect((await change(removeType)).__typename).toBe('InteractionTypeDeleteSuccess')
  expect((await change(archive)).__typename).toBe('PurposeArchiveSuccess')
})

test('a scorecard scores by what customers and their people did, and disqualifies by deals', async () => {
  const demo = (parts: string) =>
    done(`name: "Demo Booked" ${parts}`, 'atLeast: { FIELD, value: { number: 1 } }')
  const lost = dealt('status: LOST', 'atLeast: { FIELD, value: { number: 1 } }')
  const made =
    await change(`mutation { result: scorecardCreate(input: { slug: "handling", name: { nb: "Handling" },
    threshold: 1, criteria: [
      { rule: { key: "demo", label: { nb: "Demo" }, weight: 1, two: ${demo(', window: { lastDays: 30 }')}, one: ${demo('')} } },
      { rule: { key: "folk", label: { nb: "Folk" }, weight: 1, two: { people: { rule: { all: [] }, atLeast: 2 } } } }],
    disqualifiers: [{ key: "lost", reason: { nb: "Tapt" }, rule: ${lost} }] }) {
      ${problem} ... on ScorecardCreateSuccess { scorecard { id } } } }`)
  expect(made.message).toBeUndefined()
  await change(
    `mutation ($id: ID!) { result: scorecardPublish(id: $id, expectedRevision: 1) { ${problem} } }`,
    { id: made.scorecard.id },
  )
  const { body } = await ask(`{ customers(kind: COMPANY, first: 10) { nodes { name
    fit(scorecard: "handling", locale: nb) { status points criteria { points explanation } } } } }`)
  expect(body.errors, JSON.stringify(body.errors)).toBeUndefined()
  const fits = new Map(
    body.data.customers.nodes.map((each: { name: string; fit: object }) => [each.name, each.fit]),
  )
  expect(fits.get('Nord')).toMatchObject({
    status: 'SCORED',
    points: 4,
    criteria: [
      { explanation: 'Stemmer: Antall «Demo Booked» de siste 30 dagene er minst 1.' },
      { points: 2 },
    ],
  })
  expect(fits.get('Syd')).toMatchObject({ status: 'DISQUALIFIED', points: 1 })
  expect(fits.get('Vest')).toMatchObject({ status: 'SCORED', points: 0 })
})

test('exports and net promoter scores follow rules over records', async () => {
  const rule = {
    kind: 'atLeast',
    field: { kind: 'interactions', figure: 'count', name: 'Demo Booked' },
    value: 2,
  }
  const where = encodeURIComponent(JSON.stringify(rule))
  const answer = await fetch(`${server.url}/v1/exports/customers.csv?columns=name&where=${where}`, {
    headers: { authorization: `Bearer ${workspace.secretKey}` },
  })
  expect((await answer.text()).trim().split(/\r?\n/)).toEqual(['name', 'Nord'])
  const { body } = await ask(
    `{ nps(where: ${done('name: "Demo Booked"', 'atLeast: { FIELD, value: { number: 2 } }')}) { answers } }`,
  )
  expect(body.errors).toBeUndefined()
})
