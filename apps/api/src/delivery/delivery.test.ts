import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { trustedDocuments } from '../graphql/trusted-documents.ts'
import { basicProfile, profileEditor } from '../testing/profiles.ts'
import { pageOrigin, secondServer, startTestServer } from '../testing/server.ts'

const server = await startTestServer()
const { ask, url, db, workspace, changes } = server
const editor = profileEditor(ask)
const [cardId = ''] = trustedDocuments.keys()

const page = {
  authorization: `Bearer ${workspace.publishableKey}`,
  origin: pageOrigin,
  'apollo-require-preflight': '1',
}

function get(address: string, headers: object = {}, base = url) {
  return fetch(`${base}${address}`, { headers: { ...page, ...headers } })
}

const card = (slug: string, locale = 'nb') =>
  `/graphql?${new URLSearchParams({ documentId: cardId, variables: JSON.stringify({ slug, locale }) }).toString()}`

/** The name of the profile in an answer; undefined where there is none. */
async function nameIn(response: Response): Promise<string | undefined> {
  const { data } = (await response.json()) as { data: { profile: { name: string } | null } }
  return data.profile?.name
}

function cursor(...parts: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url')
}

async function published(slug: string, more: object = {}): Promise<string> {
  const { profile } = await editor.create(basicProfile(slug, more))
  await editor.publish(profile.id, 1)
  return profile.id as string
}

/**
 * Does something while whoever tells the server of changes is halted, for a moment that is too short to be taken for the
 * end of the line. What is done may wait for word: it goes on after that moment.
 */
async function whileWordIsHalted(work: () => Promise<void>): Promise<void> {
  await expect.poll(() => changes.isListening).toBe(true)
  const { rows } = await sql<{ pid: number }>`select pid from pg_stat_activity
    where application_name = 'profilkort changes' and datname = current_database()`.execute(db)
  expect(rows).not.toEqual([])
  const signal = (name: 'SIGSTOP' | 'SIGCONT') => rows.forEach(({ pid }) => void process.kill(pid, name))
  const goOn = async () => {
    await sleep(200)
    signal('SIGCONT')
  }
  const resumed = goOn()
  try {
    signal('SIGSTOP')
    await work()
  } finally {
    await resumed
  }
}

