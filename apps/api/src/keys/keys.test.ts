import { inWorkspace } from '@profilkort/database/connect'
import { revokeKey } from '@profilkort/database/keys/keys.queries'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { encodeGlobalId } from '../graphql/global-id.ts'
import { addCompany } from '../testing/companies.ts'
import { profileEditor } from '../testing/profiles.ts'
import { pageOrigin, secondServer, startTestServer } from '../testing/server.ts'
import { mintToken } from './testing/mint-token.ts'
import { signInAs } from './testing/sign-in.ts'

const server = await startTestServer()
const { ask, url, db, clock, workspace } = server
const hour = 3_600_000

const fields = 'id name kind origins scopes locales createdBy lastUsedAt expiresAt revokedAt replacedBy'
const newKey = `{ newApiKey { text apiKey { ${fields} } } }`
const problem = '__typename ... on InvalidInput { problems { path message } } ... on Problem { message }'

async function create(input: object, key = workspace.secretKey) {
  const query = `mutation ($input: ApiKeyCreateInput!) { apiKeyCreate(input: $input) { ${problem} ... on ApiKeyCreateSuccess ${newKey} } }`
  const { body } = await ask(query, { key, variables: { input: { kind: 'SECRET', name: 'Made', ...input } } })
  return { ...body.data?.apiKeyCreate, ...body.data?.apiKeyCreate?.newApiKey, errors: body.errors }
}

async function rotate(id: string, overlapHours?: number, key = workspace.secretKey) {
  const query = `mutation ($id: ID!, $overlapHours: Int! = 24) {
    apiKeyRotate(id: $id, overlapHours: $overlapHours) { ${problem} ... on ApiKeyRotateSuccess ${newKey} } }`
  const { body } = await ask(query, {
    key,
    variables: { id, ...(overlapHours === undefined ? {} : { overlapHours }) },
  })
  return { ...body.data?.apiKeyRotate, ...body.data?.apiKeyRotate?.newApiKey }
}

async function update(id: string, input: object, key = workspace.secretKey) {
  const query = `mutation ($id: ID!, $input: ApiKeyUpdateInput!) {
    apiKeyUpdate(id: $id, input: $input) { ${problem} ... on ApiKeyUpdateSuccess { apiKey { ${fields} } } } }`
  const { body } = await ask(query, { key, variables: { id, input } })
  return body.data.apiKeyUpdate
}

const keyById = async (id: string) => {
  const { body } = await ask(`{ apiKeys { ${fields} } }`)
  return body.data.apiKeys.find((each: { id: string }) => each.id === id)
}
const revoke = (id: string) =>
  ask('mutation ($id: ID!) { apiKeyRevoke(id: $id) { __typename } }', { variables: { id } })
const statusOf = async (key: string, base = url, headers: object = {}) => {
  const response = await fetch(`${base}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}`, ...headers },
    body: JSON.stringify({ query: '{ viewer { name } }' }),
  })
  return response.status
}
/** How long servers may take to hear of a change. */
const aSecond = { timeout: 1000, interval: 10 }

