import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { openEvents, sendEvents, soon, timelineOf } from '../testing/events.ts'
import { secondServer, startTestServer } from '../testing/server.ts'

const server = await startTestServer()
const { url, clock } = server
const { send, writeKey, at, identify, namesOf } = await openEvents(server)

describe('a message', () => {
  test('is kept with all that it says, and answered when it is', async () => {
    await identify('kari', 'Kari Nordmann')
    const { status, body } = await send('/v1/track', {
      userId: 'kari',
      event: 'Invoice Paid',
      messageId: 'first-1',
      properties: { total: 129.5, currency: 'NOK', lines: [{ sku: 'Å' }] },
      context: { locale: 'nb-NO', ip: '10.0.0.1', traits: { email: 'kari@nord.no' } },
      timestamp: at(-5),
    })
    expect([status, body]).toEqual([200, { success: true }])
    expect((await timelineOf(server, 'Kari Nordmann')).interactions.nodes).toEqual([
      {
        id: expect.any(String),
        kind: 'TRACK',
        name: 'Invoice Paid',
        at: at(-5),
        receivedAt: at(0),
        source: 'web',
        messageId: 'first-1',
        isAnonymous: false,
        properties: { total: 129.5, currency: 'NOK', lines: [{ sku: 'Å' }] },
        context: { locale: 'nb-NO' },
        notes: [],
      },
    ])
  })

  test('is taken once: twice in a batch, again in another with another clock, and by two servers at once', async () => {
    await identify('once', 'Once Only')
    const messages = Array.from({ length: 20 }, (_, index) => ({
      type: 'track',
      userId: 'once',
      event: 'Opened',
      messageId: `once-${index}`,
      timestamp: at(-60 * 24 * index),
    }))
    const other = await secondServer(server)
    const answers = await Promise.all(
      [url, other.url, url, other.url].map((base, index) =>
        sendEvents(base, writeKey, '/v1/batch', { batch: [...messages, ...messages], sentAt: at(index) }),
      ),
    )
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    clock.now = new Date(clock.now.getTime() + 35 * 86_400_000)
    expect((await send('/v1/batch', { batch: messages })).status).toBe(200)
    clock.now = new Date(clock.now.getTime() - 35 * 86_400_000)
    const { interactions, interactionSummary } = await timelineOf(server, 'Once Only')
    expect(interactions.nodes).toHaveLength(20)
    expect(interactionSummary).toEqual([
      { name: 'Opened', count: 20, firstAt: expect.any(String), lastAt: expect.any(String) },
    ])
  })

  test('of a wrong clock is put right by when it was sent; late ones are, and none is in the future', async () => {
    await identify('clock', 'Wrong Clock')
    const hourAhead = at(60)
    await send('/v1/batch', {
      sentAt: hourAhead,
      batch: [
        { type: 'track', userId: 'clock', event: 'skewed', timestamp: at(50) },
        { type: 'track', userId: 'clock', event: 'late', timestamp: at(60 - 60 * 24 * 200) },
        { type: 'track', userId: 'clock', event: 'sent by itself', timestamp: at(-30), sentAt: at(0) },
      ],
    })
    await send('/v1/track', { userId: 'clock', event: 'future', timestamp: '2031-01-01' })
    await send('/v1/track', { userId: 'clock', event: 'untimed' })
    const { nodes } = (await timelineOf(server, 'Wrong Clock')).interactions
    const told = Object.fromEntries(nodes.map((each: { name: string }) => [each.name, each]))
    expect(told.skewed.at).toBe(at(-10))
    expect(told.late.at).toBe(at(-60 * 24 * 200))
    expect(told['sent by itself'].at).toBe(at(-30))
    expect(told.untimed.at).toBe(at(0))
    expect(told.future).toMatchObject({ at: at(0), notes: [expect.stringContaining('2031-01-01')] })
    expect(nodes.map(({ at }: { at: string }) => at)).toEqual(
      nodes
        .map(({ at }: { at: string }) => at)
        .toSorted()
        .toReversed(),
    )
  })

  test.each([
    ['is no object', 'x', [], /JSON object/],
    ['has no type', { userId: 'u' }, ['type'], /track, page, screen, identify/],
    ['has a foreign type', { type: 'log', userId: 'u' }, ['type'], /"log"/],
    ['says of nobody', { type: 'track', event: 'x' }, ['userId'], /userId or an anonymousId/],
    ['names no event', { type: 'track', userId: 'u' }, ['event'], /event/],
    ['names no group', { type: 'group', userId: 'u' }, ['groupId'], /groupId/],
    ['is an alias of nothing', { type: 'alias', userId: 'u' }, ['previousId'], /previousId/],
    [
      'has a time that is none',
      { type: 'track', userId: 'u', event: 'x', timestamp: 'yesterday' },
      ['timestamp'],
      /yesterday/,
    ],
    ['has an id that is none', { type: 'track', userId: { id: 1 }, event: 'x' }, ['userId'], /text/],
    [
      'has too long an id',
      { type: 'track', userId: 'u'.repeat(256), event: 'x' },
      ['userId'],
      /256 characters/,
    ],
    [
      'has properties that are none',
      { type: 'track', userId: 'u', event: 'x', properties: [1] },
      ['properties'],
      /JSON object/,
    ],
    [
      'has a NUL in a text',
      { type: 'track', userId: 'u', event: 'x', properties: { a: ['b\0'] } },
      ['properties', 'a', '0'],
      /NUL/,
    ],
    [
      'has a NUL in a key',
      { type: 'track', userId: 'u', event: 'x', properties: { 'a\0': 1 } },
      ['properties', 'a\0'],
      /NUL/,
    ],
    ['has half a character', { type: 'track', userId: 'u\ud800', event: 'x' }, ['userId'], /lone surrogate/],
    [
      'is larger than 32 kB',
      { type: 'track', userId: 'u', event: 'x', properties: { a: 'æ'.repeat(17_000) } },
      [],
      /at most 32 kB/,
    ],
    [
      'is nested deep',
      {
        type: 'track',
        userId: 'u',
        event: 'x',
        properties: JSON.parse(`{"a":${'['.repeat(40)}${']'.repeat(40)}}`),
      },
      [],
      /nested/,
    ],
  ])('that %s is refused by name, and the others of its batch are taken', async (_what, bad, path, why) => {
    const userId = randomUUID()
    const good = (messageId: string) => ({ type: 'track', userId, event: 'good', messageId })
    const named = typeof bad === 'object' ? { ...bad, messageId: 'the-bad-one' } : bad
    const { status, body } = await send('/v1/batch', {
      batch: [good(`${userId}1`), named, good(`${userId}2`)],
    })
    expect(status).toBe(400)
    expect(body).toMatchObject({ success: false, accepted: 2 })
    expect(body.errors).toHaveLength(1)
    expect(body.errors?.[0]).toMatchObject({
      index: 1,
      messageId: typeof bad === 'object' ? 'the-bad-one' : null,
    })
    expect(body.errors?.[0]?.message).toMatch(why)
    expect(body.errors?.[0]?.path.slice(0, path.length)).toEqual(path)
    await expect.poll(() => namesOf(userId), soon).toEqual(['good', 'good'])
  })
})
