import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { messageLimits } from './interaction.ts'
import { correctedTime, readTime } from './message-time.ts'
import { readMessage } from './read-message.ts'

const receivedAt = Date.UTC(2026, 10, 26, 8)
const frame = { receivedAt, makeId: () => 'made', maySpoil: true }

describe('a message', () => {
  test('of anything at all is read or refused with a reason, and never more than that', () => {
    const field = fc.oneof(
      fc.jsonValue(),
      fc.string(),
      fc.constantFrom('track', 'page', 'identify', '2026-11-26'),
    )
    const keys = fc.constantFrom(
      'type',
      'userId',
      'anonymousId',
      'event',
      'properties',
      'traits',
      'context',
      'timestamp',
      'sentAt',
      'messageId',
      'groupId',
      'previousId',
      'name',
    )
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.dictionary(keys, field)), (raw) => {
        const read = readMessage(raw, frame)
        if (!read.ok) return read.problems[0].message.length > 0
        const { at, userId, anonymousId, messageId, propertiesText } = read.value
        expect(at).toBeLessThanOrEqual(receivedAt)
        expect(userId ?? anonymousId).toMatch(/./s)
        expect(messageId.length).toBeLessThanOrEqual(messageLimits.textLength)
        return propertiesText === JSON.stringify(read.value.properties)
      }),
      { numRuns: 2000 },
    )
  })

  test('says by its address what it is, and numbers are ids as well', () => {
    expect(readMessage({ userId: 42, event: 'x' }, { ...frame, type: 'track' })).toMatchObject({
      ok: true,
      value: { type: 'track', userId: '42', messageId: 'made' },
    })
  })
})

describe('a time', () => {
  test.each([
    ['2026-11-26T08:00:00.000Z', receivedAt],
    ['2026-11-26T09:00:00+01:00', receivedAt],
    ['2026-11-26T09:00:00.000+0100', receivedAt],
    ['2026-11-26T08:00:00', receivedAt],
    ['2026-11-26 08:00:00.000000Z', receivedAt],
    [receivedAt, receivedAt],
    ['2026-13-26T08:00:00Z', undefined],
    ['26.11.2026', undefined],
    ['Thu Nov 26 2026', undefined],
    ['-000001-01-01T00:00:00Z', undefined],
    [Number.NaN, undefined],
  ])('%s reads as %s', (said, time) => {
    expect(readTime(said)).toBe(time)
  })

  test('is moved by how wrong its sender’s clock is, so that only what lies between saying and sending counts', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.integer({ min: 0, max: 1e9 }),
        (wrongBy, before) => {
          const timestamp = receivedAt + wrongBy - before
          const corrected = correctedTime({ timestamp }, { receivedAt, sentAt: receivedAt + wrongBy })
          expect(corrected).toEqual({ ok: true, value: { at: receivedAt - before, notes: [] } })
        },
      ),
    )
  })
})
