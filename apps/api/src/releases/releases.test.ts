import { inWorkspace } from '@profilkort/database/connect'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { basicProfile, profileEditor } from '../testing/profiles.ts'
import { startTestServer } from '../testing/server.ts'
import { publishAllDue } from './publish-release.ts'

const { ask, url, db, clock, workspace, makeWorkspace } = await startTestServer()
const editor = profileEditor(ask)
const fields =
  'id name state revision at settledBy settledAt failure { path message } items { profile revision locales }'

async function run(field: string, declared: string, args: string, variables: object) {
  const name = `${field[0]?.toUpperCase()}${field.slice(1)}`
  const { body } = await ask(
    `mutation (${declared}) { result: ${field}(${args}) { __typename ... on Problem { message path }
      ... on InvalidInput { problems { path message } } ... on ${name}Success { release { ${fields} } } } }`,
    { variables: { ...variables } },
  )
  expect(body.errors).toBeUndefined()
  return body.data.result
}

const create = (input: object) => run('releaseCreate', '$input: ReleaseInput!', 'input: $input', { input })
const update = (id: string, expectedRevision: number, input: object) =>
  run(
    'releaseUpdate',
    '$id: ID!, $expectedRevision: Int!, $input: ReleaseInput!',
    'id: $id, expectedRevision: $expectedRevision, input: $input',
    { id, expectedRevision, input },
  )
const settle = (field: string, id: string, expectedRevision: number) =>
  run(field, '$id: ID!, $expectedRevision: Int!', 'id: $id, expectedRevision: $expectedRevision', {
    id,
    expectedRevision,
  })
const read = async (id: string) =>
  (await ask(`query ($id: ID!) { release(id: $id) { ${fields} } }`, { variables: { id } })).body.data.release
const isPublished = async (slug: string) =>
  (await ask(`{ profile(slug: "${slug}") { id } }`)).body.data.profile !== null

async function made(slug: string): Promise<string> {
  const { profile } = await editor.create(basicProfile(slug))
  return profile.id as string
}

const inAnHour = { local: '2026-11-23T10:00', zone: 'Europe/Oslo' }
const then = new Date('2026-11-23T09:00:00Z')

