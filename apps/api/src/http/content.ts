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
      return json(reply, bodyOf(found, reader), [found.slug], reader.allowed ? undefined : found.etag)
    },
  )
  app.get<{ Querystring: ContentQuery }>('/v1/profiles', async (request, reply) => {
    const reader = await begin(options, request, reply)
    const { query } = request
    if (query.slugs !== undefined) {
      const asked = [query.slugs].flat().join(',').split(',').slice(0, 100)
      const found = await readSnapshots(db, reader, asked)
      return json(
        reply,
        list(found, reader, null),
        found.map(({ slug }) => slug),
      )
    }
    const page = readPage({ first: Number(one(query.first) ?? 20), after: one(query.after) }, readPlace)
    const rows = await listReadings(db, reader, { ...page, by: 'slug', descending: false })
    const { edges, pageInfo } = toConnection(rows, page, ({ place, profileId }) => [place, profileId])
    const nodes = edges.map(({ node }) => node)
    const next = pageInfo.hasNextPage ? pageInfo.endCursor : null
    return json(
      reply,
      list(nodes, reader, next),
      nodes.map(({ slug }) => slug),
    )
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
  readonly body: string
}

function list(rows: readonly Kept[], reader: Reader, next: string | null): string {
  return `{"profiles":[${rows.map((row) => bodyOf(row, reader)).join(',')}],"next":${JSON.stringify(next)}}`
}

/** The kept reading as it is, or what a key of some languages sees of it. */
function bodyOf(row: Kept, { allowed }: Reader): string {
  return allowed === undefined ? row.body : JSON.stringify(withinLocales(parseReading(row), allowed))
}

function json(reply: FastifyReply, body: string, slugs: readonly string[], etag?: string): FastifyReply {
  if (reply.deliverable) {
    const surrogateKeys = ['profiles', ...slugs.map((slug) => `profile-${slug}`)]
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
