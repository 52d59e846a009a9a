import { randomUUID } from 'node:crypto'
import { inWorkspace } from '@profilkort/database/connect'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { makeWriteKey, openEvents, sendEvents, soon, timelineOf } from '../testing/events.ts'
import { startTestServer } from '../testing/server.ts'

const server = await startTestServer()
const { db, url, workspace } = server
const { send, at, identify, namesOf } = await openEvents(server)

async function ask(query: string, variables: object = {}) {
  const { body } = await server.ask(query, { key: workspace.secretKey, variables: { ...variables } })
  expect(body.errors, JSON.stringify(body.errors)).toBeUndefined()
  return body.data
}

describe('who somebody is', () => {
  test('traits become what the source says of a person, joined with what others say of the same', async () => {
    await identify('u-42', 'Ola Hansen', {
      email: 'Ola@Fjord.example',
      Tittel: 'Daglig leder',
      plan: 'pro',
      language: 'nb',
    })
    const key = await makeWriteKey(server, 'shop')
    await sendEvents(url, key, '/v1/identify', {
      userId: '99',
      traits: { email: 'ola@fjord.example', phone: '22 33 44 55' },
    })
    const said = async () =>
      Object.fromEntries(
        (await timelineOf(server, 'Ola Hansen')).attributes.map(
          ({ key, value, source }: { key: string; value: unknown; source: string }) => [key, [value, source]],
        ),
      )
    await expect.poll(said, soon).toEqual({
      email: [expect.stringMatching(/ola@fjord/i), expect.any(String)],
      title: ['Daglig leder', 'web'],
      language: ['nb', 'web'],
      phone: ['22 33 44 55', 'shop'],
    })
    const kept = await inWorkspace(db, workspace.id, (tx) =>
      tx.selectFrom('source_record').select('data').where('external_id', '=', 'u-42').executeTakeFirst(),
    )
    expect(kept?.data).toMatchObject({ traits: { plan: 'pro' } })
  })

  test('what was done anonymously is theirs once somebody says so, also when that comes late', async () => {
    const anonymousId = randomUUID()
    await send('/v1/page', { anonymousId, name: 'Priser', timestamp: at(-30) })
    await send('/v1/track', { anonymousId, event: 'Signed Up', timestamp: at(-20) })
    await send('/v1/track', { anonymousId, userId: 'late', event: 'Logged In', timestamp: at(-10) })
    await send('/v1/identify', {
      anonymousId,
      userId: 'late',
      traits: { name: 'Late Comer' },
      timestamp: at(-10),
    })
    await send('/v1/page', { anonymousId, timestamp: at(-5) })
    await expect.poll(() => namesOf('Late Comer'), soon).toEqual(['page', 'Logged In', 'Signed Up', 'page'])
    const { nodes } = (await timelineOf(server, 'Late Comer')).interactions
    expect(nodes.map(({ isAnonymous }: { isAnonymous: boolean }) => isAnonymous)).toEqual([
      true,
      false,
      true,
      true,
    ])
    expect(nodes[3].properties).toEqual({ name: 'Priser' })
  })

  test('an anonymous one is whoever was first said to be it, in whatever order that is heard', async () => {
    const anonymousId = randomUUID()
    await send('/v1/track', { anonymousId, event: 'Looked', timestamp: at(-60) })
    await send('/v1/identify', {
      anonymousId,
      userId: 'second',
      traits: { name: 'Second User' },
      timestamp: at(-10),
    })
    await expect.poll(() => namesOf('Second User'), soon).toEqual(['Looked'])
    await send('/v1/identify', {
      anonymousId,
      userId: 'first',
      traits: { name: 'First User' },
      timestamp: at(-40),
    })
    await expect.poll(() => namesOf('First User'), soon).toEqual(['Looked'])
    expect(await namesOf('Second User')).toEqual([])
  })

  test('an older word does not replace a newer one, though it is heard later', async () => {
    await identify('words', 'New Name', { title: 'Sjef' })
    await send('/v1/identify', {
      userId: 'words',
      traits: { name: 'Old Name', title: 'Lærling', language: 'sv' },
      timestamp: at(-60),
    })
    const titles = async () =>
      (await timelineOf(server, 'New Name'))?.attributes.map(({ value }: { value: unknown }) => value)
    await expect.poll(titles, soon).toEqual(expect.arrayContaining(['Sjef', 'sv']))
  })

  test('a group is a company, and who belongs to it its contact', async () => {
    await send('/v1/batch', {
      batch: [
        {
          type: 'group',
          userId: 'member',
          groupId: 'g-1',
          traits: { name: 'Fjell og Vidde AS', employees: 45, industry: 'Regnskap' },
        },
        { type: 'identify', userId: 'member', traits: { name: 'Member One' } },
      ],
    })
    await expect
      .poll(async () => (await timelineOf(server, 'Member One'))?.company, soon)
      .toEqual({ name: 'Fjell og Vidde AS' })
    await send('/v1/track', { userId: 'member', event: 'Report Opened', context: { groupId: 'g-1' } })
    const company = await timelineOf(server, 'Fjell og Vidde AS', 'contacts: false')
    expect(company.interactions.nodes.map(({ name }: { name: string }) => name)).toEqual(['Report Opened'])
    expect(
      company.attributes.map(({ key, value }: { key: string; value: unknown }) => [key, value]),
    ).toContainEqual(['employees', 45])
    expect(await namesOf('Fjell og Vidde AS')).toEqual(['Report Opened'])
  })

  test('what was done for a company is its own, whether it was heard before, with or after what the company is', async () => {
    const opened = (event: string) => ({
      type: 'track',
      userId: 'early-member',
      event,
      context: { groupId: 'g-late' },
    })
    await send('/v1/batch', { batch: [opened('Before')] })
    await expect.poll(() => namesOf('early-member'), soon).toEqual(['Before'])
    const group = { type: 'group', userId: 'other', groupId: 'g-late', traits: { name: 'Sen Gruppe AS' } }
    await send('/v1/batch', { batch: [group, opened('With')] })
    await send('/v1/batch', { batch: [opened('After')] })
    await expect
      .poll(async () => (await namesOf('Sen Gruppe AS'))?.toSorted(), soon)
      .toEqual(['After', 'Before', 'With'])
  })

  test('an alias joins two ids of one user, in either order; that can be undone', async () => {
    await identify('old-id', 'Alias Person')
    await send('/v1/track', { userId: 'old-id', event: 'Before' })
    await send('/v1/alias', { previousId: 'old-id', userId: 'new-id' })
    await send('/v1/track', { userId: 'new-id', event: 'After' })
    await expect
      .poll(async () => (await namesOf('Alias Person'))?.toSorted(), soon)
      .toEqual(['After', 'Before'])
    const changes = await inWorkspace(db, workspace.id, (tx) =>
      tx.selectFrom('identity_change').select(['kind', 'undone_at']).execute(),
    )
    expect(changes).toEqual([{ kind: 'join', undone_at: null }])
    await send('/v1/alias', { previousId: 'early', userId: 'known' })
    await identify('known', 'Known Person')
    await send('/v1/track', { userId: 'early', event: 'Early' })
    await expect.poll(() => namesOf('Known Person'), soon).toEqual(['Early'])
  })

  test('an alias that a person took back stays so, whatever is said again, until a person joins them', async () => {
    const changeOf = async () => {
      const { identityChanges } = await ask(
        '{ identityChanges(first: 100) { nodes { id undoneAt reason } } }',
      )
      return identityChanges.nodes.find(({ undoneAt }: { undoneAt: string | null }) => undoneAt === null)
    }
    const both = async () =>
      (await ask('{ customers(search: "Parted") { nodes { id records { externalId } } } }')).customers.nodes
    await identify('al1', 'Parted One')
    await identify('al2', 'Parted Two')
    await send('/v1/alias', { previousId: 'al1', userId: 'al2' })
    await expect.poll(async () => (await both()).length, soon).toBe(1)
    const { id } = await changeOf()
    await ask(
      'mutation ($id: ID!) { identityChangeUndo(id: $id) { __typename ... on Problem { message } } }',
      { id },
    )
    expect(await both()).toHaveLength(2)
    await identify('al1', 'Parted One', { title: 'Sjef' })
    await send('/v1/alias', { previousId: 'al1', userId: 'al2' })
    await identify('al2', 'Parted Two', { title: 'Eier' })
    const titleOf = async (name: string) =>
      (await timelineOf(server, name)).attributes.map(({ value }: { value: unknown }) => value)
    await expect.poll(() => titleOf('Parted One'), soon).toEqual(['Sjef'])
    await expect.poll(() => titleOf('Parted Two'), soon).toEqual(['Eier'])
    expect(await both()).toHaveLength(2)
    const ids = (await both()).map((each: { id: string }) => each.id)
    await ask(
      'mutation ($ids: [ID!]!) { customerJoin(ids: $ids) { __typename ... on Problem { message } } }',
      { ids },
    )
    expect(await both()).toEqual([
      expect.objectContaining({ records: expect.objectContaining({ length: 2 }) }),
    ])
  })
})

test('while an import holds on to who is who, events are taken and their people settled afterwards', async () => {
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  let isHeld = () => {}
  const holding = new Promise<void>((resolve) => (isHeld = resolve))
  const hold = inWorkspace(db, workspace.id, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`identity ${workspace.id}`}, 0))`.execute(tx)
    isHeld()
    await held
  })
  await holding
  expect((await send('/v1/identify', { userId: 'patient', traits: { name: 'Patient User' } })).status).toBe(
    200,
  )
  expect((await send('/v1/track', { userId: 'patient', event: 'Waited' })).status).toBe(200)
  expect(await timelineOf(server, 'Patient User')).toBeUndefined()
  release()
  await hold
  await expect.poll(() => namesOf('Patient User'), soon).toEqual(['Waited'])
})
