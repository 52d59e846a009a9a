import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { createKey } from '../keys/create-key.ts'
import { openEvents, soon, timelineOf } from '../testing/events.ts'
import { pageOrigin, startTestServer } from '../testing/server.ts'

const server = await startTestServer()
const { ask, db, url, clock, workspace } = server
const { send, writeKey, identify, namesOf } = await openEvents(server)

const { text: readKey } = await createKey({ db, now: clock.now }, workspace.id, {
  kind: 'secret',
  name: 'Reader',
  origins: [],
  expiresAt: null,
  scopes: ['customers:read'],
})

describe('a write key', () => {
  const track = { anonymousId: 'a', event: 'x' }

  test.each([
    ['none', () => ({ authorization: '' }), 401],
    ['one that is no key', () => ({ authorization: `Basic ${btoa('key:')}` }), 401],
    ['a secret key without the scope', () => ({ authorization: `Basic ${btoa(`${readKey}:`)}` }), 403],
    [
      'a publishable key',
      () => ({ authorization: `Basic ${btoa(`${workspace.publishableKey}:`)}`, origin: pageOrigin }),
      403,
    ],
    ['a secret key from a page', () => ({ origin: 'https://intranet.example' }), 403],
  ])('%s is refused', async (_what, headers, status) => {
    const answer = await send('/v1/track', track, headers())
    expect(answer.status).toBe(status)
    expect(answer.body.error?.message).toMatch(/\w+/)
  })

  test('may stand in the body or in a header, whole or as one of two parts', async () => {
    const bare = { authorization: '' }
    expect((await send('/v1/track', { ...track, writeKey }, bare)).status).toBe(200)
    expect((await send('/api/s/s2s/track', track, { ...bare, 'x-write-key': `${writeKey}:x` })).status).toBe(
      200,
    )
    expect(
      (await send('/v1/t', JSON.stringify({ ...track, writeKey }), { ...bare, 'content-type': 'text/plain' }))
        .status,
    ).toBe(200)
    expect((await send('/v1/track', track, { authorization: `Bearer ${writeKey}` })).status).toBe(200)
  })

  test('that only writes events reads nothing', async () => {
    const { body } = await ask('{ customers { nodes { name } } interactionTypes { name } }', {
      key: writeKey,
    })
    expect(body.errors?.map(({ extensions }) => extensions.code)).toContain('FORBIDDEN')
  })

  test('of pages writes where it is switched on: what was done, but not who somebody is', async () => {
    await identify('page-user', 'Page User', { title: 'Selger' })
    const { body } = await ask(
      `mutation { apiKeyCreate(input: { kind: PUBLISHABLE, name: "Page", origins: ["${pageOrigin}"], writesEvents: true }) {
        ... on ApiKeyCreateSuccess { newApiKey { text apiKey { writesEvents eventSource } } } ... on Problem { message } } }`,
    )
    const { text, apiKey } = body.data.apiKeyCreate.newApiKey
    expect(apiKey).toEqual({ writesEvents: true, eventSource: 'web' })
    const page = { authorization: `Basic ${btoa(`${text}:`)}`, origin: pageOrigin }
    const anonymousId = randomUUID()
    const batch = [
      { type: 'page', anonymousId, properties: { path: '/' } },
      {
        type: 'identify',
        anonymousId,
        userId: 'page-user',
        traits: { title: 'Hacker', email: 'boss@fjord.example' },
      },
      { type: 'identify', userId: 'made-up', traits: { name: 'Made Up' } },
      { type: 'track', userId: 'made-up', event: 'Made Up' },
      { type: 'track', userId: 'page-user', event: 'Clicked' },
    ]
    expect((await send('/v1/batch', { batch }, page)).status).toBe(200)
    expect(
      (await send('/v1/batch', { batch }, { ...page, origin: 'https://elsewhere.example' })).status,
    ).toBe(403)
    await expect.poll(() => namesOf('Page User'), soon).toHaveLength(2)
    await identify('after', 'After All')
    const { attributes } = await timelineOf(server, 'Page User')
    expect(attributes.map(({ value }: { value: unknown }) => value)).toEqual(['Selger'])
    expect(await timelineOf(server, 'Made Up')).toBeUndefined()
    expect(await timelineOf(server, 'made-up')).toBeUndefined()
    await identify('made-up', 'Real One')
    await expect.poll(() => namesOf('Real One'), soon).toEqual(['Made Up'])
  })

  test('lets pages ask first, with the headers that clients send', async () => {
    const response = await fetch(`${url}/v1/track`, {
      method: 'OPTIONS',
      headers: {
        origin: pageOrigin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type,anonymousid,x-write-key',
      },
    })
    expect(response.status).toBe(204)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.get('access-control-allow-headers')?.toLowerCase()).toContain('anonymousid')
  })
})