describe('scopes', () => {
  test('a key has those it was made with, and its maker has them all unless it says otherwise', async () => {
    const narrow = await create({ scopes: ['CONTENT_READ'] })
    expect(narrow.apiKey).toMatchObject({ scopes: ['CONTENT_READ'], createdBy: 'Test secret' })
    expect((await create({})).apiKey.scopes).toHaveLength(10)
    const { body } = await ask('{ viewer { kind name role scopes } customers { totalCount } }', {
      key: narrow.text,
    })
    expect(body.errors?.[0]).toMatchObject({
      message: expect.stringMatching(/"customer:read" needs a key with the scope "customers:read"/),
      extensions: { code: 'FORBIDDEN' },
    })
  })

  test('nobody gives, rotates or changes more than they have', async () => {
    const admin = await create({ scopes: ['ADMIN'] })
    const wide = await create({ name: 'Wide' })
    const beyond = await create({ scopes: ['ADMIN', 'CUSTOMERS_READ'] }, admin.text)
    expect(beyond.problems[0]).toMatchObject({
      path: ['scopes'],
      message: expect.stringMatching(/do not have the scope "customers:read"/),
    })
    expect((await create({}, admin.text)).apiKey.scopes).toEqual(['ADMIN'])
    expect(await rotate(wide.apiKey.id, 0, admin.text)).toMatchObject({ __typename: 'Forbidden' })
    expect(await update(wide.apiKey.id, { name: 'Mine' }, admin.text)).toMatchObject({
      __typename: 'Forbidden',
    })
  })

  test.each([
    [
      'a publishable key with scopes',
      { kind: 'PUBLISHABLE', origins: [pageOrigin], scopes: ['ADMIN'] },
      'scopes',
    ],
    ['a secret key with none', { scopes: [] }, 'scopes'],
    ['a language twice', { locales: ['nb', 'nb'] }, 'locales'],
  ])('%s is refused', async (_what, input, path) => {
    expect((await create(input)).problems[0].path).toEqual([path])
  })

  test('a key that may not read customers signs no token that does', async () => {
    const { text } = await create({ scopes: ['CONTENT_READ', 'SCORECARDS_READ'] })
    const customers = [encodeGlobalId('Customer', await addCompany(db, workspace.id, 'Fjordregnskap AS', {}))]
    const token = (key: string) => mintToken(key, clock.now, { customers, origin: pageOrigin })
    const { status, body } = await ask('{ viewer { name } }', {
      key: token(text),
      headers: { origin: pageOrigin },
    })
    expect(status).toBe(403)
    expect(body.errors?.[0]?.message).toMatch(/signed with may not read customers and scorecards/)
  })
})

describe('rotation', () => {
  test('the old key and tokens signed with it work until the overlap ends', async () => {
    const old = await create({
      name: 'Server',
      scopes: ['CUSTOMERS_READ', 'SCORECARDS_READ'],
      locales: ['sv'],
    })
    const next = await rotate(old.apiKey.id)
    expect(next.text).not.toBe(old.text)
    const { id: _id, createdBy: _by, ...settings } = next.apiKey
    expect(settings).toMatchObject({
      name: 'Server',
      scopes: ['CUSTOMERS_READ', 'SCORECARDS_READ'],
      locales: ['sv'],
    })
    expect(await keyById(old.apiKey.id)).toMatchObject({
      replacedBy: next.apiKey.id,
      expiresAt: new Date(clock.now.getTime() + 24 * hour).toISOString(),
    })
    expect([await statusOf(old.text), await statusOf(next.text)]).toEqual([200, 200])
    const before = clock.now
    clock.now = new Date(before.getTime() + 24 * hour)
    expect([await statusOf(old.text), await statusOf(next.text)]).toEqual([401, 200])
    clock.now = before
  })

  test('without an overlap the old key ends at once; a key is rotated once, and not after its end', async () => {
    const old = await create({})
    const next = await rotate(old.apiKey.id, 0)
    await expect.poll(() => statusOf(old.text), aSecond).toBe(401)
    expect((await rotate(old.apiKey.id)).problems[0].message).toMatch(/revoked or has expired/)
    await rotate(next.apiKey.id, 1)
    expect((await rotate(next.apiKey.id)).problems[0].message).toMatch(/has a successor already/)
    expect((await update(next.apiKey.id, { expiresAt: null })).problems[0].path).toEqual(['expiresAt'])
    expect((await rotate((await create({})).apiKey.id, 721)).problems[0].path).toEqual(['overlapHours'])
  })

  test('a successor lives as long as the old one was made to, and never makes it live longer', async () => {
    const expiresAt = new Date(clock.now.getTime() + 2 * hour).toISOString()
    const old = await create({ expiresAt })
    const before = clock.now
    clock.now = new Date(before.getTime() + hour)
    const next = await rotate(old.apiKey.id)
    expect(next.apiKey.expiresAt).toBe(new Date(clock.now.getTime() + 2 * hour).toISOString())
    expect((await keyById(old.apiKey.id)).expiresAt).toBe(expiresAt)
    clock.now = before
  })

  test('of two who rotate a key at once, one does', async () => {
    const { apiKey } = await create({})
    const both = await Promise.all([rotate(apiKey.id), rotate(apiKey.id)])
    expect(new Set(both.map(({ __typename }) => __typename))).toEqual(
      new Set(['ApiKeyRotateSuccess', 'InvalidInput']),
    )
  })
})

