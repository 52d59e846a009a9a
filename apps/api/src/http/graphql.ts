import { type ApolloServer, HeaderMap } from '@apollo/server'
import type { Database } from '@profilkort/database/connect'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Bases } from '../customers/customer-bases.ts'
import type { Changes } from '../delivery/changes.ts'
import type { Memory } from '../delivery/memory.ts'
import type { FindTrustedDocument } from '../documents/find-trusted-document.ts'
import { type Context, makeContext } from '../graphql/context.ts'
import { limits } from '../graphql/limits/limits.ts'
import { answerOnce, type HttpAnswer, idempotentRequest } from '../idempotency/answer-once.ts'
import { Refused } from '../keys/refused.ts'
import { isWidget, type Viewer } from '../keys/viewer.ts'
import type { PictureStore } from '../pictures/store.ts'
import { acceptedLocale } from './accepted-locale.ts'

export interface GraphqlOptions {
  readonly db: Database
  readonly apollo: ApolloServer<Context>
  readonly changes: Changes
  readonly memory: Memory
  readonly pictures: PictureStore
  readonly bases: Bases | undefined
  readonly findTrustedDocument: FindTrustedDocument
  readonly clock: () => Date
  readonly wakeImports: (workspaceId: string) => void
  readonly authenticate: (request: FastifyRequest) => Promise<Viewer>
}

/** `/graphql`: GraphQL over HTTP, with trusted documents named by `documentId`. */
export function registerGraphql(app: FastifyInstance, options: GraphqlOptions): void {
  const { db, apollo, changes, memory, pictures, bases, clock, authenticate } = options
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    bodyLimit: limits.bodyBytes,
    handler: async (request, reply) => {
      const readAt = changes.now()
      const viewer = await authenticate(request)
      const { body, search } = await openTrustedDocument(options, request, viewer)
      const key = request.headers['idempotency-key']
      const idempotency = idempotentRequest(viewer, Array.isArray(key) ? key.join() : key, body)
      const context = makeContext({
        db,
        idempotency,
        memory,
        pictures,
        bases,
        viewer,
        wakeImports: options.wakeImports,
        heard: changes.heard,
        now: clock(),
        acceptedLocale: acceptedLocale(request.headers['accept-language']),
        isDelivery: request.method === 'GET' && viewer.kind === 'publishable',
      })
      const execute = async (): Promise<HttpAnswer> => {
        const answer = await apollo.executeHTTPGraphQLRequest({
          httpGraphQLRequest: { method: request.method, headers: headerMap(request), body, search },
          context: async () => context,
        })
        if (answer.body.kind !== 'complete') throw new Error('Incremental delivery is not used')
        return {
          status: answer.status ?? 200,
          text: answer.body.string,
          headers: Object.fromEntries(answer.headers),
        }
      }
      const { status, text, headers } =
        idempotency === undefined
          ? await execute()
          : await answerOnce(db, idempotency, body, context.now, execute)
      reply.type('application/graphql-response+json; charset=utf-8')
      for (const [name, value] of Object.entries(headers ?? {})) reply.header(name, value)
      // What is answered depends on who asks, so no shared cache may keep it.
      reply
        .header('cache-control', 'private, no-store')
        .header('vary', 'Authorization, Accept-Language, Origin')
        .code(status)
      if (context.isDelivery) offerToCaches(reply, viewer, context, readAt, text)
      return reply.send(text)
    },
  })
}

/** Lets caches keep what is published: the same for everybody with this key. Not an answer with an error in it. */
function offerToCaches(
  reply: FastifyReply,
  viewer: Viewer,
  { surrogateKeys }: Context,
  readAt: number,
  text: string,
): void {
  if (viewer.kind !== 'publishable' || !text.startsWith('{"data":')) return
  const { workspaceId, expiresAt } = viewer
  reply.deliverable = { workspaceId, readAt, keyExpiresAt: expiresAt, surrogateKeys }
}

/** Puts the text of a document asked for by its id in its place; widgets may run no other. */
async function openTrustedDocument(
  { findTrustedDocument }: GraphqlOptions,
  request: FastifyRequest,
  viewer: Viewer,
): Promise<{ body: unknown; search: string }> {
  const search = new URLSearchParams(request.url.split('?')[1] ?? '')
  const body = request.body
  const isPost = request.method === 'POST'
  const id = isPost ? readDocumentId(body) : search.get('documentId')
  const text = id ? await findTrustedDocument(viewer, id) : undefined
  if (id && text === undefined) {
    throw new Refused(
      'FORBIDDEN',
      `There is no trusted document ${id}. Register it, or load the widgets from this server if they asked for it.`,
    )
  }
  if (text === undefined) {
    if (isWidget(viewer)) {
      throw new Refused(
        'FORBIDDEN',
        'A key in a browser runs trusted documents only: name one by `documentId`.',
      )
    }
    return { body, search: search.size > 0 ? `?${search.toString()}` : '' }
  }
  if (isPost) return { body: { ...(body as object), query: text, documentId: undefined }, search: '' }
  search.delete('documentId')
  search.set('query', text)
  return { body, search: `?${search.toString()}` }
}

function readDocumentId(body: unknown): string | undefined {
  const id = typeof body === 'object' && body !== null && 'documentId' in body ? body.documentId : undefined
  return typeof id === 'string' ? id : undefined
}

function headerMap(request: FastifyRequest): HeaderMap {
  const map = new HeaderMap()
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  return map
}
