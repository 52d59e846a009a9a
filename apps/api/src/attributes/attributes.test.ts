import { inWorkspace } from '@profilkort/database/connect'
import { predefinedAttributes } from '@profilkort/domain/attributes/predefined'
import { expect, test } from 'vitest'
import { basicProfile, profileEditor } from '../testing/profiles.ts'
import { tell } from '../testing/records.ts'
import { startTestServer } from '../testing/server.ts'

const { ask, db, workspace, clock, makeWorkspace } = await startTestServer()
const editor = profileEditor(ask)

async function query(text: string, key = workspace.secretKey) {
  const { body } = await ask(text, { key })
  expect(body.errors, text).toBeUndefined()
  return body.data
}

const problems = `__typename ... on Problem { message path
  ... on InvalidInput { problems { path message } } ... on RevisionConflict { currentRevision } ... on InUse { users { kind name } } }`
const told =
  'attribute { key revision label(locale: en) sensitive archivedAt unit(locale: en) options { key } }'

async function change(field: string, args: string, key?: string) {
  const name = `${field[0]?.toUpperCase()}${field.slice(1)}Success`
  const { result } = await query(
    `mutation { result: ${field}(${args}) { ... on ${name} { ${told} } ${problems} } }`,
    key,
  )
  return result
}

const create = (key: string, more = '', type = 'CHOICE') =>
  change(
    'attributeCreate',
    `input: { key: "${key}", subject: COMPANY, type: ${type}, category: FIRMOGRAPHIC, label: { nb: "Flåte", en: "Fleet" } ${more} }`,
  )
const update = (key: string, revision: number, input: string) =>
  change('attributeUpdate', `key: "${key}", expectedRevision: ${revision}, input: { ${input} }`)
const archive = (key: string, revision: number) =>
  change('attributeArchive', `key: "${key}", expectedRevision: ${revision}`)

test("the catalogue has the articles' attributes by category and in order, and its options do not weigh it down", async () => {
  const { body } = await ask('{ attributes { key category sensitive isPredefined } }')
  expect(body.data.attributes).toHaveLength(predefinedAttributes.length)
  expect(body.data.attributes[0]).toEqual({
    key: 'age',
    category: 'DEMOGRAPHIC',
    sensitive: false,
    isPredefined: true,
  })
  const all = await ask('{ attributes { definition } }')
  expect(JSON.stringify(all.body.data).length).toBeLessThan(120_000)
})

test('attributes are looked for by category, subject and any of their words', async () => {
  const keys = async (args: string) =>
    (await query(`{ attributes(${args}) { key } }`)).attributes.map(({ key }: { key: string }) => key)
  expect(await keys('category: TECHNOGRAPHIC')).toEqual(['systemsInUse'])
  expect(await keys('search: "BRANCHE", category: FIRMOGRAPHIC')).toEqual([
    'industry',
    'naceSection',
    'branches',
  ])
  expect(await keys('search: "land", subject: PERSON')).toContain('country')
  expect(await keys('subject: COMPANY')).not.toContain('age')
})

test('long lists of options come in pages and are looked through', async () => {
  const { attribute } = await query(`{ attribute(key: "municipality") {
    list options { key }
    first: allOptions(first: 2, locale: nb) { nodes { key label } pageInfo { endCursor hasNextPage } }
    found: allOptions(search: "BERGEN", locale: nb) { nodes { key label } pageInfo { hasNextPage } }
    last: allOptions(last: 1) { nodes { key } pageInfo { hasPreviousPage startCursor } } } }`)
  expect(attribute).toMatchObject({ list: 'MUNICIPALITIES', options: [] })
  expect(attribute.first.nodes).toEqual([
    { key: 'NO-0301', label: 'Oslo' },
    { key: 'NO-1101', label: 'Eigersund' },
  ])
  expect(attribute.found).toEqual({
    nodes: [{ key: 'NO-4601', label: 'Bergen' }],
    pageInfo: { hasNextPage: false },
  })
  expect(attribute.last.pageInfo.hasPreviousPage).toBe(true)
  const seen: string[] = []
  for (let after = ''; ; ) {
    const { attribute: page } = await query(
      `{ attribute(key: "municipality") { allOptions(first: 100 ${after && `, after: "${after}"`}) { nodes { key } pageInfo { endCursor hasNextPage } } } }`,
    )
    seen.push(...page.allOptions.nodes.map(({ key }: { key: string }) => key))
    if (!page.allOptions.pageInfo.hasNextPage) break
    after = page.allOptions.pageInfo.endCursor
  }
  expect([seen.length, new Set(seen).size]).toEqual([357, 357])
  const { attribute: country } = await query(
    '{ attribute(key: "country") { allOptions(search: "sver", locale: nb) { nodes { key label } } } }',
  )
  expect(country.allOptions.nodes).toEqual([{ key: 'SE', label: 'Sverige' }])
})

