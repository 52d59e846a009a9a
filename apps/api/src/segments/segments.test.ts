import { expect, test } from 'vitest'
import { addCompany, addDeal } from '../testing/companies.ts'
import { basicProfile, profileEditor } from '../testing/profiles.ts'
import { startTestServer } from '../testing/server.ts'

const { ask, db, workspace, makeWorkspace } = await startTestServer()
const editor = profileEditor(ask)
const other = await makeWorkspace()
const sizes = [5, 20, 60, 100, 200]
for (const employees of sizes) {
  const customerId = await addCompany(db, workspace.id, `Bedrift ${employees}`, { employees })
  const deal = { customerId, status: 'won', value: employees, closedOn: '2026-01-01' } as const
  if (employees > 60) await addDeal(db, workspace.id, deal)
}
await addCompany(db, workspace.id, 'Ukjent størrelse', {})
await addCompany(db, other.id, 'Fremmed', { employees: 50 })

const rule = '{ between: { field: { attribute: "employees" }, from: { number: 20 }, to: { number: 100 } } }'
const atLeast = (employees: number) =>
  `{ atLeast: { field: { attribute: "employees" }, value: { number: ${employees} } } }`

async function change(query: string, variables = {}) {
  const { body } = await ask(query, { variables })
  expect(body.errors).toBeUndefined()
  return body.data.result
}

const problem = '__typename ... on Problem { message path }'

const create = (slug: string, tested = rule) =>
  change(`mutation { result: segmentCreate(input: { slug: "${slug}", name: { nb: "Mellomstore", en: "Mid-sized" }, rule: ${tested} }) {
    ... on SegmentCreateSuccess { segment { id slug revision } } ${problem} ... on InvalidInput { problems { path message } } } }`)

const onOne = (field: string, args: string, answer: string) => (id: string) =>
  change(
    `mutation ($id: ID!) { result: ${field}(id: $id ${args}) { ${problem}
      ... on ${field[0]?.toUpperCase()}${field.slice(1)}Success { ${answer} } } }`,
    { id },
  )
const update = (id: string, revision: number, input: string) =>
  onOne(
    'segmentUpdate',
    `, expectedRevision: ${revision}, input: ${input}`,
    'segment { revision name customerCount } } ... on RevisionConflict { expectedRevision currentRevision',
  )(id)
const archive = onOne('segmentArchive', ', expectedRevision: 1', 'segment { archivedAt }')
const unarchive = onOne('segmentUnarchive', '', 'segment { archivedAt }')
const remove = onOne(
  'segmentDelete',
  ', expectedRevision: 1',
  'deleted { id } } ... on InUse { users { kind name }',
)

test('a segment is a rule with a name: it says it in words, and counts its customers', async () => {
  await create('mellomstore')
  const { body } = await ask(
    '{ segment(slug: "mellomstore", locale: en) { name sentence rule customerCount revision } }',
  )
  expect(body.data.segment).toEqual({
    name: 'Mid-sized',
    sentence: expect.stringMatching(/20.*100/),
    rule: { kind: 'between', field: { kind: 'attribute', key: 'employees' }, from: 20, to: 100 },
    customerCount: 3,
    revision: 1,
  })
})

test('many are counted together, each as it is counted alone', async () => {
  const bounds = [1, 20, 21, 61, 201]
  for (const bound of bounds) await create(`minst-${bound}`, atLeast(bound))
  await create('alle', '{ all: [] }')
  await create('ingen-salg', '{ is: { field: { metric: "wonDeals" }, value: { number: 0 } } }')
  const { body } = await ask('{ segments { slug customerCount } }')
  const counts = new Map(
    body.data.segments.map((each: { slug: string; customerCount: number }) => [
      each.slug,
      each.customerCount,
    ]),
  )
  for (const bound of bounds) {
    expect(counts.get(`minst-${bound}`)).toBe(sizes.filter((size) => size >= bound).length)
  }
  expect(counts.get('alle')).toBe(sizes.length + 1)
  expect(counts.get('ingen-salg')).toBe(4)
})

test('a change makes the next revision, keeps what is not given, and is refused where it is stale', async () => {
  const { segment } = await create('endres')
  const wider = `{ rule: ${atLeast(20)} }`
  expect((await update(segment.id, 1, wider)).segment).toEqual({
    revision: 2,
    name: 'Mellomstore',
    customerCount: 4,
  })
  expect(await update(segment.id, 1, wider)).toMatchObject({
    __typename: 'RevisionConflict',
    expectedRevision: 1,
    currentRevision: 2,
  })
  expect((await update(segment.id, 2, '{ name: { nb: "Andre" } }')).segment).toEqual({
    revision: 3,
    name: 'Andre',
    customerCount: 4,
  })
})

test('a rule that makes no sense is refused at its place, and a name that is taken or blank', async () => {
  const wrong = await create('feil', '{ isKnown: { field: { attribute: "nothing" } } }')
  expect(wrong.problems[0].path[0]).toBe('rule')
  const { segment } = await create('to-ganger')
  expect((await create('to-ganger')).problems[0].message).toMatch(/taken/)
  expect((await update(segment.id, 1, '{ name: { nb: "", en: " " } }')).path).toEqual(['name'])
})

