import { type ApolloServer, HeaderMap } from '@apollo/server'
import type { Database } from '@profilkort/database/connect'
import { parseLocale } from '@profilkort/domain/locales/locale'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Context, makeContext } from '../graphql/context.ts'
import { limits } from '../graphql/limits/limits.ts'
import { trustedDocuments } from '../graphql/trusted-documents.ts'
import { Refused } from '../keys/refused.ts'
import { isWidget, type Viewer } from '../keys/viewer.ts'

export interface GraphqlOptions {
  readonly db: Database
  readonly apollo: ApolloServer<Context>
  readonly clock: () => Date
  readonly authenticate: (request: FastifyRequest) => Promise<Viewer>
}

/** `/graphql`: GraphQL over HTTP, with trusted documents named by `documentId`. */
export function registerGraphql(
  app: FastifyInstance,
  { db, apollo, clock, authenticate }: GraphqlOptions,
): void {
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    bodyLimit: limits.bodyBytes,
    handler: async (request, reply) => {
      const viewer = await authenticate(request)
      const { body, search } = openTrustedDocument(request, viewer)
      const {
        headers,
        status,
        body: answer,
      } = await apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: { method: request.method, headers: headerMap(request), body, search },
        context: async () =>
          makeContext({
            db,
            viewer,
            now: clock(),
            acceptedLocale: acceptedLocale(request.headers['accept-language']),
          }),
      })
      for (const [name, value] of headers) reply.header(name, value)
      // What is answered depends on who asks, so no shared cache may keep it.
      reply
        .header('cache-control', 'private, no-store')
        .header('vary', 'Authorization, Accept-Language, Origin')
      reply.code(status ?? 200)
      if (answer.kind !== 'complete') throw new Error('Incremental delivery is not used')
      return reply.send(answer.string)
    },
  })
}

/** Puts the text of a document asked for by its id in its place; widgets may run no other. */
function openTrustedDocument(request: FastifyRequest, viewer: Viewer): { body: unknown; search: string } {
  const search = new URLSearchParams(request.url.split('?')[1] ?? '')
  const body = request.body
  const isPost = request.method === 'POST'
  const id = isPost ? readDocumentId(body) : search.get('documentId')
  const text = id === null || id === undefined ? undefined : trustedDocuments.get(id)
  if (id && text === undefined) {
    throw new Refused(
      'FORBIDDEN',
      `There is no trusted document ${id}. The page uses another version of the widgets than this server.`,
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

/** The first language of the header that Profilkort speaks; the order of the header is taken as its preference. */
function acceptedLocale(header: string | undefined) {
  return header
    ?.split(',')
    .map((part) => parseLocale(part.split(';')[0] ?? ''))
    .find((locale) => locale !== undefined)
}