test('a workspace adds its own, and rules speak of it at once', async () => {
  const options =
    ', options: [{ key: "small", label: { nb: "Liten" } }, { key: "10+", label: { en: "Ten and more" }, aliases: ["many"] }]'
  const { attribute } = await create('fleet', options)
  expect(attribute).toMatchObject({
    revision: 1,
    label: 'Fleet',
    options: [{ key: 'small' }, { key: '10+' }],
  })
  const { segmentCreate } = await query(
    `mutation { segmentCreate(input: { name: { nb: "Flåte" }, rule: { is: { field: { attribute: "fleet" }, value: { text: "small" } } } }) {
      ... on SegmentCreateSuccess { segment { sentence } } ${problems} } }`,
  )
  expect(segmentCreate.segment.sentence).toBe('Flåte er Liten')
  expect((await create('fleet', options)).problems[0].path).toEqual(['key'])
  expect((await create('age')).problems[0].path).toEqual(['key'])
})

test.each([
  ['Ikke en nøkkel', '', 'key'],
  ['unitOfText', ', unit: { standard: "percent" }', 'unit'],
  ['badOptions', ', options: [{ key: "a b", label: { nb: "A" } }, { key: "a b", label: {} }]', 'options'],
  ['badOrder', ', order: -1', 'order'],
])('what makes no sense is refused at its place: %s', async (key, more, place) => {
  expect((await create(key, more)).problems[0].path[0]).toBe(place)
})

test('a number has a unit that every language has words for, or a noun', async () => {
  expect((await create('fuel', ', unit: { standard: "liter" }', 'NUMBER')).attribute.unit).toBe('liters')
  expect((await update('fuel', 1, 'unit: { noun: { en: "barrels" } }')).attribute).toMatchObject({
    revision: 2,
    unit: 'barrels',
  })
  expect((await update('fuel', 2, 'unit: { standard: "parsnip" }')).problems[0].path).toEqual([
    'unit',
    'standard',
  ])
  expect((await update('fuel', 2, 'unit: null')).attribute.unit).toBeNull()
})

test('a change keeps what is not given, is noted, and is refused where it is stale', async () => {
  await create('truck', ', options: [{ key: "a", label: { nb: "A" } }]')
  expect((await update('truck', 1, 'label: { en: "Trucks" }')).attribute).toMatchObject({
    revision: 2,
    label: 'Trucks',
    options: [{ key: 'a' }],
  })
  expect(await update('truck', 1, 'label: { en: "Lorries" }')).toMatchObject({
    __typename: 'RevisionConflict',
    currentRevision: 2,
  })
  expect((await update('truck', 2, 'label: { en: "Trucks" }')).attribute.revision).toBe(2)
  const { attribute } = await query(
    '{ attribute(key: "truck") { history { nodes { kind revision by at before after } } } }',
  )
  expect(attribute.history.nodes).toMatchObject([
    {
      kind: 'UPDATED',
      revision: 2,
      at: '2026-11-23T08:00:00.000Z',
      before: { label: { nb: 'Flåte', en: 'Fleet' } },
      after: { label: { nb: 'Flåte', en: 'Trucks' } },
    },
    { kind: 'CREATED', revision: 1, before: null },
  ])
  expect(attribute.history.nodes[0].by).toMatch(/Test secret/)
})

test('special categories of the product stay marked; what scorecards use does not become sensitive', async () => {
  const refused = await update('religion', 1, 'sensitive: false')
  expect(refused.problems[0]).toMatchObject({ path: ['sensitive'], message: expect.stringMatching(/GDPR/) })
  await create('ourOwn', ', sensitive: true')
  expect((await update('ourOwn', 1, 'sensitive: false')).attribute.sensitive).toBe(false)
  const rule = '{ isKnown: { field: { attribute: "ourOwn" } } }'
  const { scorecardCreate } = await query(
    `mutation { scorecardCreate(input: { slug: "eget", name: { nb: "Eget" }, threshold: 1, criteria: [{ rule: { key: "own", label: { nb: "Eget" }, weight: 1, two: ${rule} } }] }) {
      __typename ${problems} } }`,
  )
  expect(scorecardCreate.__typename).toBe('ScorecardCreateSuccess')
  expect(await update('ourOwn', 2, 'sensitive: true')).toMatchObject({
    __typename: 'InUse',
    users: [{ kind: 'Scorecard', name: 'eget' }],
  })
})

