import { randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { inWorkspace } from '@profilkort/database/connect'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { createKey } from '../keys/create-key.ts'
import { makeWriteKey, sendEvents, timelineOf } from '../testing/events.ts'
import { pageOrigin, secondServer, startTestServer } from '../testing/server.ts'

const server = await startTestServer()
const { ask, db, url, clock, workspace } = server
const writeKey = await makeWriteKey(server)
const send = (path: string, body: object | string, headers: { readonly [name: string]: string } = {}) =>
  sendEvents(url, writeKey, path, body, headers)
/** How long what is settled in the background may take. */
const soon = { timeout: 5000, interval: 20 }
const at = (minutes: number) => new Date(clock.now.getTime() + minutes * 60_000).toISOString()
/** A person that a server has told of, with a timeline to look at. */
async function identify(userId: string, name: string, traits: object = {}) {
  expect(await send('/v1/identify', { userId, traits: { name, ...traits } })).toMatchObject({ status: 200 })
  await expect.poll(() => timelineOf(server, name), soon).toBeDefined()
}
const namesOf = async (name: string) =>
  (await timelineOf(server, name))?.interactions.nodes.map((each: { name: string }) => each.name)

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
})

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

describe('a timeline', () => {
  test('is read in pages without a gap or a repeat, and by name and time', async () => {
    await identify('pages', 'Paged Person')
    const batch = Array.from({ length: 45 }, (_, index) => ({
      type: 'track',
      userId: 'pages',
      event: index % 3 === 0 ? 'Third' : 'Other',
      // Several at the same instant, over two years.
      timestamp: at(-60 * 24 * 50 * Math.floor(index / 3)),
    }))
    await send('/v1/batch', { batch })
    const seen: string[] = []
    let after: string | null = null
    do {
      const { interactions } = await timelineOf(
        server,
        'Paged Person',
        `first: 7${after ? `, after: "${after}"` : ''}`,
      )
      seen.push(...interactions.nodes.map(({ id }: { id: string }) => id))
      after = interactions.pageInfo.hasNextPage ? interactions.pageInfo.endCursor : null
    } while (after !== null)
    expect(new Set(seen).size).toBe(45)
    expect(seen).toHaveLength(45)
    const thirds = await timelineOf(server, 'Paged Person', 'names: ["Third"], first: 100')
    expect(thirds.interactions.nodes).toHaveLength(15)
    const year = await timelineOf(
      server,
      'Paged Person',
      `first: 100, from: "${at(-60 * 24 * 365)}", to: "${at(0)}"`,
    )
    expect(year.interactions.nodes).toHaveLength(21)
  })

  test('is of its own workspace only', async () => {
    await identify('walled', 'Walled Person')
    const foreign = await server.makeWorkspace()
    const elsewhere = await ask('{ customers(search: "Walled") { nodes { name } } }', {
      key: foreign.secretKey,
    })
    expect(elsewhere.body.data.customers.nodes).toEqual([])
    await sendEvents(url, foreign.secretKey, '/v1/track', { userId: 'walled', event: 'Foreign' })
    expect(await namesOf('Walled Person')).toEqual([])
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