test('a segment that a profile points at is not deleted; it moves to the archive', async () => {
  const { segment } = await create('holdt')
  const links = { segment: segment.id }
  const { profile } = await editor.create(basicProfile('peker', { links }))
  expect(await remove(segment.id)).toMatchObject({
    __typename: 'InUse',
    users: [{ kind: 'Profile', name: 'peker' }],
  })
  expect((await archive(segment.id)).segment.archivedAt).toBe('2026-11-23T08:00:00.000Z')
  const { body } = await ask('{ segments { slug } archive: segments(archived: true) { slug } }')
  expect(body.data.segments).not.toContainEqual({ slug: 'holdt' })
  expect(body.data.archive).toEqual([{ slug: 'holdt' }])

  expect((await editor.create(basicProfile('sen', { links }))).problems?.[0]?.path).toEqual([
    'links',
    'segment',
  ])
  expect((await editor.update(profile.id, 1, { name: { nb: 'Peker ennå' } })).profile).toBeDefined()
  expect((await unarchive(segment.id)).segment.archivedAt).toBeNull()
  expect((await editor.create(basicProfile('sen', { links }))).profile).toBeDefined()
})

test('a segment is kept for what readers see, not for what was', async () => {
  const { segment } = await create('lest')
  const { profile } = await editor.create(basicProfile('leser', { links: { segment: segment.id } }))
  await editor.publish(profile.id, 1)
  await editor.update(profile.id, 1, { links: { segment: null } })
  expect(await remove(segment.id)).toMatchObject({ __typename: 'InUse' })
  await editor.publish(profile.id, 2)
  expect(await remove(segment.id)).toMatchObject({ deleted: { id: segment.id } })
})

test('a segment is kept for a release that will publish a profile with it', async () => {
  const { segment } = await create('planlagt')
  const { profile } = await editor.create(basicProfile('kommer', { links: { segment: segment.id } }))
  const { body } = await ask(
    `mutation ($profile: ID!) { releaseCreate(input: { name: "Vår", items: [{ profile: $profile, revision: 1 }] }) {
      __typename ... on ReleaseCreateSuccess { release { id } } } }`,
    { variables: { profile: profile.id } },
  )
  await editor.update(profile.id, 1, { links: { segment: null } })
  const users = [
    { kind: 'Profile', name: 'kommer' },
    { kind: 'Release', name: 'Vår' },
  ]
  expect(await remove(segment.id)).toMatchObject({ __typename: 'InUse', users })
  const { body: asked } = await ask('{ segment(slug: "planlagt") { users { kind name id } } }')
  expect(asked.data.segment.users).toMatchObject(users)
  expect(asked.data.segment.users[0].id).toBe(profile.id)
  await onOne('releaseCancel', ', expectedRevision: 1', 'release { id }')(body.data.releaseCreate.release.id)
  expect(await remove(segment.id)).toMatchObject({ deleted: { id: segment.id } })
})

test('a segment that is deleted while a profile is made with it stays, or the profile is not made', async () => {
  for (let round = 0; round < 10; round++) {
    const { segment } = await create(`flyktig-${round}`)
    const [made, removed] = await Promise.all([
      editor.create(basicProfile(`med-flyktig-${round}`, { links: { segment: segment.id } })),
      remove(segment.id),
    ])
    expect(made.profile !== undefined, JSON.stringify([made, removed])).toBe(removed.__typename === 'InUse')
  }
})

test('how many customers it has is for those who may read customers', async () => {
  await create('hemmelig-antall')
  const keyFor = async (scopes: string) => {
    const { newApiKey } =
      await change(`mutation { result: apiKeyCreate(input: { kind: SECRET, name: "Test", scopes: [${scopes}] }) {
      ... on ApiKeyCreateSuccess { newApiKey { text } } } }`)
    return newApiKey.text
  }
  const count = async (key: string) => {
    const { body } = await ask('{ segment(slug: "hemmelig-antall") { slug customerCount } }', { key })
    return body.data.segment
  }
  const slug = 'hemmelig-antall'
  expect(await count(await keyFor('CONTENT_READ'))).toEqual({ slug, customerCount: null })
  expect(await count(await keyFor('CONTENT_READ, CUSTOMERS_READ'))).toEqual({ slug, customerCount: 3 })
})

test('of another workspace are not there', async () => {
  const { segment } = await create('vegg')
  expect((await ask('{ segments { slug } }', { key: other.secretKey })).body.data.segments).toEqual([])
  const { body } = await ask(
    `mutation ($id: ID!) { segmentUpdate(id: $id, expectedRevision: 1, input: {}) { __typename } }`,
    { key: other.secretKey, variables: { id: segment.id } },
  )
  expect(body.data.segmentUpdate.__typename).toBe('NotFound')
})