test('an option that records name is not taken away', async () => {
  const both = '{ key: "big", label: { nb: "Stor" } }, { key: "tiny", label: { nb: "Bitte liten" } }'
  await create('lorry', `, options: [${both}]`)
  await tell(db, workspace.id, [{ externalId: 'Holder', values: { lorry: 'big' } }], clock.now)
  const refused = await update('lorry', 1, 'options: [{ key: "tiny", label: { nb: "Bitte liten" } }]')
  expect(refused.problems[0].message).toMatch(/1 records say "big".*attributeMigrate/)
  expect(
    (await update('lorry', 1, 'options: [{ key: "big", label: { nb: "Stor" } }]')).attribute.options,
  ).toEqual([{ key: 'big' }])
})

test('an attribute that rules speak of is not archived; one in the archive is out of all rules and comes back', async () => {
  await create('van')
  const rule = '{ isKnown: { field: { attribute: "van" } } }'
  const trait = {
    key: 'van',
    label: { nb: 'Varebil' },
    words: {},
    rule: { isKnown: { field: { attribute: 'van' } } },
  }
  const segment = async (slug: string) =>
    (
      await query(
        `mutation { segmentCreate(input: { slug: "${slug}", name: { nb: "V" }, rule: ${rule} }) { ... on SegmentCreateSuccess { segment { id } } ${problems} } }`,
      )
    ).segmentCreate
  const { segment: made } = await segment('varebiler')
  const { profile } = await editor.create(
    basicProfile('varebil', { kind: 'IDEAL_CUSTOMER_PROFILE', traits: [trait] }),
  )
  await inWorkspace(db, workspace.id, (tx) =>
    tx
      .insertInto('survivorship')
      .values({ workspace_id: workspace.id, key: 'van', strategy: 'longest' })
      .execute(),
  )
  expect(await archive('van', 1)).toMatchObject({
    __typename: 'InUse',
    users: [
      { kind: 'Profile', name: 'varebil' },
      { kind: 'Segment', name: 'varebiler' },
      { kind: 'Survivorship', name: 'van' },
    ],
  })
  await query(
    `mutation { segmentDelete(id: "${made.id}", expectedRevision: 1) { __typename } profileUpdate(id: "${profile.id}", expectedRevision: 1, input: { traits: [] }) { __typename } }`,
  )
  await inWorkspace(db, workspace.id, (tx) =>
    tx.deleteFrom('survivorship').where('workspace_id', '=', workspace.id).execute(),
  )
  expect((await archive('van', 1)).attribute.archivedAt).toBe('2026-11-23T08:00:00.000Z')
  expect((await segment('for-sent')).problems[0].path).toContain('rule')
  const { attributes, archived } = await query(
    '{ attributes(search: "van") { key } archived: attributes(archived: true) { key } }',
  )
  expect([attributes.map(({ key }: { key: string }) => key).includes('van'), archived]).toEqual([
    false,
    [{ key: 'van' }],
  ])
  expect((await change('attributeUnarchive', 'key: "van"')).attribute).toMatchObject({
    archivedAt: null,
    revision: 3,
  })
  expect((await segment('igjen')).segment).toBeDefined()
})

test('no segment is left with an attribute that was archived while it was made', async () => {
  for (let round = 0; round < 8; round++) {
    const key = `race${round}`
    await create(key)
    const [segment, archived] = await Promise.all([
      query(
        `mutation { segmentCreate(input: { slug: "race-${round}", name: { nb: "R" }, rule: { isKnown: { field: { attribute: "${key}" } } } }) { __typename } }`,
      ),
      archive(key, 1),
    ])
    const isMade = segment.segmentCreate.__typename === 'SegmentCreateSuccess'
    expect(isMade).toBe(archived.__typename === 'InUse')
  }
})

test('of another workspace is not there', async () => {
  await create('secretive')
  const other = await makeWorkspace()
  const { attribute } = await query('{ attribute(key: "secretive") { key } }', other.secretKey)
  expect(attribute).toBeNull()
  const result = await change('attributeArchive', 'key: "secretive", expectedRevision: 1', other.secretKey)
  expect(result.__typename).toBe('NotFound')
})