describe('a published profile', () => {
  test('is delivered with what caches need, and not sent again to who has it', async () => {
    await published('levert')
    const first = await get(card('levert'))
    expect(first.headers.get('cache-control')).toBe('public, max-age=1, stale-while-revalidate=30')
    expect(first.headers.get('surrogate-key')).toContain('profile-levert')
    expect(first.headers.get('vary')).toContain('Origin')
    const etag = first.headers.get('etag') ?? ''
    const text = await first.text()
    for (let round = 0; round < 3; round++) {
      const again = await get(card('levert'), { 'if-none-match': etag })
      expect(again.status).toBe(304)
      expect(await again.text()).toBe('')
      const whole = await get(card('levert'))
      expect(whole.headers.get('etag')).toBe(etag)
      expect(whole.headers.get('access-control-allow-origin')).toBe('*')
      expect(whole.headers.get('x-content-type-options')).toBe('nosniff')
      expect(await whole.text()).toBe(text)
    }
  })

  test('is read as plain JSON, one or several, with the same ETag rules', async () => {
    await published('json-a')
    await published('json-b')
    const one = await get('/v1/profiles/json-a?locale=nb')
    expect(await one.json()).toMatchObject({
      slug: 'json-a',
      kind: 'idealCustomerProfile',
      name: 'Navn json-a',
    })
    expect(
      (await get('/v1/profiles/json-a?locale=nb', { 'if-none-match': one.headers.get('etag') ?? '' })).status,
    ).toBe(304)
    const both = await (await get('/v1/profiles?slugs=json-b,json-a,nothing')).json()
    expect(both).toMatchObject({ profiles: [{ slug: 'json-b' }, { slug: 'json-a' }], next: null })
    const first = (await (await get('/v1/profiles?first=1')).json()) as { next: string; profiles: unknown[] }
    expect(first.profiles).toHaveLength(1)
    const second = (await (await get(`/v1/profiles?first=1&after=${first.next}`)).json()) as typeof first
    expect(second.profiles).not.toEqual(first.profiles)
    const missing = await get('/v1/profiles/nothing')
    expect(missing.status).toBe(404)
    expect(missing.headers.get('cache-control')).not.toContain('public')
  })

  test.each([
    '?first=many',
    '?first=0',
    '?first=1.5',
    '?first=1000',
    '?after=nowhere',
    `?after=${cursor('a', 'b')}`,
    `?after=${cursor('a\0', '00000000-0000-4000-8000-000000000000')}`,
    '?slugs=a%00b',
    '/a%00b',
    '?locale=%00',
  ])('that is asked for by %j is refused as a fault of the address', async (asked) => {
    const answer = await get(`/v1/profiles${asked}`)
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({
      error: { code: 'BAD_REQUEST', message: expect.stringMatching(/./) },
    })
  })

  test('is read though the address says a thing twice', async () => {
    await published('dobbelt')
    expect((await get('/v1/profiles/dobbelt?locale=nb&locale=sv')).status).toBe(200)
    expect(await (await get('/v1/profiles?slugs=dobbelt&slugs=nothing')).json()).toMatchObject({
      profiles: [{ slug: 'dobbelt' }],
    })
  })

  test('changes for its readers once it is published, not before, and goes when it is unpublished', async () => {
    const id = await published('endres')
    const name = async () => await nameIn(await get(card('endres')))
    expect(await name()).toBe('Navn endres')
    await editor.update(id, 1, { name: { nb: 'Nytt navn' } })
    expect(await name()).toBe('Navn endres')
    await whileWordIsHalted(async () => {
      await editor.publish(id, 2)
      expect(await name()).toBe('Nytt navn')
    })
    await whileWordIsHalted(async () => {
      await editor.unpublish(id, 2)
      expect(await name()).toBeUndefined()
    })
  })

  test('is refused to a key from when it was revoked, though its answer is kept', async () => {
    await published('nektes')
    const made = await ask(
      `mutation { apiKeyCreate(input: { kind: PUBLISHABLE, name: "x", origins: ["${pageOrigin}"] }) {
        ... on ApiKeyCreateSuccess { newApiKey { text apiKey { id } } } } }`,
    )
    const { text, apiKey } = made.body.data.apiKeyCreate.newApiKey
    const read = () => get(card('nektes'), { authorization: `Bearer ${text}` })
    expect((await read()).status).toBe(200)
    expect((await read()).status).toBe(200)
    await whileWordIsHalted(async () => {
      await ask('mutation ($id: ID!) { apiKeyRevoke(id: $id) { __typename } }', {
        variables: { id: apiKey.id },
      })
      expect((await read()).status).toBe(401)
    })
  })
})

test('creating a customer changes nothing that is kept, so nobody waits for word of it', async () => {
  await changes.heard()
  const before = changes.generation(workspace.id)
  const { body } = await ask(
    `mutation { customerCreate(input: { kind: COMPANY, name: "Ny AS", attributes: [{ key: "website", value: "ny.example" }] }) {
      __typename } }`,
  )
  expect(body.data.customerCreate.__typename).toBe('CustomerCreateSuccess')
  await changes.heard()
  expect(changes.generation(workspace.id)).toBe(before)
})

describe('two servers on one database', () => {
  test('a publish on one is served by the other within a second, 500 times', async () => {
    const other = await secondServer(server)
    const id = await published('to-servere')
    const nameOn = async (base: string) => nameIn(await get(card('to-servere'), {}, base))
    let slowest = 0
    for (let revision = 1; revision <= 500; revision++) {
      const name = `Utgave ${revision}`
      await editor.update(id, revision, { name: { nb: name } })
      await nameOn(other.url)
      await editor.publish(id, revision + 1)
      const publishedAt = performance.now()
      while ((await nameOn(other.url)) !== name) {
        if (performance.now() - publishedAt > 1000) break
      }
      slowest = Math.max(slowest, performance.now() - publishedAt)
      expect(await nameOn(other.url)).toBe(name)
    }
    expect(slowest).toBeLessThan(1000)
  }, 120_000)

  test('one that does not hear of changes keeps nothing until it hears again', async () => {
    const other = await secondServer(server)
    const id = await published('uten-linje')
    const name = async () => nameIn(await get(card('uten-linje'), {}, other.url))
    expect(await name()).toBe('Navn uten-linje')
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'profilkort changes' and datname = current_database()`.execute(db)
    await editor.update(id, 1, { name: { nb: 'Mens linjen var borte' } })
    await editor.publish(id, 2)
    await expect.poll(name, { timeout: 1000, interval: 10 }).toBe('Mens linjen var borte')
    await expect.poll(() => other.changes.isListening).toBe(true)
  })
})
