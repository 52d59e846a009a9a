import { expect, test } from 'vitest'
import { addCompany } from '../testing/companies.ts'
import { basicProfile, profileEditor } from '../testing/profiles.ts'
import { startTestServer } from '../testing/server.ts'

const { ask, db, workspace, makeWorkspace } = await startTestServer()
const editor = profileEditor(ask)
const other = await makeWorkspace()
for (const employees of [5, 20, 60, 200]) {
  await addCompany(db, workspace.id, `Bedrift ${employees}`, { employees })
}
await addCompany(db, other.id, 'Fremmed', { employees: 50 })

const rule = '{ between: { field: { attribute: "employees" }, from: { number: 20 }, to: { number: 100 } } }'

async function change(query: string, variables = {}) {
  const { body } = await ask(query, { variables })
  expect(body.errors).toBeUndefined()
  return body.data.result
}

const create = (slug: string, tested = rule) =>
  change(`mutation { result: segmentCreate(input: { slug: "${slug}", name: { nb: "Mellomstore", en: "Mid-sized" }, rule: ${tested} }) {
    ... on SegmentCreateSuccess { segment { id slug revision } } ... on InvalidInput { problems { path message } } } }`)

const update = (id: string, revision: number, input: string) =>
  change(
    `mutation ($id: ID!) { result: segmentUpdate(id: $id, expectedRevision: ${revision}, input: ${input}) {
      __typename ... on SegmentUpdateSuccess { segment { revision customerCount } } } }`,
    { id },
  )

test('a segment is a rule with a name: it says it in words, and counts its customers', async () => {
  const { segment } = await create('mellomstore')
  const { body } = await ask(
    '{ segment(slug: "mellomstore", locale: en) { name sentence customerCount revision } }',
  )
  expect(body.data.segment).toEqual({
    name: 'Mid-sized',
    sentence: expect.stringMatching(/20.*100/),
    customerCount: 2,
    revision: 1,
  })
  const wider = '{ rule: { atLeast: { field: { attribute: "employees" }, value: { number: 20 } } } }'
  expect((await update(segment.id, 1, wider)).segment).toEqual({ revision: 2, customerCount: 3 })
  expect((await update(segment.id, 1, wider)).__typename).toBe('RevisionConflict')
})

test('a rule that makes no sense is refused at its place, and a name that is taken', async () => {
  const wrong = await create('feil', '{ isKnown: { field: { attribute: "nothing" } } }')
  expect(wrong.problems[0].path[0]).toBe('rule')
  await create('to-ganger')
  expect((await create('to-ganger')).problems[0].message).toMatch(/taken/)
})

test('a segment that a profile points at is not deleted; it moves to the archive', async () => {
  const { segment } = await create('holdt')
  const { profile } = await editor.create(basicProfile('peker', { links: { segment: segment.id } }))
  const remove = (revision: number) =>
    change(
      `mutation ($id: ID!) { result: segmentDelete(id: $id, expectedRevision: ${revision}) {
        __typename ... on InUse { users { kind name } } } }`,
      { id: segment.id },
    )
  expect(await remove(1)).toEqual({ __typename: 'InUse', users: [{ kind: 'Profile', name: 'peker' }] })
  await update(segment.id, 1, '{ archived: true }')
  const { body } = await ask('{ segments { slug } archive: segments(archived: true) { slug } }')
  expect(body.data.segments).not.toContainEqual({ slug: 'holdt' })
  expect(body.data.archive).toEqual([{ slug: 'holdt' }])
  await editor.update(profile.id, 1, { links: { segment: null } })
  expect((await remove(2)).__typename).toBe('SegmentDeleteSuccess')
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