describe('a release', () => {
  test('is published at its time and not before, once, however often and by however many it is done', async () => {
    const items = [{ profile: await made('en') }, { profile: await made('to') }]
    const { release } = await create({ name: 'Vår', items, at: inAnHour })
    expect(release).toMatchObject({
      state: 'PLANNED',
      at: then.toISOString(),
      items: [{ revision: 1 }, { revision: 1 }],
    })
    await publishAllDue(db, new Date(then.getTime() - 1))
    expect(await isPublished('en')).toBe(false)
    await Promise.all([1, 2, 3].map(() => publishAllDue(db, then)))
    expect(await read(release.id)).toMatchObject({
      state: 'PUBLISHED',
      settledBy: 'Schedule',
      settledAt: then.toISOString(),
    })
    await publishAllDue(db, new Date(then.getTime() + 60_000))
    expect((await read(release.id)).settledAt).toBe(then.toISOString())
    expect([await isPublished('en'), await isPublished('to')]).toEqual([true, true])
  })

  test('publishes the revision that was planned, though newer ones were written since', async () => {
    const id = await made('pinnet')
    await create({ name: 'Pinnet', items: [{ profile: id }], at: inAnHour })
    await editor.update(id, 1, { name: { nb: 'Nyere' } })
    await publishAllDue(db, then)
    const { body } = await ask('{ profile(slug: "pinnet") { name revision } }')
    expect(body.data.profile).toEqual({ name: 'Navn pinnet', revision: 1 })
  })

  test('is all or nothing: where one is refused none is published, and the failure says which and why', async () => {
    const fine = await made('fin')
    const archived = await made('borte')
    const { release } = await create({
      name: 'Begge',
      items: [{ profile: fine }, { profile: archived }],
      at: inAnHour,
    })
    await editor.archive(archived, 1)
    await publishAllDue(db, then)
    const failed = await read(release.id)
    expect(failed.state).toBe('FAILED')
    expect(failed.failure).toEqual([
      { path: ['items', '1', 'id'], message: expect.stringMatching(/in the archive/) },
    ])
    expect(await isPublished('fin')).toBe(false)
    const { body } = await ask('{ overdueReleases { name state } }')
    clock.now = then
    expect((await ask('{ overdueReleases { name state } }')).body.data.overdueReleases).toContainEqual({
      name: 'Begge',
      state: 'FAILED',
    })
    expect(body.errors).toBeUndefined()
    const ready = async () => (await fetch(`${url}/readyz`)).json()
    expect(await ready()).toMatchObject({
      status: 'degraded',
      alarms: [{ kind: 'RELEASE_FAILED', count: 1, oldest: then.toISOString() }],
    })
    clock.now = new Date(then.getTime() + 8 * 24 * 3_600_000)
    expect(await ready()).toEqual({ status: 'ok', alarms: [] })
    clock.now = new Date('2026-11-23T08:00:00Z')
  })

  test('is called off, published by hand, or planned anew, while it is planned', async () => {
    const id = await made('hand')
    const { release } = await create({ name: 'For hånd', items: [{ profile: id, locales: ['nb'] }] })
    const input = { name: 'Med navn', items: [{ profile: id }], at: inAnHour }
    expect((await update(release.id, 1, input)).release).toMatchObject({
      name: 'Med navn',
      revision: 2,
      at: then.toISOString(),
    })
    await settle('releasePublish', release.id, 2)
    expect(await isPublished('hand')).toBe(true)
    const late = await settle('releaseCancel', release.id, 2)
    expect(late.message).toMatch(/published already/)
    const away = await create({ name: 'Bort', items: [{ profile: id, action: 'UNPUBLISH' }], at: inAnHour })
    await settle('releaseCancel', away.release.id, 1)
    await publishAllDue(db, then)
    expect(await isPublished('hand')).toBe(true)
  })

  test('that was planned anew in between is neither changed, published nor called off unseen', async () => {
    const input = { name: 'Min', items: [{ profile: await made('usett') }] }
    const { release } = await create(input)
    const both = await Promise.all([
      update(release.id, 1, { ...input, name: 'Hennes' }),
      update(release.id, 1, { ...input, name: 'Hans' }),
    ])
    expect(new Set(both.map(({ __typename }) => __typename))).toEqual(
      new Set(['ReleaseUpdateSuccess', 'RevisionConflict']),
    )
    for (const field of ['releasePublish', 'releaseCancel']) {
      expect(await settle(field, release.id, 1)).toMatchObject({
        __typename: 'RevisionConflict',
        message: expect.stringMatching(/Revision 2 was saved since revision 1/),
      })
    }
    expect(await read(release.id)).toMatchObject({ state: 'PLANNED', revision: 2 })
  })

  test('of one profile is scheduled on the revision that was seen', async () => {
    const id = await made('planlagt')
    const schedule = (expectedRevision: number, at = inAnHour) =>
      run(
        'profileSchedule',
        '$id: ID!, $expectedRevision: Int!, $at: ZonedTimeInput!',
        'id: $id, expectedRevision: $expectedRevision, at: $at',
        { id, expectedRevision, at },
      )
    expect((await schedule(2)).__typename).toBe('RevisionConflict')
    expect((await schedule(1, { local: '2026-11-23T08:59', zone: 'Europe/Oslo' })).message).toMatch(
      /has passed: it is 2026-11-23T08:00/,
    )
    expect((await schedule(1, { local: '2027-03-28T02:30', zone: 'Europe/Oslo' })).problems[0]).toMatchObject(
      {
        path: ['at', 'local'],
        message: expect.stringMatching(/never is/),
      },
    )
    expect((await schedule(1)).release).toMatchObject({ name: 'planlagt', state: 'PLANNED' })
    await publishAllDue(db, then)
    expect(await isPublished('planlagt')).toBe(true)
  })

  test('that makes no sense is refused with each problem at its place', async () => {
    const id = await made('tull')
    const other = await makeWorkspace()
    const foreign = await profileEditor(ask).create(basicProfile('fremmed'), { key: other.secretKey })
    const items = [{ profile: id }, { profile: id }, { profile: foreign.profile.id }]
    const answer = await create({ name: ' ', items })
    expect(answer.problems.map(({ path }: { path: string[] }) => path.join('.'))).toEqual([
      'name',
      'items.1.profile',
      'items.2.profile',
    ])
    expect((await create({ name: 'x', items: [{ profile: id, revision: 7 }] })).message).toMatch(
      /no revision 7/,
    )
  })
})

test('a release that breaks keeps no other waiting', async () => {
  const broken = await made('knust')
  await create({
    name: 'Knust',
    items: [{ profile: broken }],
    at: { local: '2026-11-23T09:30', zone: 'Europe/Oslo' },
  })
  await create({ name: 'Hel', items: [{ profile: await made('hel') }], at: inAnHour })
  const setTemplate = (key: string) =>
    inWorkspace(db, workspace.id, (tx) =>
      sql`update profile set template_key = ${key} where slug = 'knust'`.execute(tx),
    )
  await setTemplate('nowhere')
  await expect(publishAllDue(db, then)).rejects.toThrow(/1 of 2 releases/)
  expect([await isPublished('knust'), await isPublished('hel')]).toEqual([false, true])
  await setTemplate('basic')
  await publishAllDue(db, then)
  expect(await isPublished('knust')).toBe(true)
})

test('a release that is late is an alarm for whoever asks whether the server is well', async () => {
  const late = async () => {
    const { alarms } = (await (await fetch(`${url}/readyz`)).json()) as { alarms: { kind: string }[] }
    return alarms.filter(({ kind }) => kind === 'RELEASE_OVERDUE')
  }
  await create({ name: 'Glemt', items: [{ profile: await made('glemt') }], at: inAnHour })
  expect(await late()).toEqual([])
  clock.now = new Date(then.getTime() + 61_000)
  expect(await late()).toEqual([{ kind: 'RELEASE_OVERDUE', count: 1, oldest: then.toISOString() }])
  expect((await ask('{ overdueReleases { name } }')).body.data.overdueReleases).toContainEqual({
    name: 'Glemt',
  })
  await publishAllDue(db, clock.now)
  expect(await late()).toEqual([])
})
