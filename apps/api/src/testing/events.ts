import { expect } from 'vitest'
import { createKey } from '../keys/create-key.ts'
import type { startTestServer } from './server.ts'

type Server = Awaited<ReturnType<typeof startTestServer>>

/** An answer of the events' addresses. */
export interface EventsAnswer {
  readonly status: number
  readonly headers: Headers
  readonly body: {
    readonly success?: boolean
    readonly accepted?: number
    readonly error?: { readonly code: string; readonly message: string }
    readonly errors?: readonly {
      readonly index: number
      readonly messageId: string | null
      readonly path: readonly string[]
      readonly message: string
    }[]
  }
}

/** A key that may send events and nothing else. */
export async function makeWriteKey({ db, clock, workspace }: Server, eventSource = 'web'): Promise<string> {
  const { text } = await createKey({ db, now: clock.now }, workspace.id, {
    kind: 'secret',
    name: 'Events',
    origins: [],
    expiresAt: null,
    scopes: ['events:write'],
    eventSource,
  })
  return text
}

/** Sends what a tracking client of a server would. */
export async function sendEvents(
  url: string,
  writeKey: string,
  path: string,
  body: object | string,
  headers: { readonly [name: string]: string } = {},
): Promise<EventsAnswer> {
  const response = await fetch(url + path, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Basic ${Buffer.from(`${writeKey}:`).toString('base64')}`,
      ...headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return { status: response.status, headers: response.headers, body: await response.json() } as EventsAnswer
}

/** What a customer did, newest first, by its name in the list of persons or companies. */
export async function timelineOf(
  { ask, workspace }: Server,
  name: string,
  args = 'first: 100',
  key = workspace.secretKey,
) {
  const node = 'id name at receivedAt source messageId isAnonymous properties context notes kind'
  const { body } = await ask(
    `query ($name: String!) { customers(search: $name, first: 5) { nodes { id name
      interactions(${args}) { nodes { ${node} } pageInfo { hasNextPage endCursor } }
      interactionSummary { name count firstAt lastAt } attributes { key value source recordedAt } company { name } } } }`,
    { key, variables: { name } },
  )
  expect(body.errors).toBeUndefined()
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever it asked for
  return body.data.customers.nodes.find((each: any) => each.name === name)
}

/** How long what is settled in the background may take. */
export const soon = { timeout: 10_000, interval: 20 }

/** A tracking client of the server, with what a test of it asks again and again. */
export async function openEvents(server: Server) {
  const writeKey = await makeWriteKey(server)
  const send = (path: string, body: object | string, headers: { readonly [name: string]: string } = {}) =>
    sendEvents(server.url, writeKey, path, body, headers)
  return {
    writeKey,
    send,
    /** So many minutes from the server's time. */
    at: (minutes: number) => new Date(server.clock.now.getTime() + minutes * 60_000).toISOString(),
    /** Tells of a person, and waits until it is a customer. */
    identify: async (userId: string, name: string, traits: object = {}) => {
      const answer = await send('/v1/identify', { userId, traits: { name, ...traits } })
      expect(answer.status).toBe(200)
      await expect.poll(() => timelineOf(server, name), soon).toBeDefined()
    },
    /** What a customer did, newest first. */
    namesOf: async (name: string): Promise<readonly string[] | undefined> =>
      (await timelineOf(server, name))?.interactions.nodes.map((each: { name: string }) => each.name),
  }
}
