import type { Database } from '@profilkort/database/connect'
import { listReadings } from '@profilkort/database/profiles/profile-list.queries'
import { parseLocale } from '@profilkort/domain/locales/locale'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Changes } from '../delivery/changes.ts'
import type { Memory } from '../delivery/memory.ts'
import { type Context, insider, makeContext } from '../graphql/context.ts'
import { readPage, toConnection } from '../graphql/pages.ts'
import { Refused } from '../keys/refused.ts'
import type { Viewer } from '../keys/viewer.ts'
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

interface ContentQuery {
  readonly locale?: string
  readonly slugs?: string
  readonly first?: string
  readonly after?: string
}

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
      return json(reply, found.body, [found.slug], found.etag)
    },
  )
  app.get<{ Querystring: ContentQuery }>('/v1/profiles', async (request, reply) => {
    const reader = await begin(options, request, reply)
    const { slugs, first, after } = request.query
    if (slugs !== undefined) {
      const asked = slugs.split(',').slice(0, 100)
      const found = await readSnapshots(db, reader, asked)
      return json(
        reply,
        list(found, null),
        found.map(({ slug }) => slug),
      )
    }
    const page = readPage({ first: first === undefined ? 20 : Number(first), after }, readPlace)
    const rows = await listReadings(db, reader, { ...page, by: 'slug', descending: false })
    const { edges, pageInfo } = toConnection(rows, page, ({ place, profileId }) => [place, profileId])
    const nodes = edges.map(({ node }) => node)
    const next = pageInfo.hasNextPage ? pageInfo.endCursor : null
    return json(
      reply,
      list(nodes, next),
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
  const { locale } = request.query
  const reader = await readerOf(context, workspaceId, locale === undefined ? undefined : parseLocale(locale))
  reply.header('cache-control', 'private, no-cache').header('vary', 'Authorization, Origin, Accept-Language')
  if (viewer.kind === 'publishable') {
    reply.deliverable = { workspaceId, readAt, keyExpiresAt: viewer.expiresAt, surrogateKeys: [] }
  }
  return reader
}

/** The kept readings as they are, in a list. */
function list(rows: readonly { readonly body: string }[], next: string | null): string {
  return `{"profiles":[${rows.map(({ body }) => body).join(',')}],"next":${JSON.stringify(next)}}`
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
  return typeof slug === 'string' && typeof id === 'string' ? [slug, id] : undefined
}
