import { hash } from 'node:crypto'
import type { Database } from '@profilkort/database/connect'
import { listReadings } from '@profilkort/database/profiles/profile-list.queries'
import { parseLocale } from '@profilkort/domain/locales/locale'
import { withinLocales } from '@profilkort/domain/profiles/within-locales'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Changes } from '../delivery/changes.ts'
import type { Memory } from '../delivery/memory.ts'
import { type Context, insider, makeContext } from '../graphql/context.ts'
import { isUuid } from '../graphql/global-id.ts'
import { readPage, toConnection } from '../graphql/pages.ts'
import { Refused } from '../keys/refused.ts'
import type { Viewer } from '../keys/viewer.ts'
import { parseReading } from '../profiles/load-profiles.ts'
import { readSnapshots } from '../profiles/read-snapshots.ts'
import { type Reader, readerOf } from '../profiles/reader.ts'
import { acceptedLocale } from './accepted-locale.ts'

export interface ContentOptions {
  readonly db: Database
  readonly changes: Changes
  readonly memory: Memory
  readonly clock: () => Date
  readonly authenticate: (request: FastifyRequest) => Promise<Viewer>
}

type ContentQuery = { readonly [Name in 'locale' | 'slugs' | 'first' | 'after']?: string | string[] }

/**
 * Published profiles as JSON, for pages that want the content and no GraphQL: `GET /v1/profiles/<slug>` and
 * `GET /v1/profiles?slugs=a,b` or `?first=20&after=…`. What was computed when they were published, as it is kept.
 */
export function registerContent(app: FastifyInstance, options: ContentOptions): void {
  const { db } = options
  app.get<{ Params: { slug: string }; Querystring: ContentQuery }>(
    '/v1/profiles/:slug',
    async (request, reply) => {
      const reader = await begin(options, request, reply)
      const { slug } = request.params
      const [found] = await readSnapshots(db, reader, [slug])
      if (found === undefined) {
        const message = `There is no published profile "${slug}" here, or it may not be seen with this key.`
        return reply.code(404).send({ error: { code: 'NOT_FOUND', message } })
      }
      return json(reply, bodyOf(found, reader), [found], reader.allowed ? undefined : found.etag)
    },
  )
  app.get<{ Querystring: ContentQuery }>('/v1/profiles', async (request, reply) => {
    const reader = await begin(options, request, reply)
    const { query } = request
    if (query.slugs !== undefined) {
      const asked = [query.slugs].flat().join(',').split(',').slice(0, 100)
      const found = await readSnapshots(db, reader, asked)
      return json(reply, list(found, reader, null), found, etagOf(found, reader, null))
    }
    const page = readPage({ first: Number(one(query.first) ?? 20), after: one(query.after) }, readPlace)
    const rows = await listReadings(db, reader, { ...page, by: 'slug', descending: false })
    const { edges, pageInfo } = toConnection(rows, page, ({ place, profileId }) => [place, profileId])
    const nodes = edges.map(({ node }) => node)
    const next = pageInfo.hasNextPage ? pageInfo.endCursor : null
    return json(reply, list(nodes, reader, next), nodes, etagOf(nodes, reader, next))
  })
}

/** Who reads; marks the answer as one that caches may keep where it is the same for everybody with the key. */
async function begin(
  { db, changes, memory, clock, authenticate }: ContentOptions,
  request: FastifyRequest<{ Querystring: ContentQuery }>,
  reply: FastifyReply,
): Promise<Reader> {
  const readAt = changes.now()
  const viewer = await authenticate(request)
  if (viewer.kind === 'anonymous') {
    throw new Refused('UNAUTHENTICATED', 'Profiles need a key: send `Authorization: Bearer <key>`.')
  }
  const { workspaceId } = insider(viewer)
  const accepted = acceptedLocale(request.headers['accept-language'])
  const context: Context = makeContext({ db, memory, viewer, now: clock(), acceptedLocale: accepted })
  const locale = one(request.query.locale)
  const reader = await readerOf(context, workspaceId, locale === undefined ? undefined : parseLocale(locale))
  reply.header('cache-control', 'private, no-cache').header('vary', 'Authorization, Origin, Accept-Language')
  if (viewer.kind === 'publishable') {
    reply.deliverable = { workspaceId, readAt, keyExpiresAt: viewer.expiresAt, surrogateKeys: [] }
  }
  return reader
}

/** The first of what an address says of one thing. */
function one(given: string | string[] | undefined): string | undefined {
  return [given].flat()[0]
}

interface Kept {
  readonly slug: string
  readonly body: string
  readonly etag: string
}

const comma = Buffer.from(',')

function list(rows: readonly Kept[], reader: Reader, next: string | null): Buffer {
  const bodies = rows.flatMap((row, index) => [...(index === 0 ? [] : [comma]), bodyOf(row, reader)])
  return Buffer.concat([
    Buffer.from('{"profiles":['),
    ...bodies,
    Buffer.from(`],"next":${JSON.stringify(next)}}`),
  ])
}

/** Rows that several ask for at once are encoded once. */
const encoded = new WeakMap<Kept, Buffer>()

/** The kept reading as it is, or what a key of some languages sees of it. */
function bodyOf(row: Kept, { allowed }: Reader): Buffer {
  if (allowed !== undefined) return Buffer.from(JSON.stringify(withinLocales(parseReading(row), allowed)))
  const bytes = encoded.get(row) ?? Buffer.from(row.body)
  encoded.set(row, bytes)
  return bytes
}

/** Of a list of readings as they are kept; another is named by what it says. */
function etagOf(rows: readonly Kept[], { allowed }: Reader, next: string | null): string | undefined {
  if (allowed !== undefined) return undefined
  const named = JSON.stringify([rows.map(({ etag }) => etag), next])
  return hash('sha256', named, 'base64url').slice(0, 22)
}

function json(reply: FastifyReply, body: Buffer, rows: readonly Kept[], etag?: string): FastifyReply {
  if (reply.deliverable) {
    const surrogateKeys = ['profiles', ...rows.map(({ slug }) => `profile-${slug}`)]
    reply.deliverable = {
      ...reply.deliverable,
      surrogateKeys,
      ...(etag === undefined ? {} : { etag: `"${etag}"` }),
    }
  }
  return reply.type('application/json; charset=utf-8').send(body)
}

function readPlace([slug, id]: readonly unknown[]): readonly [string, string] | undefined {
  return typeof slug === 'string' && isUuid(id) ? [slug, id] : undefined
}
