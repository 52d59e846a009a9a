import { dropMessagesBefore, listMonths } from '@profilkort/database/interactions/months.queries'
import { dumpOf } from '@profilkort/database/testing/dump'
import { describe, expect, test } from 'vitest'
import { createKey } from '../keys/create-key.ts'
import { makeWriteKey, sendEvents, soon, timelineOf } from '../testing/events.ts'
import { pageOrigin, startTestServer } from '../testing/server.ts'
import { deleteExpired } from './delete-expired.ts'

const server = await startTestServer()
const { ask, db, url, clock, workspace } = server
const writeKey = await makeWriteKey(server)
const day = 86_400_000
const daysAgo = (days: number) => new Date(clock.now.getTime() - days * day).toISOString()
const send = (batch: readonly object[], key = writeKey) => sendEvents(url, key, '/v1/batch', { batch })

async function save(input: object, key = workspace.secretKey, expectedRevision = 0) {
  const { body } = await ask(
    `mutation ($input: InteractionTypeInput!, $expectedRevision: Int!) { interactionTypeSave(expectedRevision: $expectedRevision, input: $input) { __typename
      ... on InteractionTypeSaveSuccess { interactionType { name label(locale: da) onViolation retentionDays countsAs updatedBy properties { key type required } } }
      ... on InvalidInput { problems { path message } } ... on Problem { message } } }`,
    { key, variables: { input, expectedRevision } },
  )
  return body.data.interactionTypeSave
}

async function person(userId: string, name: string) {
  await send([{ type: 'identify', userId, traits: { name } }])
  await expect.poll(() => timelineOf(server, name), soon).toBeDefined()
}

describe('what a workspace says of interactions', () => {
  test('is kept by name, replaced as a whole, and taken back', async () => {
    const input = {
      name: 'Quote Sent',
      label: { nb: 'Tilbud sendt', da: 'Tilbud sendt til kunden' },
      properties: [{ key: 'total', type: 'NUMBER', required: true }],
      onViolation: 'REJECT',
      retentionDays: 365,
      countsAs: 'SUPPORT_LOAD',
    }
    expect((await save(input)).interactionType).toEqual({
      ...input,
      label: 'Tilbud sendt til kunden',
      updatedBy: 'Test secret',
    })
    expect((await save({ name: 'Quote Sent' })).message).toMatch(/Revision 1 was saved/)
    expect((await save({ name: 'Quote Sent' }, undefined, 1)).interactionType).toMatchObject({
      label: 'Quote Sent',
      properties: null,
      retentionDays: null,
    })
    const remove = () => ask('mutation { interactionTypeDelete(name: "Quote Sent") { __typename } }')
    expect((await remove()).body.data.interactionTypeDelete.__typename).toBe('InteractionTypeDeleteSuccess')
    expect((await remove()).body.data.interactionTypeDelete.__typename).toBe('NotFound')
    expect((await ask('{ interactionTypes { name } }')).body.data.interactionTypes).toEqual([])
  })

  test.each([
    [{ name: '' }, ['name']],
    [{ name: 'x', retentionDays: 0 }, ['retentionDays']],
    [
      {
        name: 'x',
        properties: [
          { key: 'a', type: 'TEXT' },
          { key: 'a', type: 'TEXT' },
        ],
      },
      ['properties', '1', 'key'],
    ],
  ])('%j is refused', async (input, path) => {
    expect((await save(input)).problems[0].path).toEqual(path)
  })

  test('holds at once: others are refused with the reason, or taken with a note', async () => {
    await person('typed', 'Typed Person')
    const properties = [
      { key: 'total', type: 'NUMBER', required: true },
      { key: 'paidAt', type: 'TIME', required: false },
    ]
    await save({ name: 'Strict', properties, onViolation: 'REJECT' })
    await save({ name: 'Lenient', properties, onViolation: 'MARK' })
    const track = (event: string, told: object) => ({
      type: 'track',
      userId: 'typed',
      event,
      messageId: event,
      properties: told,
    })
    const bad = { total: '12', other: 1 }
    await expect
      .poll(async () => (await send([track('Strict', bad)])).body.errors, soon)
      .toEqual([
        { index: 0, messageId: 'Strict', path: ['properties', 'total'], message: '"total" is no number.' },
      ])
    expect(
      (await send([track('Strict', { total: 12, paidAt: daysAgo(1) }), track('Lenient', bad)])).status,
    ).toBe(200)
    const { nodes } = (await timelineOf(server, 'Typed Person')).interactions
    expect(
      Object.fromEntries(nodes.map(({ name, notes }: { name: string; notes: string[] }) => [name, notes])),
    ).toEqual({
      Strict: [],
      Lenient: ['"total" is no number.', '"other" is not among the properties of its type.'],
    })
  })
})

