import { randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { openEvents, soon, timelineOf } from '../testing/events.ts'
import { startTestServer } from '../testing/server.ts'

const server = await startTestServer()
const { url } = server
const { send, writeKey, namesOf } = await openEvents(server)

describe('a body', () => {
  const packed = (content: Buffer | string) =>
    fetch(`${url}/v1/batch`, {
      method: 'POST',
      headers: { 'content-encoding': 'gzip', authorization: `Basic ${btoa(`${writeKey}:`)}` },
      body: new Uint8Array(gzipSync(content)),
    })

  test('may be packed, and 500 kB of messages of 32 kB are taken', async () => {
    const userId = randomUUID()
    const batch = Array.from({ length: 15 }, (_, index) => {
      const message = {
        type: 'track',
        userId,
        event: 'Large',
        messageId: `${userId}${index}`,
        properties: { text: '' },
      }
      message.properties.text = 'a'.repeat(32 * 1024 - JSON.stringify(message).length)
      return message
    })
    expect((await send('/v1/batch', { batch })).status).toBe(200)
    expect(
      (await packed(JSON.stringify({ batch: [{ type: 'track', userId, event: 'Packed' }] }))).status,
    ).toBe(200)
    await expect.poll(() => namesOf(userId), soon).toHaveLength(16)
    const { nodes } = (await timelineOf(server, userId, 'names: ["Large"], first: 1')).interactions
    expect(nodes[0].properties.text.length).toBeGreaterThan(32_000)
  })

  test.each([
    [
      'over 500 kB',
      () => send('/v1/batch', { batch: [], more: 'a'.repeat(513 * 1024) }).then(({ status }) => status),
      413,
    ],
    [
      'over 500 kB when unpacked',
      () => packed(Buffer.alloc(50 * 2 ** 20, 97)).then(({ status }) => status),
      400,
    ],
    ['that is no JSON', () => send('/v1/batch', '{"batch":[').then(({ status }) => status), 400],
    ['that is a list', () => send('/v1/batch', '[]').then(({ status }) => status), 400],
    ['that is empty', () => send('/v1/batch', '').then(({ status }) => status), 400],
    ['without a batch', () => send('/v1/batch', {}).then(({ status }) => status), 400],
    [
      'that is broken gzip',
      () => send('/v1/batch', '{}', { 'content-encoding': 'gzip' }).then(({ status }) => status),
      400,
    ],
    [
      'of another encoding',
      () => send('/v1/batch', '{}', { 'content-encoding': 'br' }).then(({ status }) => status),
      400,
    ],
  ])('%s is refused', async (_what, ask, status) => {
    expect(await ask()).toBe(status)
  })

  test('that is not UTF-8 is refused rather than mended', async () => {
    const content = Buffer.concat([
      Buffer.from('{"userId":"u","event":"'),
      Buffer.from([0xed, 0xa0, 0x80]),
      Buffer.from('"}'),
    ])
    const response = await fetch(`${url}/v1/track`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${writeKey}:`)}` },
      body: new Uint8Array(content),
    })
    expect([response.status, await response.json()]).toMatchObject([
      400,
      { error: { message: expect.stringMatching(/UTF-8/) } },
    ])
  })
})