describe('what a key answers', () => {
  test('its origins, languages and name change at once', async () => {
    const page = await create({ kind: 'PUBLISHABLE', name: 'Page', origins: [pageOrigin] })
    const from = (origin: string) => statusOf(page.text, url, { origin })
    const elsewhere = 'https://www.example'
    // A document is asked for as free text, so 403 either way; what counts is why.
    const reason = async (origin: string) => {
      const { body } = await ask('{ viewer { name } }', { key: page.text, headers: { origin } })
      return body.errors?.[0]?.message
    }
    expect(await from(pageOrigin)).toBe(403)
    expect(await reason(pageOrigin)).toMatch(/trusted documents only/)
    expect(await reason(elsewhere)).toMatch(/does not answer/)
    const changed = await update(page.apiKey.id, { origins: [elsewhere], locales: ['da'], name: ' Site ' })
    expect(changed.apiKey).toMatchObject({ name: 'Site', origins: [elsewhere], locales: ['da'] })
    await expect.poll(() => reason(pageOrigin), aSecond).toMatch(/does not answer/)
    expect(await reason(elsewhere)).toMatch(/trusted documents only/)
    expect((await update(page.apiKey.id, { origins: [] })).problems[0].path).toEqual(['origins'])
    const { lastUsedAt: _at, ...settings } = changed.apiKey
    expect((await update(page.apiKey.id, {})).apiKey).toMatchObject(settings)
  })

  test('a key of some languages shows no other, whatever is asked for', async () => {
    const editor = profileEditor(ask)
    const { profile } = await editor.create({
      slug: 'two-languages',
      kind: 'PERSONA',
      template: 'basic',
      name: { nb: 'Daglig leder', sv: 'Verkställande direktör' },
    })
    expect(await editor.publish(profile.id, 1)).toMatchObject({ __typename: 'ProfilePublishSuccess' })
    const all = await create({ kind: 'PUBLISHABLE', origins: [pageOrigin] })
    const swedish = await create({ kind: 'PUBLISHABLE', origins: [pageOrigin], locales: ['sv'] })
    const danish = await create({ kind: 'PUBLISHABLE', origins: [pageOrigin], locales: ['da'] })
    const read = async (key: string) => {
      const headers = { authorization: `Bearer ${key}`, origin: pageOrigin }
      const response = await fetch(`${url}/v1/profiles/two-languages?locale=nb`, { headers })
      return response.text()
    }
    expect(await read(all.text)).toContain('Daglig leder')
    expect(await read(swedish.text)).toContain('Verkställande direktör')
    for (const { text } of [swedish, danish]) expect(await read(text)).not.toContain('Daglig leder')
    expect(await read(danish.text)).toContain('NOT_FOUND')
  })

  test('a key of some languages shows no other of the profiles that a profile points at', async () => {
    const editor = profileEditor(ask)
    const make = async (slug: string, kind: string, name: object, links = {}) => {
      const { profile } = await editor.create({ slug, kind, template: 'basic', name, links })
      await editor.publish(profile.id, 1)
      return profile.id as string
    }
    const personas = [
      await make('bare-norsk', 'PERSONA', { nb: 'Regnskapssjef' }),
      await make('ogsa-svensk', 'PERSONA', { nb: 'Kunde', sv: 'Kund' }),
    ]
    const contrasts = [await make('ikke-disse', 'ANTI_PROFILE', { nb: 'Ikke disse' })]
    await make('peker', 'IDEAL_CUSTOMER_PROFILE', { nb: 'Byrå', sv: 'Byrå' }, { personas, contrasts })
    const { text } = await create({ kind: 'PUBLISHABLE', origins: [pageOrigin], locales: ['sv'] })
    const query =
      'query { profile(slug: "peker") { publishedLocales personas { name } contrasts { name } } profiles { nodes { slug publishedLocales personas { name } } } }'
    const registered = await ask(
      'mutation ($query: String!) { trustedDocumentRegister(text: $query, name: "x") { ... on TrustedDocumentRegisterSuccess { document { id } } } }',
      { variables: { query } },
    )
    const documentId = registered.body.data.trustedDocumentRegister.document.id
    const seen = { publishedLocales: ['sv'], personas: [{ name: 'Kund' }] }
    const headers = { authorization: `Bearer ${text}`, origin: pageOrigin, 'apollo-require-preflight': '1' }
    const read = async (path: string) =>
      (await fetch(`${url}${path}`, { headers })).json() as Promise<{ [name: string]: object }>
    const { data } = (await read(`/graphql?documentId=${documentId}`)) as {
      data: { profile: object; profiles: { nodes: object[] } }
    }
    expect(data.profile).toEqual({ ...seen, contrasts: [] })
    expect(data.profiles.nodes).toContainEqual({ slug: 'peker', ...seen })
    expect(await read('/v1/profiles/peker')).toMatchObject({ ...seen, contrasts: [] })
    expect(JSON.stringify(await read('/v1/profiles?slugs=peker'))).not.toMatch(
      /Regnskapssjef|Ikke disse|"nb"/,
    )
    expect(JSON.stringify(await read('/v1/profiles'))).not.toMatch(/Regnskapssjef|Ikke disse|"nb"/)
  })

  test('when it was last used is told to the minute', async () => {
    const { text, apiKey } = await create({})
    expect((await keyById(apiKey.id)).lastUsedAt).toBeNull()
    const first = clock.now
    const lastUsed = async () => (await keyById(apiKey.id)).lastUsedAt
    await statusOf(text)
    await expect.poll(lastUsed).toBe(first.toISOString())
    clock.now = new Date(first.getTime() + 59_000)
    await statusOf(text)
    clock.now = new Date(first.getTime() + 60_000)
    await statusOf(text)
    await expect.poll(lastUsed).toBe(clock.now.toISOString())
    clock.now = first
  })
})