test('what has been kept for as long as its type says goes: whole months at once, else one by one', async () => {
  await person('kept', 'Kept Person')
  await save({ name: 'Short', retentionDays: 30 })
  const track = (event: string, days: number) => ({
    type: 'track',
    userId: 'kept',
    event,
    timestamp: daysAgo(days),
  })
  // Half a year ago only short ones, 100 days ago with one that stays.
  await send([
    ...Array.from({ length: 5 }, () => track('Short', 190)),
    ...Array.from({ length: 3 }, () => track('Short', 100)),
    track('Long', 100),
    track('Short', 29),
    track('Short', 31),
  ])
  const foreign = await server.makeWorkspace()
  await send([{ type: 'track', userId: 'u', event: 'Short', timestamp: daysAgo(100) }], foreign.secretKey)
  const swept = await deleteExpired(db, clock.now)
  expect(swept).toEqual({ interactions: 9, months: [daysAgo(190).slice(0, 7)] })
  const { nodes } = (await timelineOf(server, 'Kept Person')).interactions
  expect(nodes.map(({ name, at }: { name: string; at: string }) => [name, at])).toEqual([
    ['Short', daysAgo(29)],
    ['Long', daysAgo(100)],
  ])
  expect(await deleteExpired(db, clock.now)).toEqual({ interactions: 0, months: [] })
  await send([track('Long', 190)])
  expect((await timelineOf(server, 'Kept Person')).interactions.nodes).toHaveLength(3)
})

test('which messages came in is forgotten by the month, not before the third', async () => {
  await deleteExpired(db, clock.now)
  expect(await listMonths(db, 'interaction_message')).toEqual(['2026-11', '2026-12'])
  await deleteExpired(db, new Date('2027-01-31T00:00:00Z'))
  expect(await listMonths(db, 'interaction_message')).toContain('2026-11')
  expect(await dropMessagesBefore(db, '2026-12')).toEqual(['2026-11'])
  await send([{ type: 'track', anonymousId: 'a', event: 'x' }])
})

test('who is erased leaves nothing behind, done before or after it was known by whom, and nothing comes back', async () => {
  const canary = 'Kanarifugl'
  const { text: pageKey } = await createKey({ db, now: clock.now }, workspace.id, {
    kind: 'publishable',
    name: 'Page',
    origins: [pageOrigin],
    expiresAt: null,
    writesEvents: true,
  })
  const places = async () =>
    [...(await dumpOf(db.url))].flatMap(([table, rows]) =>
      rows.some((row) => row.includes(canary)) ? [table] : [],
    )
  const userId = `u-${canary}`
  const batch = [
    { type: 'page', anonymousId: canary, name: canary },
    { type: 'identify', anonymousId: canary, userId, traits: { name: canary } },
    { type: 'track', userId, event: canary },
  ]
  await send(batch)
  await expect.poll(async () => (await timelineOf(server, canary))?.interactions.nodes.length, soon).toBe(2)
  expect(await places()).toEqual(expect.arrayContaining(['public.visitor', 'public.source_record']))
  const { id } = await timelineOf(server, canary)
  const { body } = await ask(
    'mutation ($id: ID!) { customerErase(id: $id, reason: REQUEST) { ... on CustomerEraseSuccess { erasure { erased { table deleted } } } ... on Problem { message } } }',
    { variables: { id } },
  )
  expect(body.data.customerErase.erasure.erased).toEqual(
    expect.arrayContaining([
      { table: 'interaction', deleted: 2 },
      { table: 'visitor', deleted: 1 },
    ]),
  )
  expect(await places()).toEqual([])
  await send(batch.map((each) => ({ ...each, anonymousId: `${canary} again` })))
  await sendEvents(url, pageKey, '/v1/track', { userId, event: canary }, { origin: pageOrigin })
  await expect.poll(places, soon).toEqual([])
})
