import { expect, test } from 'vitest'
import { basicProfile, profileEditor } from '../testing/profiles.ts'
import { startTestServer } from '../testing/server.ts'
import { migrating } from './testing/migrating.ts'

const server = await startTestServer()
const editor = profileEditor(server.ask)
const { query, problems, create, preview, migrate, said, attributesOf, rule, makeSegment, readSegment } =
  migrating(server)

test('a new key is in values, provenance, rules, drafts and what readers see, and the old one is free', async () => {
  await create('seats', 'NUMBER')
  const ids = await said('seats', [5, 50, undefined])
  const test50 = rule('seats', 'atLeast', 'value: { number: 50 }')
  await makeSegment('stor', test50)
  const trait = {
    key: 'seats',
    label: { nb: 'Plasser' },
    words: { nb: 'Mange' },
    rule: { atLeast: { field: { attribute: 'seats' }, value: { number: 50 } } },
  }
  const { profile } = await editor.create(
    basicProfile('plasser', { kind: 'IDEAL_CUSTOMER_PROFILE', traits: [trait] }),
  )
  await editor.publish(profile.id, 1)
  await editor.update(profile.id, 1, { name: { nb: 'Utkast' } })
  const { scorecardCreate } = await query(
    `mutation { scorecardCreate(input: { slug: "plasser", name: { nb: "P" }, threshold: 1, criteria: [{ rule: { key: "seats", label: { nb: "P" }, weight: 1, two: ${test50} } }] }) {
      ... on ScorecardCreateSuccess { scorecard { id } } ${problems} } }`,
  )
  const card = scorecardCreate.scorecard.id
  await query(
    `mutation { scorecardPublish(id: "${card}", expectedRevision: 1) { __typename } scorecardUpdate(id: "${card}", expectedRevision: 1, input: { name: { nb: "Utkast" } }) { __typename } }`,
  )

  const { migrated } = await migrate('seats', 'rename: { to: "places" }')
  expect(migrated.attribute).toEqual({ key: 'places', type: 'NUMBER', revision: 2 })
  expect(migrated.migration).toMatchObject({
    records: 2,
    customers: 2,
    rewritten: [
      { kind: 'Profile', name: 'plasser' },
      { kind: 'Scorecard', name: 'plasser' },
      { kind: 'Segment', name: 'stor' },
    ],
  })
  expect(await attributesOf(ids)).toEqual([{ places: 5 }, { places: 50 }, {}])
  expect(await readSegment('stor')).toMatchObject({ customerCount: 1, rule: { field: { key: 'places' } } })
  const seen = await query(`{
    published: profile(slug: "plasser") { name traits { rule } }
    draft: profile(slug: "plasser", draft: true) { name latestRevision traits { rule } }
    scorecard(slug: "plasser") { name publishedRevision latestRevision fits(first: 100) { nodes { points } } }
    scorecardDraft: scorecard(slug: "plasser", draft: true) { name }
    attribute(key: "seats") { key }
    places: attribute(key: "places") { history { nodes { kind } } } }`)
  const moved = [{ rule: expect.objectContaining({ field: { kind: 'attribute', key: 'places' } }) }]
  expect(seen.published).toEqual({ name: 'Navn plasser', traits: moved })
  expect(seen.draft).toEqual({ name: 'Utkast', latestRevision: 4, traits: moved })
  expect(seen.scorecard).toMatchObject({ name: 'P', publishedRevision: 3, latestRevision: 4 })
  expect(seen.scorecard.fits.nodes.filter(({ points }: { points: number }) => points === 2)).toHaveLength(1)
  expect(seen.scorecardDraft.name).toBe('Utkast')
  expect(seen.attribute).toBeNull()
  expect(seen.places.history.nodes).toEqual([{ kind: 'MIGRATED' }, { kind: 'CREATED' }])
  expect((await create('seats', 'TEXT')).attributeCreate.attribute).toEqual({ key: 'seats' })
})

test('what a planned release will publish follows, with its approval', async () => {
  await create('dock', 'TEXT')
  const trait = {
    key: 'dock',
    label: { nb: 'Rampe' },
    words: {},
    rule: { is: { field: { attribute: 'dock' }, value: { text: 'ja' } } },
  }
  const { profile } = await editor.create(
    basicProfile('rampe', { kind: 'IDEAL_CUSTOMER_PROFILE', traits: [trait] }),
  )
  const { releaseCreate } = await query(
    `mutation { releaseCreate(input: { name: "Vår", items: [{ profile: "${profile.id}", revision: 1 }] }) { ... on ReleaseCreateSuccess { release { id } } ${problems} } }`,
  )
  await editor.update(profile.id, 1, { traits: [] })
  await migrate('dock', 'rename: { to: "ramp" }')
  await query(
    `mutation { releasePublish(id: "${releaseCreate.release.id}", expectedRevision: 1) { __typename } }`,
  )
  const { published, draft } = await query(
    '{ published: profile(slug: "rampe") { traits { rule } } draft: profile(slug: "rampe", draft: true) { traits { key } } }',
  )
  expect(published.traits).toMatchObject([{ rule: { field: { key: 'ramp' } } }])
  expect(draft.traits).toEqual([])
})

test('a migration that would break a rule is refused with the rule named, and changes nothing', async () => {
  await create('floors', 'NUMBER')
  const ids = await said('floors', [2])
  await makeSegment('hoye', rule('floors', 'moreThan', 'value: { number: 1 }'))
  const change = 'changeType: { type: TEXT }'
  const { preview: told } = await preview('floors', change)
  expect(told).toMatchObject({
    canMigrate: false,
    rules: [
      {
        kind: 'Segment',
        name: 'hoye',
        problems: [{ path: ['rule'], message: expect.stringMatching(/moreThan/) }],
      },
    ],
  })
  expect(await migrate('floors', change)).toMatchObject({
    __typename: 'InUse',
    users: [{ kind: 'Segment', name: 'hoye' }],
  })
  expect(await attributesOf(ids)).toEqual([{ floors: 2 }])
  expect(await migrate('floors', change, 7)).toMatchObject({
    __typename: 'RevisionConflict',
    currentRevision: 1,
  })
  expect((await preview('floors', 'rename: { to: "age" }')).problems[0].path).toEqual(['rename', 'to'])
})