describe('revocation', () => {
  test('a key is refused at once, within a second on every server, and read from the database once until then', async () => {
    const other = await secondServer(server)
    await expect.poll(() => other.changes.isListening).toBe(true)
    for (let round = 0; round < 20; round++) {
      const { text, apiKey } = await create({ name: `Round ${round}` })
      expect([await statusOf(text), await statusOf(text, other.url)]).toEqual([200, 200])
      await revoke(apiKey.id)
      expect(await statusOf(text)).toBe(401)
      await expect.poll(() => statusOf(text, other.url), aSecond).toBe(401)
    }
  })

  test('a key is not read again while there is no word of a change', async () => {
    const { text, apiKey } = await create({})
    expect(await statusOf(text)).toBe(200)
    const id = Buffer.from(apiKey.id, 'base64url').toString().split(':')[1] ?? ''
    await sql`alter table api_key disable trigger api_key_changed`.execute(db)
    await inWorkspace(db, workspace.id, (tx) => revokeKey(tx, workspace.id, id, clock.now))
    expect(await statusOf(text)).toBe(200)
    await sql`alter table api_key enable trigger api_key_changed`.execute(db)
    await sql`select pg_notify('profilkort_changed', ${workspace.id})`.execute(db)
    await expect.poll(() => statusOf(text), aSecond).toBe(401)
  })

  test('a server that hears of no changes reads every key anew', async () => {
    const other = await secondServer(server)
    const { text, apiKey } = await create({})
    expect(await statusOf(text, other.url)).toBe(200)
    await other.changes.stop()
    await revoke(apiKey.id)
    expect(await statusOf(text, other.url)).toBe(401)
  })

  test('a member who was removed or given another role is so on every server within a second', async () => {
    const other = await secondServer(server)
    const analyst = await signInAs(server, 'analyst', 'Analyst Who Moves')
    const askOn = async (base: string) => {
      const response = await fetch(`${base}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/graphql-response+json',
          ...analyst.headers,
        },
        body: JSON.stringify({ query: '{ customers { totalCount } }' }),
      })
      return response.status
    }
    expect([await askOn(url), await askOn(other.url)]).toEqual([200, 200])
    await ask('mutation ($id: ID!) { memberChangeRole(id: $id, role: VIEWER) { __typename } }', {
      variables: { id: analyst.id },
    })
    await expect.poll(() => askOn(other.url), aSecond).toBe(403)
    await expect.poll(() => askOn(url), aSecond).toBe(403)
    await ask('mutation ($id: ID!) { memberRemove(id: $id) { __typename } }', {
      variables: { id: analyst.id },
    })
    await expect.poll(() => askOn(other.url), aSecond).toBe(401)
    await expect.poll(() => askOn(url), aSecond).toBe(401)
  })
})
