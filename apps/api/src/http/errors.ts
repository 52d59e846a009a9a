import { randomUUID } from 'node:crypto'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { GraphQLError } from 'graphql'
import { Refused } from '../keys/refused.ts'

/** The last error handler: a caller's fault is told with what to do next, a bug is masked and logged with an id. */
export function registerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError | Refused | GraphQLError, request, reply) => {
    if (error instanceof Refused) return answer(request, reply, error.status, error.code, error.message)
    // A page or cursor that there cannot be, asked for outside GraphQL.
    if (error instanceof GraphQLError) return answer(request, reply, 400, 'BAD_REQUEST', error.message)
    const status = isDatabaseAway(error) ? 503 : (error.statusCode ?? 500)
    if (status === 503) {
      reply.header('retry-after', '1')
      return answer(
        request,
        reply,
        503,
        'UNAVAILABLE',
        'The database does not answer at the moment. Try again in a second.',
      )
    }
    if (status < 500) return answer(request, reply, status, error.code ?? 'BAD_REQUEST', error.message)
    const id = randomUUID()
    request.log.error({ id, err: error }, 'a request failed')
    return answer(
      request,
      reply,
      500,
      'INTERNAL_SERVER_ERROR',
      `Something went wrong on our side. Tell whoever runs this server the id ${id}.`,
    )
  })
  app.setNotFoundHandler((request, reply) =>
    answer(
      request,
      reply,
      404,
      'NOT_FOUND',
      `There is nothing at ${request.method} ${request.url.split('?')[0]}.`,
    ),
  )
}

/** On `/graphql` as GraphQL tells errors, elsewhere as `{ error }`. */
function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  code: string,
  message: string,
): FastifyReply {
  if (status === 401) reply.header('www-authenticate', 'Bearer')
  reply.code(status)
  if (!request.url.startsWith('/graphql')) return reply.send({ error: { code, message } })
  const prefersGraphql = request.headers.accept?.includes('application/graphql-response+json')
  return reply
    .type(
      prefersGraphql ? 'application/graphql-response+json; charset=utf-8' : 'application/json; charset=utf-8',
    )
    .send(JSON.stringify({ errors: [{ message, extensions: { code } }] }))
}

function isDatabaseAway(error: Error & { code?: string }): boolean {
  const away = ['ECONNREFUSED', 'ECONNRESET', '57P01', '57P02', '57P03', '53300', '08006']
  return (
    away.includes(error.code ?? '') ||
    /Connection terminated|timeout exceeded when trying to connect/.test(error.message)
  )
}
