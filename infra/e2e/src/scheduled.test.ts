import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, test } from 'vitest'
import { type Api, startApi } from './processes.ts'

const home = mkdtempSync(path.join(os.tmpdir(), 'profilkort-scheduled-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))

/** What the operations of this file answer. */
interface Data {
  readonly profileCreate: { readonly profile: { readonly id: string } }
  readonly releaseCreate: { readonly release: { readonly id: string } }
  readonly release: {
    readonly state: string
    readonly settledAt: string | null
    readonly settledBy: string | null
  }
  readonly profile: { readonly publishedAt: string } | null
}

async function ask(api: Api, query: string, variables: object = {}): Promise<Data> {
  const response = await fetch(`${api.url}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${api.keys.secretKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  })
  const body = (await response.json()) as { data: Data; errors?: unknown }
  expect(body.errors).toBeUndefined()
  return body.data
}

async function kill(api: Api): Promise<void> {
  api.process.kill('SIGKILL')
  await once(api.process, 'exit')
}

/** Plans a new profile for a moment soon. @returns the release's id */
async function plan(api: Api, slug: string, at: Date): Promise<string> {
  const { profileCreate } = await ask(
    api,
    `mutation ($slug: String!) { profileCreate(input: { kind: PERSONA, template: "basic", slug: $slug, name: { nb: $slug } }) {
      ... on ProfileCreateSuccess { profile { id } } } }`.replace('nb: $slug', `nb: "${slug}"`),
    { slug },
  )
  const { releaseCreate } = await ask(
    api,
    `mutation ($input: ReleaseInput!) { releaseCreate(input: $input) {
      ... on ReleaseCreateSuccess { release { id } } ... on Problem { message } } }`,
    {
      input: {
        name: slug,
        items: [{ profile: profileCreate.profile.id }],
        at: { local: at.toISOString().slice(0, 16), zone: 'UTC' },
      },
    },
  )
  return releaseCreate.release.id
}

async function standing(api: Api, id: string, slug: string) {
  const { release, profile } = await ask(
    api,
    `query ($id: ID!, $slug: String!) {
      release(id: $id) { state settledAt settledBy } profile(slug: $slug) { publishedAt revision } }`,
    { id, slug },
  )
  return { ...release, profile }
}

describe('what is planned for a minute is published once', () => {
  test('though the server is killed before, during and after it, and what was late is done at once', async () => {
    let api = await startApi({ args: ['--empty'], home })
    const minute = new Date(Math.ceil((Date.now() + 3000) / 60_000) * 60_000)
    const before = await plan(api, 'foer', minute)
    const during = await plan(api, 'under', minute)
    await kill(api)
    // The server is away over its minute's beginning, and comes back into it.
    await sleep(Math.max(0, minute.getTime() - Date.now() - 1500))
    api = await startApi({ args: ['--empty'], home })
    await sleep(Math.max(0, minute.getTime() - Date.now() + 30))
    await kill(api)
    api = await startApi({ args: ['--empty'], home })
    const first = await standing(api, before, 'foer')
    const second = await standing(api, during, 'under')
    for (const seen of [first, second]) {
      expect(seen).toMatchObject({ state: 'PUBLISHED', settledBy: 'Schedule' })
      expect(seen.profile?.publishedAt).toBe(seen.settledAt)
      expect(new Date(seen.settledAt ?? 0).getTime()).toBeGreaterThanOrEqual(minute.getTime())
    }
    await kill(api)
    api = await startApi({ args: ['--empty'], home })
    expect(await standing(api, before, 'foer')).toEqual(first)
    expect(await standing(api, during, 'under')).toEqual(second)
    await api.stop()
  }, 150_000)
})
